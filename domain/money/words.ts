import { toBigInt, type Dong } from "./dong.ts";

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const BILLION = 1_000_000_000n;

const digit = (value: number): string => DIGITS[value]!;

/** After mươi: một → mốt, bốn → tư; after mười and mươi: năm → lăm. */
function unitAfterTens(tens: number, unit: number): string {
  if (unit === 5) return "lăm";
  if (tens > 1 && unit === 1) return "mốt";
  if (tens > 1 && unit === 4) return "tư";
  return digit(unit);
}

function belowHundred(tens: number, unit: number, afterHundreds: boolean): string[] {
  if (tens === 0) {
    if (unit === 0) return [];
    return afterHundreds ? ["linh", digit(unit)] : [digit(unit)];
  }
  const head = tens === 1 ? ["mười"] : [digit(tens), "mươi"];
  return unit === 0 ? head : [...head, unitAfterTens(tens, unit)];
}

/** Inside a larger number the hundreds are always said: 1.000.005 is "Một triệu, không trăm linh năm". */
function group(value: number, inside: boolean): string {
  const hundreds = Math.floor(value / 100);
  const said = inside || hundreds > 0;
  const rest = belowHundred(Math.floor(value / 10) % 10, value % 10, said);
  return [...(said ? [digit(hundreds), "trăm"] : []), ...rest].join(" ");
}

const SCALES = [
  { at: 1_000_000n, name: " triệu" },
  { at: 1_000n, name: " nghìn" },
  { at: 1n, name: "" },
] as const;

function belowBillion(value: bigint, inside: boolean): string[] {
  const parts: string[] = [];
  for (const { at, name } of SCALES) {
    const three = Number((value / at) % 1_000n);
    if (three > 0) parts.push(`${group(three, inside || parts.length > 0)}${name}`);
  }
  return parts;
}

function spoken(value: bigint): string[] {
  const billions = value / BILLION;
  if (billions === 0n) return belowBillion(value, false);
  return [`${spoken(billions).join(", ")} tỷ`, ...belowBillion(value % BILLION, true)];
}

/** "Số tiền bằng chữ", generated and never typed: 1205000000 → "Một tỷ, hai trăm linh năm triệu đồng". */
export function dongInWords(amount: Dong): string {
  const value = toBigInt(amount);
  const words = value === 0n ? DIGITS[0] : spoken(value).join(", ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}
