import { array, discriminatedUnion, literal, number, object, string, enum as zEnum, type infer as Infer } from "zod";
import { returnReasons } from "../engine/command.ts";
import { lineDecisions, MAX_LINES, positions } from "../engine/content.ts";
import { signingForms } from "../engine/pipeline.ts";
import {
  hashSchema,
  instantSchema,
  lineIdSchema,
  localDateSchema,
  postSchema,
  requiredText,
  roleSchema,
  text,
} from "./common.ts";

const reason = requiredText(2000);
const comment = text(2000).optional();
const code = zEnum(returnReasons);
const step = string().max(40);
const unit = string().min(1).max(40);
const line = lineIdSchema;
/** Integer đồng within what a JSON number holds exactly. */
const amount = number().int().nonnegative();
const lineAmount = object({
  line,
  amount,
  position: zEnum(positions).optional(),
  reason: text(500).optional(),
}).strict();

/** Number of an event. */
const seq = number().int().positive().max(1_000_000);

/** What a person may ask of a case. Content is not in it: the server freezes the draft it holds. */
export const commandBodySchema = discriminatedUnion("verb", [
  object({ verb: literal("submit"), draftVersion: number().int().nonnegative(), comment }).strict(),
  object({
    verb: literal("approve"),
    mark: zEnum(signingForms).optional(),
    comment,
    proposals: array(lineAmount.omit({ position: true }))
      .max(MAX_LINES)
      .optional(),
  }).strict(),
  object({
    verb: literal("return"),
    code,
    reason,
    sections: array(string().max(40)).max(40).default([]),
    to: step.optional(),
  }).strict(),
  object({ verb: literal("reject"), code, reason }).strict(),
  object({
    verb: literal("clarify"),
    reason,
    to: step.optional(),
    lines: array(line).max(MAX_LINES).optional(),
  }).strict(),
  object({ verb: literal("answer"), comment: reason, question: seq.optional() }).strict(),
  object({ verb: literal("retract-question"), reason, question: seq.optional() }).strict(),
  object({
    verb: literal("opine"),
    position: zEnum(positions),
    comment,
    amounts: array(lineAmount).max(MAX_LINES).optional(),
  }).strict(),
  object({ verb: literal("proceed"), comment }).strict(),
  object({ verb: literal("consult"), unit, roles: array(roleSchema).min(1).max(6), reason }).strict(),
  object({ verb: literal("unconsult"), unit, reason }).strict(),
  object({
    verb: literal("decide-lines"),
    decisions: array(
      object({
        line,
        decision: zEnum(lineDecisions),
        amount: amount.optional(),
        reason: text(500).optional(),
      }).strict(),
    )
      .min(1)
      .max(MAX_LINES),
    comment,
  }).strict(),
  object({
    verb: literal("resolve-lines"),
    lines: array(line).min(1).max(MAX_LINES),
    resolution: object({
      number: requiredText(60),
      date: localDateSchema,
      issuer: requiredText(200),
      abstract: requiredText(500),
    }).strict(),
  }).strict(),
  object({
    verb: literal("freeze"),
    draftVersion: number().int().nonnegative(),
    /** Of the desk whose figures were on screen; refused when other reports are in by now. */
    seen: hashSchema.optional(),
    missing: array(object({ unit: string().max(40), case: string().max(80).optional(), reason }).strict()).max(5000),
  }).strict(),
  object({ verb: literal("issue"), comment }).strict(),
  object({ verb: literal("withdraw"), reason }).strict(),
  object({ verb: literal("retract"), reason }).strict(),
  object({
    verb: literal("reassign"),
    to: postSchema.extend({ personId: string().max(60).optional() }).strict(),
    reason,
  }).strict(),
  object({ verb: literal("extend"), dueAt: instantSchema, reason }).strict(),
  object({ verb: literal("skip"), reason }).strict(),
  object({ verb: literal("confirm-skip"), comment }).strict(),
  object({ verb: literal("remind"), reason }).strict(),
  object({ verb: literal("comment"), comment: reason }).strict(),
]);
export type CommandRequestBody = Infer<typeof commandBodySchema>;
