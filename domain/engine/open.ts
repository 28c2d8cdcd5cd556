import type { CaseEvent, CaseInput, CaseState, Instant, Transition } from "./case.ts";
import { RUNNING } from "./clock.ts";
import { evolve } from "./evolve.ts";
import { GENESIS, seal } from "./seal.ts";
import { settleStep } from "./steps.ts";

const blank = (input: CaseInput, now: Instant): CaseState => ({
  caseId: input.caseId,
  pipelineId: input.pipeline.id,
  pipelineVersion: input.pipeline.version,
  seq: 0,
  lastHash: GENESIS,
  step: input.pipeline.start,
  round: 1,
  enteredAt: now,
  enteredSeq: 0,
  dueAt: null,
  clock: RUNNING,
  calendar: null,
  outcome: null,
  content: null,
  facts: {},
  lines: [],
  authors: [],
  votes: [],
  signatures: [],
  returned: null,
  assigned: null,
  sentAt: null,
  late: false,
  fired: [],
  issued: [],
  consulted: [],
  questions: [],
  recall: null,
  skip: null,
  last: null,
});

/** The first event of a case and the state after it. */
export function openCase(input: CaseInput, now: Instant): Transition {
  const before = blank(input, now);
  const opened: CaseEvent = {
    caseId: input.caseId,
    pipeline: `${input.pipeline.id}@${input.pipeline.version}`,
    seq: 1,
    type: "opened",
    at: now,
    step: before.step,
    round: 1,
    to: settleStep(input, input.pipeline.start),
    actor: null,
    commandId: null,
    content: null,
    data: {},
  };
  const event = seal(opened, GENESIS);
  return { event, state: evolve(input, before, event) };
}
