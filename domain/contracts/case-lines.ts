import { array, boolean, number, object, string, enum as zEnum, type infer as Infer } from "zod";
import { lineStatuses, positions } from "../engine/content.ts";
import { branches } from "../engine/pipeline.ts";
import { isDong } from "../money/dong.ts";

const dong = string().refine(isDong, { error: "whole đồng as digits, without separators" });

/**
 * One line of a list on its way (table C of vietnam.md §8.2): what was asked, what each adviser would give, what is put
 * forward, what was decided, and each time why. On a request's own page, the same line as its list has it.
 */
export const caseLineSchema = object({
  id: string(),
  unit: string(),
  unitName: string(),
  task: string(),
  title: string(),
  source: string(),
  year: number().int(),
  window: string(),
  branch: zEnum(branches).nullable(),
  requested: dong,
  appraised: array(
    object({
      unit: string(),
      unitName: string(),
      position: zEnum(positions),
      amount: dong,
      reason: string().nullable(),
    }),
  ),
  /** Must be explained before it goes up. */
  differs: boolean(),
  proposed: dong.nullable(),
  proposedReason: string().nullable(),
  status: zEnum(lineStatuses),
  /** null: not decided. */
  decided: dong.nullable(),
  /** Of its status: why so much, why not, what is unclear, why the council is asked. */
  reason: string().nullable(),
  /** By how much the decision exceeds a ceiling, and what that one asks for. */
  over: dong.nullable(),
  excess: zEnum(["warn", "higher-signature"]).nullable(),
  resolution: object({ number: string(), date: string(), issuer: string(), abstract: string() }).nullable(),
  assigned: dong,
  /** Paper it was assigned by. */
  document: string().nullable(),
  withdrawn: boolean(),
  /** The list on which it is decided, where that is another case. */
  listCase: string().nullable(),
  /** Other requests for the same task, source and year. */
  duplicates: array(object({ requestId: string(), title: string(), amount: dong })),
});
export type CaseLineView = Infer<typeof caseLineSchema>;
