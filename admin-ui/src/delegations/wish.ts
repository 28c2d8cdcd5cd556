import { localDate } from "../../../domain/calendar/local-time.ts";
import type { DelegationChoices, DelegationRequest } from "../../../domain/contracts/delegations.ts";
import { parseDong } from "../../../domain/money/dong.ts";

/** A delegation as it is being written. Givers and delegates are places in the lists of choices. */
export interface Wish {
  giver: number;
  delegate: number | null;
  start: string;
  end: string;
  pipelines: readonly string[];
  ceiling: string;
  number: string;
  date: string;
  needsAcceptance: boolean;
}

export type WishField = "delegate" | "start" | "end" | "number" | "date" | "ceiling";

export function blankWish({ givers }: DelegationChoices, now: number): Wish {
  const today = localDate(now);
  return {
    giver: 0,
    delegate: givers[0]?.delegates.length === 1 ? 0 : null,
    start: today,
    end: "",
    pipelines: [],
    ceiling: "",
    number: "",
    date: today,
    needsAcceptance: false,
  };
}

const ceilingOf = ({ ceiling }: Wish): string | null | undefined => (ceiling.trim() === "" ? null : parseDong(ceiling));

export function lackingIn(wish: Wish): WishField[] {
  const empty = (["start", "end", "number", "date"] as const).filter((field) => wish[field].trim() === "");
  return [
    ...(wish.delegate === null ? ["delegate" as const] : []),
    ...empty,
    ...(ceilingOf(wish) === undefined ? ["ceiling" as const] : []),
  ];
}

type Seat = DelegationChoices["givers"][number]["delegates"][number];

const seatOf = ({ personId, post: { unit, role } }: Seat) => ({ personId, post: { unit, role } });

export function requestOf(id: string, wish: Wish, { givers }: DelegationChoices): DelegationRequest {
  const giver = givers[wish.giver];
  const delegate = giver?.delegates[wish.delegate ?? -1];
  if (!giver || !delegate) throw new Error("a delegation needs two persons");
  return {
    id,
    from: seatOf(giver),
    to: seatOf(delegate),
    start: wish.start,
    end: wish.end,
    pipelines: [...wish.pipelines],
    ceiling: ceilingOf(wish) ?? null,
    document: { number: wish.number, date: wish.date },
    needsAcceptance: wish.needsAcceptance,
  };
}
