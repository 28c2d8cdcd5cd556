import type { CaseLineView } from "../domain/contracts/case-lines.ts";
import type { LineState, SealedEvent } from "../domain/engine/case.ts";
import { assigningPapers, duplicatesOfLines, fundingLines, lineEventsOf, listsOfLines } from "../store/index.ts";
import type { Caller } from "./auth/caller.ts";
import type { Deps } from "./deps.ts";
import { caseLineView } from "./views/case-lines.ts";
import type { Units } from "./views/names.ts";
import type { VisibleCase } from "./visible-case.ts";

/** A line where it is being decided: in this case, or on the list that took it up. */
interface Told {
  line: LineState;
  events: readonly SealedEvent[];
  listCase: string | null;
}

/** On a request's page its lines are told as their lists have them, once a list has spoken of them. */
async function toldElsewhere(deps: Deps, lines: readonly LineState[]): Promise<ReadonlyMap<string, Told>> {
  const lists = await listsOfLines(
    deps.db,
    lines.map(({ id }) => id),
  );
  const told = await Promise.all(
    lists.map(async ({ id, state, lines: named }) => {
      const events = await lineEventsOf(deps.db, id);
      return state.lines
        .filter((line) => named.includes(line.id))
        .map((line) => [line.id, { line, events, listCase: id }] as const);
    }),
  );
  return new Map(told.flat());
}

async function tellLines(deps: Deps, { id, input, state }: VisibleCase, lines: readonly LineState[]): Promise<Told[]> {
  if (input.pipeline.id === "funding-request") {
    const elsewhere = await toldElsewhere(deps, lines);
    return lines.map((line) => elsewhere.get(line.id) ?? { line, events: [], listCase: null });
  }
  const events = state.lines.length > 0 ? await lineEventsOf(deps.db, id) : [];
  return lines.map((line) => ({ line, events, listCase: null }));
}

/** The lines of a case as its readers see them, each with its agency, its money and what was said of it. */
export async function caseLines(deps: Deps, caller: Caller, row: VisibleCase, units: Units): Promise<CaseLineView[]> {
  const lines = deps.rights.linesInSight(caller, row);
  if (lines.length === 0) return [];
  const ids = lines.map(({ id }) => id);
  const [told, money, papers, duplicates] = await Promise.all([
    tellLines(deps, row, lines),
    fundingLines(deps.db, ids),
    assigningPapers(deps.db, ids),
    duplicatesOfLines(deps.db, ids),
  ]);
  const rows = new Map(money.map((line) => [line.id, line]));
  return told.map(({ line, events, listCase }) => {
    const own = duplicates.filter(({ lineId }) => lineId === line.id);
    const facts = {
      events,
      listCase,
      money: rows.get(line.id),
      document: papers.get(line.id),
      duplicates: own.map(({ requestId, title, amount }) => ({ requestId, title, amount })),
    };
    return caseLineView(line, facts, units);
  });
}
