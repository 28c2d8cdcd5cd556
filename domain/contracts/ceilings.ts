import { array, boolean, discriminatedUnion, literal, number, object, partialRecord, string, enum as zEnum } from "zod";
import { CEILING_MODES, COUNTED_STAGES } from "../funding/ceiling.ts";
import { BUDGET_WINDOWS } from "../funding/windows.ts";
import { idSchema, pageOf, pageQuery, requiredText, uuidSchema } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { code, document, dong, lineId, year } from "./money-fields.ts";
import { paperSchema } from "./papers.ts";

const modes = partialRecord(zEnum(COUNTED_STAGES), zEnum(CEILING_MODES));

export const weighedSchema = object({
  ceiling: object({
    id: string(),
    source: string(),
    year: number().int(),
    window: string().nullable(),
    amount: dong,
    modes,
  }),
  /** Counted by all other lines. */
  counted: dong,
  added: dong,
  verdict: zEnum(["ok", ...CEILING_MODES]),
  remaining: dong,
  over: dong,
});

const standing = object({ counted: dong, remaining: dong, over: dong });

export const ceilingSchema = object({
  id: string(),
  source: string(),
  year: number().int(),
  window: string().nullable(),
  amount: dong,
  modes,
  document: string(),
  version: number().int(),
  active: boolean(),
  /** By stage: what counts, what is left, by how much it is exceeded. */
  stages: object({ requested: standing, appraised: standing, decided: standing, assigned: standing }),
  /** The change that waits for its second person. */
  openPaperId: string().nullable(),
});

const place = {
  id: uuidSchema,
  source: code,
  year: number().int().min(2024).max(2045),
  window: zEnum(BUDGET_WINDOWS).nullable(),
  document,
  reason: requiredText(1000),
  /** Version on screen; 0 for a ceiling that is not there yet. */
  base: number().int().min(0),
};

export const ceilingEndpoints = {
  listCeilings: endpoint({
    method: "GET",
    path: "/ceilings",
    tag: "funding",
    summary: "Ceilings with what counts under each at every stage",
    query: object({ ...pageQuery, year: year.optional(), ended: literal("1").optional() }).strict(),
    response: pageOf(ceilingSchema),
  }),
  proposeCeiling: endpoint({
    method: "POST",
    path: "/ceilings/papers",
    tag: "funding",
    summary: "Enter a new ceiling, a change or an end; it holds once a second person has confirmed it; safe to repeat",
    body: discriminatedUnion("kind", [
      object({ kind: literal("ceiling-set"), ...place, amount: dong, modes }).strict(),
      object({ kind: literal("ceiling-end"), ...place }).strict(),
    ]),
    response: paperSchema,
  }),
  weighLines: endpoint({
    method: "POST",
    path: "/ceilings/weigh",
    tag: "funding",
    summary: "What the ceilings would say to these amounts; a decision is weighed again, under a lock, when it is sent",
    body: object({
      stage: zEnum(COUNTED_STAGES),
      changes: array(object({ line: lineId, amount: dong }).strict())
        .min(1)
        .max(500),
    }).strict(),
    response: object({ items: array(weighedSchema) }),
  }),
  weighDraft: endpoint({
    method: "GET",
    path: "/cases/{caseId}/draft/ceilings",
    tag: "funding",
    summary: "What the ceilings would say to the request as it stands in the draft",
    params: object({ caseId: idSchema }),
    response: object({ items: array(weighedSchema) }),
  }),
};
