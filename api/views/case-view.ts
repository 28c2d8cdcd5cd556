import { formNameOf } from "../drafts/forms.ts";
import type { CaseView } from "../../domain/contracts/cases.ts";
import type { Actor, CaseInput, CaseState, PostRef, SealedEvent, Signature } from "../../domain/engine/case.ts";
import { samePost } from "../../domain/engine/holders.ts";
import { paperSections } from "../../domain/paper/paper.ts";
import { questionsOf } from "../../domain/engine/questions.ts";
import { termOf } from "../../domain/engine/due.ts";
import { waypointsOf, type Waypoint } from "../../domain/engine/waypoints.ts";
import { stepAt } from "../../domain/engine/steps.ts";
import type { Label } from "../../domain/engine/pipeline.ts";
import { fourEyesKinds } from "../../domain/engine/verbs.ts";
import type { CaseListRow, ContentHead, Delegate, NumberRow, PersonInPost } from "../../store/index.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Language } from "../http/language.ts";
import { texts } from "../texts/index.ts";
import { actionViews, type ActionContext } from "./actions.ts";
import { caseListItem, type ListContext } from "./case-list.ts";
import { actorView } from "./event.ts";
import { postView, unitName, type Units } from "./names.ts";

export interface CaseParts extends ActionContext, ListContext {
  row: CaseListRow;
  people: PersonInPost[];
  /** Who acts today in place of people on the way. */
  delegates: Delegate[];
  numbers: NumberRow[];
  /** Versions the caller may read. */
  contents: readonly ContentHead[];
  /** Events that moved the case from step to step, oldest first. */
  moves: SealedEvent[];
  draft: CaseView["draft"];
  lines: CaseView["lines"];
}

const inPost = (people: PersonInPost[], post: PostRef): PersonInPost[] =>
  people.filter((person) => person.unit === post.unit && person.role === post.role);

/** Somebody who did not write the content must be able to act, or the case would wait for ever. */
function staffed({ people, state }: CaseParts, { phase, holders, step }: Waypoint, input: CaseInput): boolean {
  if (phase === "done" || holders.length === 0) return true;
  const able = holders.flatMap((post) => inPost(people, post)).map((person) => person.personId);
  const decides = fourEyesKinds.includes(stepAt(input, step).kind);
  return able.some((person) => !decides || !state.authors.includes(person));
}

const completing = (moves: SealedEvent[], step: string): SealedEvent | undefined =>
  moves.findLast((event) => event.step === step && event.type !== "returned");

/** The hand, and for whom it acted. */
const handText = ({ name, onBehalfOf }: Actor, language: Language): string =>
  onBehalfOf ? texts[language].actsFor(name, onBehalfOf.name) : name;

/** Those who hold a post, then those to whom it is delegated for a pipeline such as this. */
function namesIn({ people, delegates, input, language }: CaseParts, post: PostRef): string[] {
  const { id } = input.pipeline;
  const acting = delegates
    .filter((one) => samePost(one, post) && (one.pipelines.length === 0 || one.pipelines.includes(id)))
    .map(({ name, holder }) => texts[language].actsFor(name, holder));
  return [...inPost(people, post).map(({ name }) => name), ...acting];
}

function waypointView(parts: CaseParts, waypoint: Waypoint): CaseView["waypoints"][number] {
  const { input, units, moves } = parts;
  const done = waypoint.phase === "done" ? completing(moves, waypoint.step) : undefined;
  return {
    step: waypoint.step,
    name: stepAt(input, waypoint.step).name,
    phase: waypoint.phase,
    holders: waypoint.holders.map((post) => ({
      ...postView(units, post),
      people: namesIn(parts, post),
    })),
    staffed: staffed(parts, waypoint, input),
    expectedAt: isoOrNull(waypoint.expectedAt),
    doneAt: done ? iso(done.at) : null,
    doneBy: done?.actor ? handText(done.actor, parts.language) : null,
  };
}

/** A newer table may have dropped the step: then the table under which it was signed names it. */
function signedStepName({ moves, tables, input }: CaseParts, { step, seq }: Signature): Label {
  const then = moves.find((event) => event.seq >= seq && event.step === step);
  const table = (then && tables.get(then.pipeline)) ?? input.pipeline;
  return input.pipeline.steps[step]?.name ?? table.steps[step]?.name ?? { vi: step, en: step };
}

const signatureView = (parts: CaseParts, signature: Signature): CaseView["signatures"][number] => ({
  step: signature.step,
  stepName: signedStepName(parts, signature),
  round: signature.round,
  name: signature.name,
  post: postView(parts.units, signature.post),
  onBehalfOf: signature.onBehalfOf ?? null,
  at: iso(signature.at),
  hash: signature.hash,
  superseded: signature.supersededBy !== undefined,
  mark: signature.mark ?? null,
  position: signature.position ?? null,
});

/** What goes on at the present step besides its own decision. */
function proceedingsView(state: CaseState, units: Units): Pick<CaseView, "consulted" | "questions" | "skipProposed"> {
  const { consulted, skip } = state;
  return {
    consulted: consulted.map(({ unit, answered, position }) => ({
      unit,
      unitName: unitName(units, unit),
      answered: answered !== null,
      position: position ?? null,
    })),
    questions: questionsOf(state).map(({ seq, by, post, at, text, to, lines }) => ({
      seq,
      by,
      post: postView(units, post),
      at: iso(at),
      text,
      to: to.map((asked) => postView(units, asked)),
      lines: lines ?? [],
    })),
    skipProposed: skip && { by: skip.by, at: iso(skip.at), reason: skip.reason ?? "" },
  };
}

function returnedView(state: CaseState, moves: SealedEvent[], units: Units): CaseView["returned"] {
  const event = moves.find(({ seq }) => seq === state.returned?.seq);
  if (!state.returned || !event) return null;
  return {
    by: event.actor && actorView(event.actor, units),
    at: iso(event.at),
    code: state.returned.code,
    reason: event.data.reason ?? "",
    sections: state.returned.sections,
  };
}

const asideView = ({ aside }: CaseState): CaseView["aside"] =>
  aside ? { by: aside.by, at: iso(aside.at), reason: aside.reason } : null;

function dueView(input: CaseInput, state: CaseState): CaseView["due"] {
  const due = termOf(input, state);
  if (!due) return null;
  return {
    legalDue: iso(due.legalDue),
    effectiveDue: iso(due.effectiveDue),
    internalTarget: iso(due.internalTarget),
  };
}

const clockView = ({ clock }: CaseState): CaseView["clock"] => ({
  pausedAt: isoOrNull(clock.pausedAt),
  missingYear: clock.missingYear,
  extensions: clock.extended.map(({ from, to, reason }) => ({ from: iso(from), to: iso(to), reason })),
});

export function caseView(parts: CaseParts): CaseView {
  const { row, input, state, units } = parts;
  const form = formNameOf(input.pipeline.id);
  return {
    ...caseListItem(row, parts),
    pipelineName: input.pipeline.name,
    pipelineVersion: input.pipeline.version,
    seq: row.seq,
    content: state.content,
    contents: parts.contents.map(({ number, createdAt, createdBy, createdByName }) => ({
      number,
      createdAt: iso(createdAt),
      createdBy: createdByName ?? createdBy,
    })),
    aside: asideView(state),
    due: dueView(input, state),
    clock: clockView(state),
    returned: returnedView(state, parts.moves, units),
    signatures: state.signatures.map((signature) => signatureView(parts, signature)),
    ...proceedingsView(state, units),
    lines: parts.lines,
    numbers: parts.numbers.map(({ step, symbol, date }) => ({ step, number: symbol, date })),
    waypoints: waypointsOf(input, state).map((waypoint) => waypointView(parts, waypoint)),
    actions: actionViews(parts),
    draft: parts.draft,
    form,
    sections: form === "paper" ? paperSections(input.pipeline) : [],
  };
}

/** Every post named on the case page, so that people are looked up once. */
export const postsOnTheWay = (input: CaseInput, state: CaseState): PostRef[] =>
  waypointsOf(input, state).flatMap((waypoint) => waypoint.holders);
