import { array, iso, number, object, string, enum as zEnum, type ZodType, type infer as Infer } from "zod";
import { roles } from "../engine/pipeline.ts";

/** NFC at the edge: two spellings of one Vietnamese word never become two values. */
const nfc = (text: string): string => text.normalize("NFC");

export const text = (max: number) => string().transform(nfc).pipe(string().max(max));
export const requiredText = (max: number) =>
  string()
    .transform((value) => nfc(value).trim())
    .pipe(string().min(1).max(max));

export const idSchema = string().regex(/^[a-z0-9][a-z0-9-]{0,120}$/);
export const uuidSchema = string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const hashSchema = string().regex(/^[0-9a-f]{64}$/);
/** YYYY-MM-DD, a day in Việt Nam. */
export const localDateSchema = iso.date();
/** ISO 8601 in UTC. */
export const instantSchema = iso.datetime();
export const labelSchema = object({ vi: string(), en: string() });

export const roleSchema = zEnum(roles);
export const postSchema = object({ unit: string().max(40), role: roleSchema });
export const postViewSchema = postSchema.extend({ unitName: string() });

/** Keyset paging: `cursor` is opaque; `next` is null on the last page. `total` only where counting is cheap. */
export const pageQuery = {
  cursor: string().max(500).optional(),
  limit: string()
    .regex(/^\d{1,3}$/)
    .optional(),
};
export const pageOf = <T extends ZodType>(item: T) =>
  object({ items: array(item), next: string().nullable(), total: number().int().optional() });

/** RFC 9457. `code` is stable and machine-readable; `title`/`detail` are in the language asked for. */
export const problemSchema = object({
  type: string(),
  title: string(),
  status: number().int(),
  code: string(),
  detail: string().optional(),
  /** What the reader can do next. */
  remedy: string().optional(),
  instance: string().optional(),
  incident: string().optional(),
  errors: array(object({ path: string(), code: string(), message: string() })).optional(),
  /** Data of the rule that refused, e.g. who acted meanwhile. */
  data: object({}).loose().optional(),
});
export type Problem = Infer<typeof problemSchema>;
