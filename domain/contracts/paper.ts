import { object, record, string, type infer as Infer } from "zod";
import { MAX_TEXT_LENGTH } from "../report/form-spec.ts";
import { text } from "./common.ts";

/** A paper of plain sections (domain/paper). */
export const paperSchema = object({
  sections: record(string().max(60), object({ text: text(MAX_TEXT_LENGTH).optional() }).strict()).default({}),
}).strict();
export type PaperDraft = Infer<typeof paperSchema>;
