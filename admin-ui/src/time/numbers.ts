const whole = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

/** Vietnamese grouping in both languages: one figure must not read differently on two screens. */
export const count = (value: number): string => whole.format(value);
export const percent = (value: number): string => `${oneDecimal.format(value)}%`;
