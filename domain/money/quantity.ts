import { MAX_DONG_DIGITS, toBigInt, type Dong } from "./dong.ts";

/**
 * A quantity of a cost line, as a string of digits with a decimal point and no trailing zeros ("12.5"). It is computed
 * with as a whole number of ten-thousandths: a binary fraction would make đồng appear or vanish.
 */
export type Quantity = string;

export const QUANTITY_DECIMALS = 4;
const CANONICAL = /^(0|[1-9]\d{0,11})(\.\d{0,3}[1-9])?$/;
const SCALE = 10n ** BigInt(QUANTITY_DECIMALS);

export const isQuantity = (text: string): boolean => CANONICAL.test(text);

const scaled = (quantity: Quantity): bigint => {
  if (!isQuantity(quantity)) throw new RangeError(`not a quantity: ${quantity}`);
  const [whole = "0", fraction = ""] = quantity.split(".");
  return BigInt(whole) * SCALE + BigInt(fraction.padEnd(QUANTITY_DECIMALS, "0"));
};

const TYPED = /^(\d{1,12}|\d{1,3}(?:\.\d{3}){1,3})(?:,(\d{1,4}))?$/;

/** What a person types, Vietnamese style: "1.205,5" is 1205.5. Undefined when it is not clear. */
export function parseQuantity(text: string): Quantity | undefined {
  const parts = TYPED.exec(text.normalize("NFC").replace(/[\s\u00a0\u202f]/g, ""));
  if (!parts) return undefined;
  const whole = BigInt(parts[1]!.replaceAll(".", "")).toString();
  const fraction = (parts[2] ?? "").replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** "1205.5" → "1.205,5". */
export function formatQuantity(quantity: Quantity): string {
  const [whole = "0", fraction] = quantity.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

export type Product =
  { readonly ok: true; readonly amount: Dong } | { readonly ok: false; readonly why: "not-whole" | "too-large" };

/** Số lượng × đơn giá, exact. A product that is not whole đồng is refused: rounding would be somebody's decision. */
export function multiply(quantity: Quantity, price: Dong): Product {
  const product = scaled(quantity) * toBigInt(price);
  if (product % SCALE !== 0n) return { ok: false, why: "not-whole" };
  const amount = (product / SCALE).toString();
  return amount.length > MAX_DONG_DIGITS ? { ok: false, why: "too-large" } : { ok: true, amount };
}
