import type { LineAnswer, LineDecision, LineState } from "../engine/case.ts";

/** A list as it stands once its decision is issued, with every decision taken on its lines, oldest first. */
export interface DecidedList {
  readonly lines: readonly LineState[];
  readonly decisions: readonly LineDecision[];
  /** The request each line belongs to. */
  readonly requestOf: ReadonlyMap<string, string>;
}

/** What the list says to each of its requests, line by line, with the reason last given. */
export function answersOf({ lines, decisions, requestOf }: DecidedList): ReadonlyMap<string, LineAnswer[]> {
  const answers = new Map<string, LineAnswer[]>();
  for (const { id, status, amount } of lines) {
    const request = requestOf.get(id);
    if (request === undefined) continue;
    const reason = decisions.findLast(({ line }) => line === id)?.reason;
    const answer = { line: id, status, amount, ...(reason !== undefined && { reason }) };
    answers.set(request, [...(answers.get(request) ?? []), answer]);
  }
  return answers;
}
