import { formatDong } from "../../domain/money/dong.ts";

/** "1.205.000.000 đồng", as documents write it in either language of the system. */
export const dongText = (amount: number): string => `${formatDong(String(amount))} đồng`;
