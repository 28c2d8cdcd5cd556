import { randomUUID } from "node:crypto";
import { hashOf, type Actor, type CaseInput, type CommandBody, type Line } from "../../domain/engine/index.ts";
import { factsOf } from "../../domain/funding/request-facts.ts";
import { decidableLines, requestedLines } from "../../domain/funding/request-lines.ts";
import type { FundingRequest } from "../../domain/funding/request-schema.ts";
import { settingsOn } from "../../domain/funding/settings.ts";
import { fundingList, fundingRequest } from "../../domain/pipelines/index.ts";
import { recordTransition, type Db } from "../../store/index.ts";
import { completeRequest } from "../domain/funding/complete-request.ts";
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

export function submissionOf(story: Story, request: FundingRequest): Extract<CommandBody, { verb: "submit" }> {
  const content = { id: randomUUID(), hash: hashOf(request) };
  const facts = { ...factsOf(request, settingsOn("2026-06-15")) };
  const lines = linesIn(story.input.caseId, request);
  return { verb: "submit", content, drafters: [], facts, lines };
}

export const submitRequest = (story: Story, request: FundingRequest): Story =>
  act(story, person("SYT", "specialist"), submissionOf(story, request));

export const draftedRequest = (caseId: string): Story => new Story(inputOf(caseId, fundingRequest), OPENED);

/** A request on the desk of Sở KH&CN. */
export function sentRequest(caseId: string, request: FundingRequest): Story {
  const story = draftedRequest(caseId);
  submitRequest(story, request);
  act(story, person("SYT", "accountant"), approve);
  act(story, person("SYT", "head"), { verb: "approve", mark: "own" });
  return act(story, person("SYT", "records-clerk"), { verb: "issue" });
}

/** A list of these lines on the desk where it is decided; finance has given `amounts`. */
export const listInDecision = (caseId: string, lines: Line[], amounts?: number[]): Story =>
  toDecision(new Story(inputOf(caseId, fundingList), OPENED), lines, amounts);

function freeze(story: Story, lines: Line[]): Story {
  const content = { id: randomUUID(), hash: hashOf(lines) };
  const facts = { regular: true, investment: false };
  const frozen = { content, drafters: [], facts, lines, included: 1, owing: 1, missing: [] };
  return act(story, person("SKHCN", "specialist"), { verb: "freeze", ...frozen });
}

/** From the desk where it is consolidated, the first time or again. */
export function toDecision(story: Story, lines: Line[], amounts = lines.map(({ requested }) => requested)): Story {
  freeze(story, lines);
  const given = lines.map(({ id, requested }, index) => ({ line: id, amount: amounts[index] ?? 0, requested }));
  const appraised = given.map(({ requested, ...line }) =>
    line.amount === requested
      ? { ...line, position: "agree" as const }
      : { ...line, position: "agree-with-changes" as const, reason: "Theo định mức" },
  );
  act(story, person("STC", "head"), {
    verb: "opine",
    position: "agree-with-changes",
    comment: "…",
    amounts: appraised,
  });
  const proposals = given
    .filter(({ amount, requested }) => amount !== requested)
    .map(({ line, amount }) => ({ line, amount, reason: "Theo số thẩm định" }));
  act(story, person("SKHCN", "division-head"), { verb: "approve", proposals });
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

const recordings = ({ input, events }: Story) =>
  transitionsOf(input, events).map((transition) => ({ transition, now: transition.event.at, input }));

/** A line with its decision issued; without a database only told, event by event. */
export async function assignedLine(db: Db | null, amount: number) {
  const requestId = freshId("funding-request");
  const request = completeRequest();
  const asked = sentRequest(requestId, request);
  const [line] = linesIn(requestId, request);
  if (!line) throw new Error("the request has no line");
  const list = listInDecision(freshId("funding-list"), [line], [700_000_000]);
  const chair = person("UBND_TINH", "chair");
  const part = { line: line.id, decision: "approve-in-part", amount, reason: "Khả năng ngân sách" } as const;
  act(list, chair, { verb: "decide-lines", decisions: [part] });
  act(list, chair, { verb: "approve", mark: "TM." });
  act(list, person("VP_UBND", "records-clerk"), { verb: "issue" });
  if (db) for (const story of [asked, list]) await recordStory(db, story);
  const stories = { asked, list, lists: listsOf([line], amount) };
  return { requestId, lineId: line.id, request: recordings(asked), list: recordings(list), stories };
}

/** Lists of their own with these lines, stopped at a desk. */
const listsOf = (lines: Line[], amount: number) => ({
  inOpinions: (): Story => {
    const list = new Story(inputOf(freshId("funding-list"), fundingList), OPENED);
    return freeze(list, lines);
  },
  beforeIssue: (by: "chair" | "vice-chair" = "chair"): Story => {
    const list = listInDecision(freshId("funding-list"), lines);
    const signer = person("UBND_TINH", by);
    const decisions = lines.map(({ id }) => ({
      line: id,
      decision: "approve-in-part" as const,
      amount,
      reason: "Khả năng ngân sách",
    }));
    act(list, signer, { verb: "decide-lines", decisions });
    return act(list, signer, { verb: "approve", mark: by === "chair" ? "TM." : "KT." });
  },
});
