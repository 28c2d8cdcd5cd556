import type { LocalDate } from "../calendar/local-time.ts";
import type { CaseInput } from "../engine/case.ts";
import { bearersOn } from "../plan/plan.ts";
import { ALWAYS, settingOn, type SettingRow } from "../settings/setting.ts";
import type { Seats } from "./can.ts";

/** Who consolidates, prepares and decides in tỉnh Quảng Nam (plan, part V). */
export const SEATS: Seats = { department: "SKHCN", office: "VP_UBND", committee: "UBND_TINH" };

/** With those who advise on money: Sở Tài chính on regular spending (V.3), Sở KH&ĐT on investment (V.4). */
export interface StandingSeats extends Seats {
  finance: string;
  planning: string;
}
export const STANDING_SEATS: StandingSeats = { ...SEATS, finance: "STC", planning: "SKHDT" };

/**
 * Who sits where on a day: the unit the plan names or, where it has been succeeded by then, its successor; two that have
 * become one sit together. `organisation-until` says up to when reorganisations are followed: the plan's own set is that
 * of 2024. A unit that was split needs a person to choose, and until then keeps its seat.
 */
export function seatsOn(day: LocalDate, settings: readonly SettingRow[]): StandingSeats {
  const until = settingOn(settings, "organisation-until", day);
  const then = until === ALWAYS || day < until ? day : until;
  const sits = (code: string): string => {
    const bearers = bearersOn(code, then);
    return bearers.length === 1 && bearers[0] ? bearers[0].code : code;
  };
  const { department, office, committee, finance, planning } = STANDING_SEATS;
  return {
    department: sits(department),
    office: sits(office),
    committee: sits(committee),
    finance: sits(finance),
    planning: sits(planning),
  };
}

export const partiesOf = (owner: string, seats: StandingSeats): CaseInput["parties"] => ({ owner, ...seats });
