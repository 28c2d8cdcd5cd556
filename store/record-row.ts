import { memberPosition } from "../domain/campaign/position.ts";
import type { Assignment, CaseInput, Instant, Transition } from "../domain/engine/case.ts";
import { holdersOf, presentUnits } from "../domain/engine/holders.ts";
import { noticesOf } from "../domain/engine/notices.ts";
import { numberingOf } from "../domain/engine/series.ts";
import { emptyRequest, openingOf } from "../domain/funding/empty-request.ts";
import { emptyDraft } from "../domain/report/empty-draft.ts";
import { fold } from "../domain/text/text.ts";
import { iso } from "./query.ts";
import type { AfterCommand } from "./rows.ts";

export interface Recording {
  transition: Transition;
  /** The case's own input; it makes the row when the case has none yet. */
  input: CaseInput;
  now: Instant;
}

/** Unit the case belongs to; a dossier belongs to the department that consolidates. */
export const owningUnit = ({ parties }: CaseInput): string => parties.owner ?? parties.department ?? "";

/** The parameter of the record statements (store/record-statement.ts). */
export function recordRow({ transition, input, now }: Recording, creates: boolean): Record<string, unknown> {
  const { event, state } = transition;
  return {
    ...eventColumns(transition),
    now: iso(now),
    row: {
      ...changingColumns(transition, input),
      ...((creates || event.type === "migrated") && fixedColumns(input)),
      campaignId: input.campaignId,
    },
    inbox: holdersOf(input, state).map((holder) => ({
      ...postColumns(holder),
      reassigned: state.assigned !== null,
    })),
    notices: noticesOf(input, transition).map(({ to, kind, params, key }) => ({
      kind,
      ...postColumns(to),
      params,
      key,
    })),
    after: afterCommand(transition, input),
    ...(state.content !== null &&
      event.content?.id === state.content.id && {
        contentId: state.content.id,
        contentNumber: state.content.number,
      }),
    ...seriesColumns(transition, input),
    ...(creates && { draft: firstDraft(input) }),
  };
}

const eventColumns = ({ event }: Transition) => ({
  caseId: event.caseId,
  seq: event.seq,
  type: event.type,
  at: iso(event.at),
  step: event.step,
  round: event.round,
  personId: event.actor?.personId ?? null,
  commandId: event.commandId,
  body: event,
  prevHash: event.prevHash,
  hash: event.hash,
});

const changingColumns = ({ event, state }: Transition, input: CaseInput) => ({
  step: state.step,
  round: state.round,
  outcome: state.outcome,
  seq: event.seq,
  enteredAt: iso(state.enteredAt),
  dueAt: iso(state.dueAt),
  sentAt: iso(state.sentAt),
  late: state.late,
  contentHash: state.content?.hash ?? null,
  position: memberPosition(input, state),
  parties: presentUnits(input, state),
  state,
  updatedAt: iso(event.at),
});

const fixedColumns = (input: CaseInput) => ({
  pipelineId: input.pipeline.id,
  pipelineVersion: input.pipeline.version,
  unitCode: owningUnit(input),
  title: input.title,
  year: input.year,
  input,
  searchKey: fold(`${input.title} ${owningUnit(input)} ${input.caseId}`),
});

const postColumns = ({ unit, role, personId }: Assignment) => ({ unitCode: unit, role, personId: personId ?? "" });

const afterCommand = ({ event, state }: Transition, input: CaseInput): AfterCommand => ({
  at: event.at,
  from: event.step,
  step: state.step,
  round: state.round,
  outcome: state.outcome,
  dueAt: state.dueAt,
  next: holdersOf(input, state),
});

function seriesColumns({ event }: Transition, input: CaseInput): object {
  const numbering = numberingOf(input, event);
  return numbering ? { series: numbering.series, seriesUnit: numbering.unit, date: numbering.date } : {};
}

function firstDraft(input: CaseInput): unknown {
  if (input.pipeline.id === "annual-report") return emptyDraft(owningUnit(input), input.year);
  return input.pipeline.id === "funding-request" ? emptyRequest(openingOf(input)) : {};
}
