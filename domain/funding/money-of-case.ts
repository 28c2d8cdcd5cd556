import type { CaseEvent, CaseInput, CaseState, LineDecision, LineState, Transition } from "../engine/case.ts";
import { stepAt } from "../engine/steps.ts";
import { countedAt } from "./ceiling.ts";
import type { LineMoney } from "./line-money.ts";
import type { Adviser, LineKey, MoneyEvent } from "./money-event.ts";

/** Pipelines whose events move money. */
const CARRIERS = ["funding-request", "funding-list"];
export const carriesMoney = ({ pipeline }: Pick<CaseInput, "pipeline">): boolean => CARRIERS.includes(pipeline.id);

export interface Known {
  /** Lines of the ledger that the case is about: its own, and those it decides on. */
  readonly lines: ReadonlyMap<string, LineMoney>;
  /** Number of the paper issued by this very event. */
  readonly document: string | null;
}

type Happened<Event = MoneyEvent> = Event extends MoneyEvent ? Omit<Event, "id" | "at"> : never;

/** What an event of a case means for money. Ids follow from the event, so that recording it twice records it once. */
export function moneyEventsOf(input: CaseInput, { event, state }: Transition, known: Known): MoneyEvent[] {
  const happened =
    input.pipeline.id === "funding-request"
      ? ofRequest(input, event, state, known)
      : ofList(input, event, state, known);
  return happened.map((each): MoneyEvent => ({
    ...each,
    id: `${event.caseId}/${event.seq}/${each.type}/${each.lineId}`,
    at: event.at,
  }));
}

function ofRequest(input: CaseInput, event: CaseEvent, state: CaseState, { lines }: Known): Happened[] {
  if (event.to === undefined) return [];
  const entered = stepAt(input, event.to);
  if (entered.milestone === "sent") return [...requested(input, state), ...dropped(input, state, lines)];
  if (entered.kind === "submit") {
    const reason = event.data.reason ?? entered.name.vi;
    const sent = open(input, lines).filter(({ returned }) => !returned);
    return sent.map(({ key }) => ({ type: "returned", lineId: key.lineId, reason }));
  }
  const gone = entered.kind === "end" && entered.outcome !== "completed";
  return gone ? open(input, lines).map((line) => withdrawn(line, event.data.reason ?? entered.name.vi)) : [];
}

/** The request is back with its author, or at an end without money: what it held under ceilings is free. */
export function leavesTheDesks(input: CaseInput, { event }: Pick<Transition, "event">): boolean {
  if (input.pipeline.id !== "funding-request" || event.to === undefined) return false;
  const entered = stepAt(input, event.to);
  return entered.kind === "submit" || (entered.kind === "end" && entered.outcome !== "completed");
}

const keyOf = (input: CaseInput, { facts }: CaseState, { id, source, year }: LineState): LineKey => ({
  lineId: id,
  requestId: input.caseId,
  unitCode: input.parties.owner ?? "",
  taskCode: String(facts["task"] ?? ""),
  title: String(facts["title"] ?? input.title),
  sourceCode: source,
  capital: String(facts["capital"] ?? ""),
  year,
  window: String(facts["window"] ?? ""),
});

const requested = (input: CaseInput, state: CaseState): Happened[] =>
  state.lines.map((line) => ({
    type: "requested",
    lineId: line.id,
    amount: String(line.requested),
    line: keyOf(input, state, line),
  }));

const open = (input: CaseInput, lines: Known["lines"]): LineMoney[] =>
  [...lines.values()].filter(
    ({ key, withdrawn: gone, assigned }) => key.requestId === input.caseId && !gone && assigned === 0n,
  );

const withdrawn = ({ key }: LineMoney, reason: string): Happened => ({ type: "withdrawn", lineId: key.lineId, reason });

/** A new version without the line takes the line's request back. */
const dropped = (input: CaseInput, state: CaseState, lines: Known["lines"]): Happened[] =>
  open(input, lines)
    .filter(({ key }) => !state.lines.some(({ id }) => id === key.lineId))
    .map((line) => withdrawn(line, "Không còn trong bản đề nghị mới"));

function ofList(input: CaseInput, event: CaseEvent, state: CaseState, known: Known): Happened[] {
  switch (event.type) {
    case "opinion-given":
      return appraised(input, event);
    case "approved":
      return event.step === "explain" && event.to !== undefined ? proposed(state, known) : [];
    case "lines-decided":
      return (event.data.decisions ?? []).flatMap((given) => decided(given, state));
    case "issued":
      return event.step === "publication" ? assigned(state, known) : [];
    default:
      return [];
  }
}

function adviserOf({ parties }: CaseInput, unit: string | undefined): Adviser {
  if (unit === parties.finance) return "finance";
  return unit === parties.planning ? "planning" : "department";
}

const appraised = (input: CaseInput, { data }: CaseEvent): Happened[] =>
  (data.amounts ?? []).map(({ line, amount, reason }) => ({
    type: "appraised",
    lineId: line,
    amount: String(amount),
    adviser: adviserOf(input, data.unit),
    ...(reason !== undefined && { reason }),
  }));

/** Sở KH&CN goes up with the lowest amount the departments agreed to; whoever said nothing objected to nothing. */
const proposed = (state: CaseState, { lines }: Known): Happened[] =>
  state.lines.map((line) => {
    const money = lines.get(line.id);
    const heard = money !== undefined && Object.keys(money.appraised).length > 0;
    const amount = heard ? countedAt({ ...money, proposed: null }, "appraised") : BigInt(line.requested);
    return { type: "proposed", lineId: line.id, amount: amount.toString() };
  });

function decided({ line, decision, reason }: LineDecision, { lines }: CaseState): Happened[] {
  if (decision === "clarify") return [];
  const why = reason ?? "";
  if (decision === "refer") return [{ type: "referred", lineId: line, reason: why }];
  const amount = lines.find(({ id }) => id === line)?.amount ?? 0;
  return [{ type: "decided", lineId: line, amount: String(amount), reason: why }];
}

/** The decision is issued: what was decided is assigned under its number. */
const assigned = ({ lines }: CaseState, { document }: Known): Happened[] =>
  lines
    .filter(({ amount }) => amount > 0)
    .map(({ id, amount }) => ({ type: "assigned", lineId: id, amount: String(amount), document: document ?? "" }));
