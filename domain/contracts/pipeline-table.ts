import {
  array,
  boolean,
  discriminatedUnion,
  literal,
  number,
  record,
  strictObject,
  string,
  union,
  enum as zEnum,
  type infer as Infer,
} from "zod";
import { MAX_LINES } from "../engine/content.ts";
import { branches, milestones, signingForms, type Pipeline, type Role } from "../engine/pipeline.ts";
import { text, roleSchema } from "./common.ts";

/*
 * The form of a table as it may be uploaded. It checks types and sizes; whether the table makes sense is the linter's
 * question (domain/lint). The last lines of this file prove that it says the same as the type.
 */

/** Names that are part of every object already must not be steps. */
const stepId = string().regex(/^(?!(?:constructor|prototype|toString|valueOf)$)[a-z][a-z0-9-]{0,39}$/);
const stepIds = array(stepId).max(20);
const label = strictObject({ vi: text(120), en: text(120) });
const field = string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,39}$/);
const value = text(80);
const days = number().min(0).max(366).multipleOf(0.5);
const wholeDays = number().int().min(0).max(366);

const party = zEnum(["owner", "department", "finance", "planning", "office", "committee"]);
const roles = array(roleSchema).max(10);
const holder = strictObject({ party, roles });
const milestone = zEnum(milestones);
const mark = zEnum(signingForms);

const deadline = strictObject({
  by: union([literal("case"), strictObject({ workingDays: days })]),
  target: wholeDays.exactOptional(),
  rework: days.exactOptional(),

  remind: array(wholeDays).max(12),
  escalate: strictObject({
    after: array(wholeDays).max(12),
    to: union([holder, strictObject({ asked: roles })]),
  }).exactOptional(),
});

const of = literal("content").exactOptional();
const condition = union([
  strictObject({ of, field, is: union([value, boolean()]) }),
  strictObject({ of, field, atLeast: number() }),
  strictObject({ of, field, in: array(value).max(100) }),
]);

const base = {
  name: label,
  milestone: milestone.exactOptional(),
  fulfilsDuty: boolean().exactOptional(),
  retract: strictObject({ by: holder, to: stepId }).exactOptional(),
  lapse: stepId.exactOptional(),
};
const timed = { deadline: deadline.exactOptional() };
const asking = { clarify: stepIds.exactOptional() };
const skippable = { skippable: literal(true).exactOptional() };
const survival = {
  survives: zEnum(["content-change", "same-content"]).exactOptional(),
  concerns: array(string().max(40)).max(40).exactOptional(),
};
const decided = { approve: stepId, return: stepIds.exactOptional(), reject: stepId.exactOptional() };

const submit = strictObject({
  ...base,
  ...timed,
  kind: literal("submit"),
  by: holder,
  sections: array(string().max(40)).max(60),
  to: stepId,
  withdraw: stepId.exactOptional(),
});

const decide = strictObject({
  ...base,
  ...timed,
  ...survival,
  ...asking,
  ...skippable,
  kind: literal("decide"),
  by: holder,
  quorum: number().int().min(1).max(100).exactOptional(),
  of: number().int().min(1).max(100).exactOptional(),
  act: zEnum(["approve", "sign", "receive", "examine"]),
  proposes: literal(true).exactOptional(),
  on: strictObject(decided),
});

const gather = strictObject({
  ...base,
  ...timed,
  kind: literal("gather"),
  by: holder,
  minimumPercent: number().min(0).max(100),
  lines: strictObject({ most: number().int().min(1).max(MAX_LINES) }).exactOptional(),
  to: stepId,
});

const issue = strictObject({
  ...base,
  ...timed,
  kind: literal("issue"),
  by: holder,
  series: zEnum(["BC", "TTr", "QĐ", "TB"]),
  of: party.exactOptional(),
  to: stepId,
  return: stepIds.exactOptional(),
});

const awaiting = strictObject({
  ...base,
  ...skippable,
  kind: literal("await"),
  awaits: milestone,
  to: stepId,
  by: holder.exactOptional(),
  return: stepIds.exactOptional(),
});

const branch = strictObject({
  ...base,
  kind: literal("branch"),
  when: array(strictObject({ if: condition, to: stepId })).max(20),
  otherwise: stepId,
});

const opinions = strictObject({
  ...base,
  ...timed,
  ...survival,
  ...asking,
  ...skippable,
  kind: literal("opinions"),
  by: holder,
  from: array(
    strictObject({
      party,
      roles,
      if: condition.exactOptional(),
      appraises: zEnum(branches).exactOptional(),
    }),
  ).max(20),
  noReply: zEnum(["waits", "counts-as-no-objection"]),
  amounts: literal("required").exactOptional(),
  to: stepId,
  return: stepIds.exactOptional(),
});

const forms = array(mark).max(8).exactOptional();
const marks = strictObject(
  Object.fromEntries(roleSchema.options.map((role) => [role, forms])) as Record<Role, typeof forms>,
);

const sign = strictObject({
  ...base,
  ...timed,
  ...survival,
  ...asking,
  kind: literal("sign"),
  by: holder,
  marks,
  on: strictObject(decided),
});

const lines = strictObject({
  ...base,
  ...timed,
  ...asking,
  kind: literal("lines"),
  by: holder,
  ceiling: zEnum(["stop", "warn", "higher-signature"]),
  refers: label.exactOptional(),
  referral: strictObject({ by: array(holder).max(6) }).exactOptional(),
  asksOwner: roles.exactOptional(),
  on: strictObject({
    done: stepId,
    higher: stepId.exactOptional(),
    return: stepIds.exactOptional(),
    clarify: stepId.exactOptional(),
  }),
});

const task = strictObject({ ...base, ...skippable, kind: literal("task"), run: field, to: stepId });

const end = strictObject({
  ...base,
  kind: literal("end"),
  outcome: zEnum(["completed", "rejected", "withdrawn", "lapsed"]),
});

const step = discriminatedUnion("kind", [
  submit,
  decide,
  gather,
  issue,
  awaiting,
  branch,
  opinions,
  sign,
  lines,
  task,
  end,
]);

export const pipelineIdSchema = string().regex(/^[a-z][a-z0-9-]{0,59}$/);

export const pipelineTableSchema = strictObject({
  id: pipelineIdSchema,
  version: number().int().min(1).max(100_000),
  name: label,
  start: stepId,
  steps: record(stepId, step).refine((steps) => Object.keys(steps).length <= 80, { error: "too many steps" }),
});

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile when the schema and the type part: a field added to the one is missing in the other. */
export const schemaSaysWhatTheTypeSays: Same<Frozen<Infer<typeof pipelineTableSchema>>, Frozen<Pipeline>> = true;
