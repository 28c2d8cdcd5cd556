import {
  boolean,
  discriminatedUnion,
  literal,
  number,
  object,
  record,
  string,
  unknown,
  enum as zEnum,
  type infer as Infer,
} from "zod";
import { CEILING_MODES } from "../funding/ceiling.ts";
import { CEILING_PAPERS, LINE_PAPERS, PAPER_STATUSES } from "../funding/papers.ts";
import { instantSchema, pageOf, pageQuery, postViewSchema, requiredText, text, uuidSchema } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { document, dong, lineId } from "./money-fields.ts";

const signer = object({ name: string(), post: postViewSchema, at: instantSchema });

export const paperSchema = object({
  id: string(),
  kind: zEnum([...LINE_PAPERS, ...CEILING_PAPERS]),
  /** A line, or the place of a ceiling: source|year|window. */
  subjectId: string(),
  title: string(),
  status: zEnum(PAPER_STATUSES),
  document: string(),
  amount: dong.nullable(),
  reason: string().nullable(),
  /** As it was sent: source, year, window and modes of a ceiling. */
  body: record(string(), unknown()),
  proposed: signer,
  answered: signer.extend({ reason: string().nullable() }).nullable(),
  /** What the caller may do with it now. */
  may: object({ confirm: boolean(), withdraw: boolean() }),
});
export type PaperView = Infer<typeof paperSchema>;

const id = uuidSchema;
const reason = text(1000).optional();

export const weighedPaperSchema = object({
  verdict: zEnum(["ok", ...CEILING_MODES]),
  source: string().nullable(),
  remaining: dong.nullable(),
  over: dong,
});

export const paperEndpoints = {
  proposePaper: endpoint({
    method: "POST",
    path: "/money/lines/{lineId}/papers",
    tag: "funding",
    summary:
      "Enter a supplement, a recovery, a carry-over or a settlement; booked once a second person has confirmed it",
    params: object({ lineId }),
    body: discriminatedUnion("kind", [
      object({ kind: literal("supplemented"), id, amount: dong, document, reason }).strict(),
      object({ kind: literal("recovered"), id, amount: dong, document, reason }).strict(),
      object({ kind: literal("carried-over"), id, amount: dong, document, reason }).strict(),
      object({ kind: literal("settled"), id, document, reason }).strict(),
    ]),
    response: paperSchema,
  }),
  weighPaper: endpoint({
    method: "POST",
    path: "/money/lines/{lineId}/papers/weigh",
    tag: "funding",
    summary: "What the ceilings would say to a supplement or a carry-over",
    params: object({ lineId }),
    body: object({ kind: zEnum(["supplemented", "carried-over"]), amount: dong }).strict(),
    response: weighedPaperSchema,
  }),
  answerPaper: endpoint({
    method: "POST",
    path: "/money/papers/{paperId}/answer",
    tag: "funding",
    summary: "Confirm, decline or take back a paper; the second of two persons confirms; safe to repeat",
    params: object({ paperId: uuidSchema }),
    body: discriminatedUnion("act", [
      object({ act: literal("confirmed") }).strict(),
      object({ act: literal("declined"), reason: requiredText(1000) }).strict(),
      object({ act: literal("withdrawn"), reason }).strict(),
    ]),
    response: paperSchema,
  }),
  listPapers: endpoint({
    method: "GET",
    path: "/money/papers",
    tag: "funding",
    summary: "Papers about money, newest first",
    query: object({
      ...pageQuery,
      status: zEnum(PAPER_STATUSES).optional(),
      subjectId: string().max(200).optional(),
      of: zEnum(["ceilings", "lines"]).optional(),
    }).strict(),
    response: pageOf(paperSchema),
  }),
  listMoneyBook: endpoint({
    method: "GET",
    path: "/money/book",
    tag: "funding",
    summary: "The sealed chain of everything said about papers, to be verified offline",
    query: object({ ...pageQuery }).strict(),
    response: pageOf(
      object({
        seq: number().int(),
        paperId: string(),
        act: zEnum(PAPER_STATUSES),
        prevHash: string(),
        hash: string(),
      }).loose(),
    ),
  }),
};
