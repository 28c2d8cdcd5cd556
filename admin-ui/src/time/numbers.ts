const whole = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

/** Vietnamese grouping in both languages: one figure must not read differently on two screens. */
export const count = (value: number): string => whole.format(value);
export const percent = (value: number): string => `${oneDecimal.format(value)}%`;

const exact = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 });
export const decimal = (value: number): string => exact.format(value);

/** "1.234,5" → 1234.5; undefined when it is not clear what was meant. */
export function parseDecimal(text: string): number | undefined {
  const typed = text.trim();
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(typed)) return undefined;
  return Number(typed.replaceAll(".", "").replace(",", "."));
}
