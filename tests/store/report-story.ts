import { randomUUID } from "node:crypto";
import { hashOf, type CaseInput, type Transition } from "../../domain/engine/index.ts";
import { approve, clerk, divisionHead, head, specialist, Story } from "../domain/engine/scenario.ts";
import { inputFor, transitionsOf } from "../support/opened-case.ts";

export const freshId = (): string => `annual-report-2026-${randomUUID()}`;

/** A report from drafting to intake: five events, a content version, a number. */
export function storyOf(caseId: string): { input: CaseInput; contentId: string; transitions: Transition[] } {
  const input = inputFor(caseId);
  const contentId = randomUUID();
  const story = new Story(input);
  const send = (actor: Parameters<Story["command"]>[0], body: Parameters<Story["command"]>[1], id = randomUUID()) =>
    story.send(story.command(actor, body, { id }));
  send(specialist, { verb: "submit", content: { id: contentId, hash: hashOf({ caseId }) }, drafters: [] }, contentId);
  send(divisionHead, approve);
  send(head, approve);
  send(clerk, { verb: "issue" });
  return { input, contentId, transitions: transitionsOf(input, story.events) };
}
