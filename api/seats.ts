import type { Seats } from "../domain/rights/index.ts";

/** Plan V.2 to V.4: Sở KH&CN consolidates, Văn phòng UBND examines, UBND tỉnh decides. */
export const seats: Seats = { department: "SKHCN", office: "VP_UBND", committee: "UBND_TINH" };
