import { string } from "zod";
import { idSchema, requiredText, text } from "./common.ts";

/** Field schemas that every question about money shares. */
export { dongSchema as dong, lineIdSchema as lineId } from "./common.ts";
export const year = string().regex(/^\d{4}$/);
export const code = string().max(40);
/** Number and date of the paper behind an amount. */
export const document = requiredText(200);

export const lineFilter = {
  q: text(200).optional(),
  year: year.optional(),
  /** With everything below it in the funding tree. */
  source: code.optional(),
  unit: code.optional(),
  task: code.optional(),
  campaignId: idSchema.optional(),
  requestId: string()
    .regex(/^[a-z0-9][A-Za-z0-9-]{0,120}$/)
    .optional(),
};
