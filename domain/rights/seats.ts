import type { Seats } from "./can.ts";

/** Who consolidates, prepares and decides in tỉnh Quảng Nam (plan, part V). */
export const SEATS: Seats = { department: "SKHCN", office: "VP_UBND", committee: "UBND_TINH" };
