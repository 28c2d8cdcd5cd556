import type { Seated, DelegationState, DelegationTerms } from "../domain/delegation/index.ts";
import { addDays } from "../domain/calendar/index.ts";
import type { Instant } from "../domain/engine/case.ts";
import type { Role } from "../domain/engine/pipeline.ts";

/** A row of the register with the head of its chain. */
export interface DelegationRow {
  id: string;
  fromPersonId: string;
  fromName: string;
  fromUnit: string;
  fromRole: Role;
  toPersonId: string;
  toName: string;
  toUnit: string;
  toRole: Role;
  /** YYYY-MM-DD; `to` is exclusive. */
  from: string;
  to: string;
  pipelines: string[];
  ceiling: string | null;
  documentNumber: string;
  documentDate: string;
  needsAcceptance: boolean;
  madeAt: Instant;
  acceptedAt: Instant | null;
  endedAt: Instant | null;
  outcome: "declined" | "ended" | null;
  payloadHash: string;
  seq: number;
  hash: string;
  /** Who entered it. */
  madeBy: string;
}

const day = (column: string): string => `to_char(d."${column}", 'YYYY-MM-DD') AS "${column}"`;

export const delegationColumns = `d."id", d."fromPersonId", d."fromName", d."fromUnit", d."fromRole", d."toPersonId",
  d."toName", d."toUnit", d."toRole", ${day("from")}, ${day("to")}, d."pipelines", d."ceiling"::text AS "ceiling",
  d."documentNumber", ${day("documentDate")}, d."needsAcceptance", d."madeAt", d."acceptedAt", d."endedAt", d."outcome",
  d."payloadHash", last."seq", last."hash", first."body"->'by'->>'name' AS "madeBy"`;

export const delegationSource = `"Delegation" d
JOIN "DelegationEvent" first ON first."delegationId" = d."id" AND first."seq" = 1
JOIN LATERAL (SELECT e."seq", e."hash" FROM "DelegationEvent" e WHERE e."delegationId" = d."id"
  ORDER BY e."seq" DESC LIMIT 1) last ON true`;

const seat = (personId: string, name: string, unit: string, role: Role): Seated => ({
  personId,
  name,
  post: { unit, role },
});

export const termsOf = (row: DelegationRow): DelegationTerms => ({
  id: row.id,
  from: seat(row.fromPersonId, row.fromName, row.fromUnit, row.fromRole),
  to: seat(row.toPersonId, row.toName, row.toUnit, row.toRole),
  start: row.from,
  end: addDays(row.to, -1),
  pipelines: row.pipelines,
  ceiling: row.ceiling,
  document: { number: row.documentNumber, date: row.documentDate },
  needsAcceptance: row.needsAcceptance,
});

export const stateOf = (row: DelegationRow): DelegationState => ({
  terms: termsOf(row),
  acceptedAt: row.acceptedAt,
  ended: row.endedAt !== null && row.outcome !== null ? { at: row.endedAt, how: row.outcome } : null,
});

export const columnsOf = ({ id, from, to, start, end, pipelines, ceiling, document, ...rest }: DelegationTerms) => ({
  id,
  fromPersonId: from.personId,
  fromName: from.name,
  fromUnit: from.post.unit,
  fromRole: from.post.role,
  toPersonId: to.personId,
  toName: to.name,
  toUnit: to.post.unit,
  toRole: to.post.role,
  from: start,
  to: addDays(end, 1),
  pipelines,
  ceiling,
  documentNumber: document.number,
  documentDate: document.date,
  needsAcceptance: rest.needsAcceptance,
});
