import type { CaseEvent, CaseInput, CaseState, LineDecision, LineState, Transition } from "../engine/case.ts";
import { appraisedAmount, isUndecided } from "../engine/lines.ts";
import { stepAt } from "../engine/steps.ts";
import type { LineMoney } from "./line-money.ts";
import type { LineKey, MoneyEvent, UndoneFrom } from "./money-event.ts";

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
  const sealed = (each: Happened): MoneyEvent => ({
    ...each,
    id: `${event.caseId}/${event.seq}/${each.type}/${each.lineId}`,
    at: event.at,
  });
  if (input.pipeline.id === "funding-request") return ofRequest(input, event, state, known).map(sealed);
  return ofList(event, state, known).filter(isInHand(known)).map(sealed);
}

/** Money that is assigned, or that nobody asks for any more, is out of a list's hands. */
const isInHand =
  ({ lines }: Pick<Known, "lines">) =>
  ({ lineId }: Happened): boolean => {
    const line = lines.get(lineId);
    return line === undefined || (line.assigned === 0n && !line.withdrawn);
  };

function ofRequest(input: CaseInput, event: CaseEvent, state: CaseState, { lines }: Known): Happened[] {
  if (event.to === undefined) return [];
  const entered = stepAt(input, event.to);
  if (entered.milestone === "sent") return [...requested(input, state), ...dropped(input, state, lines)];
  if (entered.kind === "submit") {
    const reason = event.data.reason ?? entered.name.vi;
    const sent = open(input, lines).filter(({ returned }) => !returned);
    return sent.map(({ key }) => ({ type: "returned", lineId: key.lineId, reason }));
  }
  // What was decided on a refused request is its answer: it was asked for, and nothing was given.
  const gone = entered.kind === "end" && entered.outcome !== "completed" && !event.data.answer;
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

function ofList(event: CaseEvent, state: CaseState, known: Known): Happened[] {
  switch (event.type) {
    case "frozen":
    case "returned":
    case "withdrawn":
    case "lines-resolved":
      return undone(event, state, known);
    case "opinion-given":
      return appraised(event);
    case "approved":
      return event.step === "explain" && event.to !== undefined ? proposed(event, state) : [];
    case "lines-decided":
      return (event.data.decisions ?? []).flatMap((given) => decided(given, state));
    case "issued":
      return event.step === "publication" ? assigned(state, known) : [];
    default:
      return [];
  }
}

const appraised = ({ data }: CaseEvent): Happened[] =>
  (data.amounts ?? []).map(({ line, amount, reason }) => ({
    type: "appraised",
    lineId: line,
    amount: String(amount),
    adviser: data.unit ?? "",
    ...(reason !== undefined && { reason }),
  }));

/** What Sở KH&CN goes up with: its own figure, or what the adviser of the line's branch would give. */
const proposed = ({ data }: CaseEvent, { lines }: CaseState): Happened[] =>
  lines
    .filter(({ status }) => status !== "withdrawn")
    .map((line) => {
      const own = data.proposals?.find((proposal) => proposal.line === line.id);
      const amount = line.proposal?.amount ?? appraisedAmount(line);
      const reason = own?.reason === undefined ? {} : { reason: own.reason };
      return { type: "proposed", lineId: line.id, amount: String(amount), ...reason };
    });

/** From which stage on the ledger still holds what the list itself has given up. */
function undoneFrom(line: LineState, { appraised, proposed: figure, ...money }: LineMoney): UndoneFrom | null {
  const heard = (line.appraised ?? []).map(({ unit }) => unit);
  if (money.deferred || Object.keys(appraised).some((unit) => !heard.includes(unit))) return "appraised";
  if (figure !== null && !line.proposal) return "proposed";
  return isUndecided(line) && (money.decided !== null || money.referred) ? "decided" : null;
}

function undone({ data }: CaseEvent, { lines }: CaseState, known: Pick<Known, "lines">): Happened[] {
  const reason = data.reason ?? (data.resolution ? "Đã có nghị quyết" : "Lập danh mục");
  return lines.flatMap((line): Happened[] => {
    const money = known.lines.get(line.id);
    const from = money ? undoneFrom(line, money) : null;
    return from === null ? [] : [{ type: "undecided", lineId: line.id, from, reason }];
  });
}

function decided({ line, decision, reason }: LineDecision, { lines }: CaseState): Happened[] {
  if (decision === "clarify") return [];
  const why = reason ?? "";
  if (decision === "refer") return [{ type: "referred", lineId: line, reason: why }];
  if (decision === "defer") return [{ type: "deferred", lineId: line, reason: why }];
  const amount = lines.find(({ id }) => id === line)?.amount ?? 0;
  return [{ type: "decided", lineId: line, amount: String(amount), reason: why }];
}

/** The decision is issued: what was decided is assigned under its number. */
const assigned = ({ lines }: CaseState, { document }: Known): Happened[] =>
  lines
    .filter(({ amount }) => amount > 0)
    .map(({ id, amount }) => ({ type: "assigned", lineId: id, amount: String(amount), document: document ?? "" }));
