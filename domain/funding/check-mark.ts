import type { LocalDate } from "../calendar/local-time.ts";
import type { Role, SigningMark } from "../engine/pipeline.ts";
import type { Dong } from "../money/dong.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";

/** A written authority: decision of appointment (Q.), quy chế (TL.) or giấy ủy quyền (TUQ.). */
export interface Authority {
  readonly mark: SigningMark;
  readonly from: LocalDate;
  /** Last day; null = until recalled. An authorisation (TUQ.) is always limited in time. */
  readonly to: LocalDate | null;
  /** Up to which amount; null = any. */
  readonly ceiling: Dong | null;
}

export interface Signing {
  readonly role: Role;
  /** null: the head in his own name. */
  readonly mark: SigningMark | null;
  /** UBND, a council, a board; a department works under its head alone. */
  readonly collective: boolean;
  readonly on: LocalDate;
  readonly amount: Dong;
}

const HEADS: readonly Role[] = ["head", "chair"];
const DEPUTIES: readonly Role[] = ["deputy-head", "vice-chair"];

function holds(authority: Authority, { mark, on, amount }: Signing): boolean {
  const limited = mark !== "TUQ." || authority.to !== null;
  return (
    authority.mark === mark &&
    authority.from <= on &&
    (authority.to === null || on <= authority.to) &&
    limited &&
    (authority.ceiling === null || BigInt(amount) <= BigInt(authority.ceiling))
  );
}

function allowed(signing: Signing, authorities: readonly Authority[]): boolean {
  const { mark, role, collective } = signing;
  switch (mark) {
    case null:
      return !collective && HEADS.includes(role);
    case "TM.":
      return collective && role === "chair";
    case "KT.":
      return DEPUTIES.includes(role);
    case "Q.":
    case "TL.":
    case "TUQ.":
      return authorities.some((authority) => holds(authority, signing));
  }
}

/** Rule 12 (NĐ 30/2020 art. 13): the mark fits the person's authority on that day and for that amount. */
export const checkMark = (signing: Signing, authorities: readonly Authority[] = []): FundingProblem[] =>
  allowed(signing, authorities)
    ? []
    : [fundingProblem("mark", "mark-not-allowed", { mark: signing.mark ?? "—", date: signing.on })];
