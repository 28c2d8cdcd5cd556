import type {
  Actor,
  Assignment,
  CaseInput,
  ContentRef,
  Facts,
  Holder,
  Line,
  PostRef,
  Role,
  Step,
  StepId,
} from "../../../../../domain/engine/index.ts";

/*
 * A second interpreter of a table, written from docs/pipelines.md and sharing nothing with the engine but its types: a
 * sheet of paper on which a clerk keeps one case. `allowed.ts` says whether an act may be done, `moves.ts` does it.
 */

export interface Signed {
  seq: number;
  step: StepId;
  round: number;
  persons: string[];
  unit: string;
  hash: string;
  /** An opinion, not an approval. */
  opinion: boolean;
  void: boolean;
}

export interface Asked {
  unit: string;
  roles: readonly Role[];
  answered: number | null;
  /** Branches it appraises, where the table tells lines apart. */
  branches?: readonly string[];
  assigned?: Assignment;
}

export interface Amount extends Line {
  status: "open" | "to-clarify" | "referred" | "approved" | "approved-in-part" | "rejected" | "deferred";
  granted: number;
  over: number;
  /** What advisers and the department said of it; it counts as long as the signature it was said with. */
  said: { seq: number; unit: string; amount: number; position: string }[];
  proposed?: { seq: number; amount: number };
  step?: StepId;
  seq?: number;
}

export interface Sheet {
  input: CaseInput;
  seq: number;
  step: StepId;
  round: number;
  ended: boolean;
  content: ContentRef | null;
  facts: Facts;
  lines: Amount[];
  authors: Set<string>;
  signed: Signed[];
  /** Those of the signatures that count as votes of the present stay. */
  votes: number[];
  asked: Asked[];
  assigned: Assignment | null;
  /** One open question for each asker. */
  questions: { seq: number; persons: string[]; post: Assignment; to: Assignment[] }[];
  proposedBy: string[] | null;
  /** What may be taken back: which event, to which step, by which post. */
  sent: { seq: number; step: StepId; post: PostRef } | null;
}

export const at = ({ input, step }: Sheet): Step => input.pipeline.steps[step]!;
export const stepOf = ({ input }: Sheet, id: StepId): Step => input.pipeline.steps[id]!;

export const persons = ({ personId, onBehalfOf }: Actor): string[] =>
  onBehalfOf ? [personId, onBehalfOf.personId] : [personId];
export const right = ({ post, onBehalfOf }: Actor): PostRef => onBehalfOf?.post ?? post;

export const seats = ({ input }: Sheet, { party, roles }: Holder): Assignment[] => {
  const unit = input.parties[party];
  return unit === undefined ? [] : roles.map((role) => ({ unit, role }));
};

export const isOne = (actor: Actor, posts: readonly Assignment[]): boolean =>
  posts.some(({ unit, role, personId }) => {
    const fits = right(actor).unit === unit && right(actor).role === role;
    return fits && (personId === undefined || persons(actor).includes(personId));
  });

export const askedPosts = ({ unit, roles, assigned }: Asked): Assignment[] =>
  assigned ? [assigned] : roles.map((role) => ({ unit, role }));

/** Whether each adviser has lines of its own. */
export const apart = (step: Step): boolean => step.kind === "opinions" && step.from.some((from) => from.appraises);

/** The units a step asks, each once, its roles and its branches together. */
export function unitsAsked(sheet: Sheet, id: StepId): Asked[] {
  const step = stepOf(sheet, id);
  const found: { unit: string; roles: Role[]; branches: string[] }[] = [];
  for (const from of step.kind === "opinions" ? step.from : []) {
    const unit = sheet.input.parties[from.party];
    if (unit === undefined || (from.if && !meets(sheet, from.if))) continue;
    const branches = from.appraises ? [from.appraises] : [];
    const known = found.find((one) => one.unit === unit);
    known?.roles.push(...from.roles.filter((role) => !known.roles.includes(role)));
    known?.branches.push(...branches);
    if (!known) found.push({ unit, roles: [...from.roles], branches });
  }
  return found.map(({ branches, ...one }) => ({ ...one, answered: null, ...(apart(step) && { branches }) }));
}

type Test = { of?: "content"; field: string } & Record<string, unknown>;

export function meets({ input, facts }: Sheet, condition: object): boolean {
  const test = condition as Test;
  const value = test.of === "content" ? facts[test.field] : input.settings[test.field];
  if ("atLeast" in test) return typeof value === "number" && value >= (test.atLeast as number);
  return "in" in test ? (test.in as unknown[]).includes(value) : value === test.is;
}

/** Who has to act: the units still awaited, whoever the work was given to, else the holder of the step. */
export function acting(sheet: Sheet): Assignment[] {
  const step = at(sheet);
  if (step.kind === "opinions") return sheet.asked.filter(({ answered }) => answered === null).flatMap(askedPosts);
  if (sheet.assigned) return [sheet.assigned];
  return "by" in step && step.by ? seats(sheet, step.by) : [];
}

/** Who records what the council resolves on the lines that wait for it. */
export function recording(sheet: Sheet): Assignment[] {
  const step = at(sheet);
  const by = step.kind === "lines" ? (step.referral?.by ?? []) : [];
  return by.flatMap((holder) => seats(sheet, holder));
}

const onlyCouncil = ({ lines }: Sheet): boolean =>
  lines.some(({ status }) => status === "referred") &&
  !lines.some(({ status }) => status === "open" || status === "to-clarify");

/** Said with a signature that still counts. */
export const counts = ({ signed }: Sheet, { seq }: { seq: number }): boolean =>
  signed.some((one) => one.seq === seq && !one.void);

/** Lines that advisers would not leave as they were requested. */
export const disputed = (sheet: Sheet): Amount[] =>
  sheet.lines.filter(({ requested, said }) =>
    said.some(
      (one) =>
        counts(sheet, one) && (one.amount !== requested || one.position === "object" || one.position === "not-placed"),
    ),
  );

/** At whose desk it lies: `overdue`, since opinions whose term is over come to their coordinator. */
export function desks(sheet: Sheet, overdue: boolean): Set<string> {
  const step = at(sheet);
  const over = step.kind === "opinions" && step.noReply !== "waits" && overdue;
  const posts = [
    ...(step.kind === "await" ? [] : acting(sheet)),
    ...(over ? seats(sheet, step.by) : []),
    ...(onlyCouncil(sheet) ? recording(sheet) : []),
    ...sheet.questions.flatMap(({ to }) => to),
  ];
  return new Set(sheet.ended ? [] : posts.map(({ unit, role, personId = "" }) => `${unit}/${role}/${personId}`));
}

export const votesGiven = ({ votes }: Sheet): number => votes.length;

export const blank = (input: CaseInput): Sheet => ({
  input,
  seq: 1,
  step: input.pipeline.start,
  round: 1,
  ended: false,
  content: null,
  facts: {},
  lines: [],
  authors: new Set(),
  signed: [],
  votes: [],
  asked: [],
  assigned: null,
  questions: [],
  proposedBy: null,
  sent: null,
});
