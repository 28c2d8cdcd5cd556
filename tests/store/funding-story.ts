import { randomUUID } from "node:crypto";
import { hashOf, type Actor, type CaseInput, type CommandBody, type Line } from "../../domain/engine/index.ts";
import { factsOf } from "../../domain/funding/request-facts.ts";
import { decidableLines, requestedLines } from "../../domain/funding/request-lines.ts";
import type { FundingRequest } from "../../domain/funding/request-schema.ts";
import { settingsOn } from "../../domain/funding/settings.ts";
import { fundingList, fundingRequest } from "../../domain/pipelines/index.ts";
import { recordTransition, type Db } from "../../store/index.ts";
import { OPENED, person, Story } from "../domain/engine/scenario.ts";
import { inputFor, transitionsOf } from "../support/opened-case.ts";

const parties = { ...inputFor("any").parties, finance: "STC", planning: "SKHDT" };
const approve: CommandBody = { verb: "approve" };

export const freshId = (kind: string): string => `${kind}-${randomUUID()}`;

const inputOf = (caseId: string, pipeline: CaseInput["pipeline"]): CaseInput =>
  inputFor(caseId, { title: "Đề nghị kinh phí", pipeline, parties, settings: {} });

export const linesIn = (requestId: string, request: FundingRequest): Line[] =>
  decidableLines(requestedLines(requestId, request));

/** Commands carry real ids: SQL keeps them as such. */
export const act = (story: Story, actor: Actor, body: CommandBody, id: string = randomUUID()): Story => {
  const before = story.state.seq;
  story.send(story.command(actor, body, { id }));
  if (story.state.seq === before) throw new Error(`refused: ${JSON.stringify(story.lastRejection)}`);
  return story;
};

export function submitRequest(story: Story, request: FundingRequest): Story {
  const content = { id: randomUUID(), hash: hashOf(request) };
  const facts = { ...factsOf(request, settingsOn("2026-06-15")) };
  const lines = linesIn(story.input.caseId, request);
  return act(story, person("SYT", "specialist"), { verb: "submit", content, drafters: [], facts, lines });
}

/** A request on the desk of Sở KH&CN. */
export function sentRequest(caseId: string, request: FundingRequest): Story {
  const story = new Story(inputOf(caseId, fundingRequest), OPENED);
  submitRequest(story, request);
  act(story, person("SYT", "accountant"), approve);
  act(story, person("SYT", "head"), { verb: "approve", mark: "own" });
  return act(story, person("SYT", "records-clerk"), { verb: "issue" });
}

/** A list of these lines on the desk where it is decided; finance has given `amounts`. */
export const listInDecision = (caseId: string, lines: Line[], amounts?: number[]): Story =>
  toDecision(new Story(inputOf(caseId, fundingList), OPENED), lines, amounts);

/** From the desk where it is consolidated, the first time or again. */
export function toDecision(story: Story, lines: Line[], amounts = lines.map(({ requested }) => requested)): Story {
  const content = { id: randomUUID(), hash: hashOf(lines) };
  const facts = { regular: true, investment: false };
  const frozen = { content, drafters: [], facts, lines, included: 1, owing: 1, missing: [] };
  act(story, person("SKHCN", "specialist"), { verb: "freeze", ...frozen });
  const appraised = lines.map(({ id }, index) => ({ line: id, amount: amounts[index] ?? 0, reason: "Theo định mức" }));
  const opinion = {
    verb: "opine",
    position: "agree-with-changes",
    comment: "Theo định mức",
    amounts: appraised,
  } as const;
  act(story, person("STC", "head"), opinion);
  act(story, person("SKHCN", "division-head"), approve);
  act(story, person("SKHCN", "head"), { verb: "approve", mark: "own" });
  act(story, person("SKHCN", "records-clerk"), { verb: "issue" });
  return act(story, person("VP_UBND", "specialist"), approve);
}

/** Records the story from its event `from` on, as settles and the worker would. */
export async function recordStory(db: Db, { input, events }: Story, from = 1): Promise<void> {
  for (const transition of transitionsOf(input, events)) {
    if (transition.event.seq < from) continue;
    await recordTransition(db.pool, { transition, now: transition.event.at, input });
  }
}
