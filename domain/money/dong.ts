/**
 * Money is whole đồng, carried as a string of digits: sums of a province exceed what a JSON number holds exactly, and
 * BigInt has no JSON form. Triệu đồng exists on screen only.
 */
export type Dong = string;

/** 1 000 000 tỷ đồng: far above any province's budget, low enough to stop a slip of the keyboard. */
export const MAX_DONG_DIGITS = 16;

const CANONICAL = /^(0|[1-9]\d*)$/;
const MILLION = 1_000_000n;

export const isDong = (text: string): boolean => CANONICAL.test(text) && text.length <= MAX_DONG_DIGITS;

export class InvalidAmount extends Error {
  override readonly name = "InvalidAmount";
}

export function toBigInt(amount: Dong): bigint {
  if (!CANONICAL.test(amount)) throw new InvalidAmount(`not an amount in đồng: ${amount}`);
  return BigInt(amount);
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ".");

/** 1205000000 → "1.205.000.000". Spelled out here because Intl would round in some of its forms. */
export const formatDong = (amount: Dong): string => grouped(toBigInt(amount).toString());

/** A difference may be negative; an amount may not. */
export const formatDifference = (value: bigint): string =>
  value < 0n ? `-${grouped((-value).toString())}` : grouped(value.toString());

/** 1205500000 → "1.205,5": exact, decimal comma, no trailing zeros. */
export function toMillions(amount: Dong): string {
  const value = toBigInt(amount);
  const fraction = (value % MILLION).toString().padStart(6, "0").replace(/0+$/, "");
  const whole = grouped((value / MILLION).toString());
  return fraction === "" ? whole : `${whole},${fraction}`;
}

const WHOLE = /^(\d+|\d{1,3}(\.\d{3})+)$/;
const DECIMAL = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,6}))?$/;

const canonical = (digits: string): Dong | undefined => {
  const amount = BigInt(digits).toString();
  return amount.length <= MAX_DONG_DIGITS ? amount : undefined;
};

const tidy = (text: string): string => text.normalize("NFC").replace(/[\s\u00a0\u202f]/g, "");

/** What a person types as đồng: "1.205.000.000", "1205000000", "1 205 000 000 đ". Undefined when it is not clear. */
export function parseDong(text: string): Dong | undefined {
  const typed = tidy(text.replace(/(?<=\d)\s(?=\d)/g, ".")).replace(/(đồng|đ|vnđ|vnd)$/i, "");
  return WHOLE.test(typed) ? canonical(typed.replaceAll(".", "")) : undefined;
}

/** What a person types as triệu đồng: "1.205,5" is 1205500000 đồng. */
export function parseMillions(text: string): Dong | undefined {
  const parts = DECIMAL.exec(tidy(text));
  if (!parts) return undefined;
  return canonical(parts[1]!.replaceAll(".", "") + (parts[2] ?? "").padEnd(6, "0"));
}

export const sumDong = (amounts: Iterable<Dong>): Dong => {
  let total = 0n;
  for (const amount of amounts) total += toBigInt(amount);
  return total.toString();
};

/** Hundredths of a percent, rounded half up; undefined when there is nothing to measure against. */
export function ratioInBasisPoints(part: Dong, whole: Dong): number | undefined {
  const base = toBigInt(whole);
  if (base === 0n) return undefined;
  return Number((toBigInt(part) * 20_000n + base) / (2n * base));
}

/** 8333 → "83,33". */
export function formatBasisPoints(value: number): string {
  const fraction = String(value % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const whole = grouped(String(Math.trunc(value / 100)));
  return fraction === "" ? whole : `${whole},${fraction}`;
}
