import { dayNumber, type LocalDate } from "../calendar/local-time.ts";
import type { PostRef } from "../engine/actor.ts";
import { samePost } from "../engine/holders.ts";
import { decidingRoles, type Seats } from "../rights/can.ts";
import type { DelegationRejection, DelegationTerms } from "./delegation.ts";
import { mayRecordFor, unitsOfBody } from "./recording.ts";

/** What the directory and the register say when somebody wants to delegate. */
export interface Surroundings {
  by: { personId: string; posts: readonly PostRef[] };
  today: LocalDate;
  seats: Seats;
  /** Posts that both hold on the first day. */
  held: { from: readonly PostRef[]; to: readonly PostRef[] };
  /** Every delegation that is not over. */
  others: readonly DelegationTerms[];
}

/** Giới hạn thời gian: longer than a year is an appointment, not a delegation. */
const LONGEST_DAYS = 366;

type Check = (terms: DelegationTerms, around: Surroundings) => DelegationRejection | null;

const checkSender: Check = ({ from }, { by, seats }) =>
  mayRecordFor(by, from, seats) ? null : { code: "delegation-not-yours", post: from.post };

const checkRoles: Check = ({ from, to }) => {
  if (!decidingRoles.includes(from.post.role)) return { code: "delegation-role-unfit", post: from.post, who: "from" };
  return decidingRoles.includes(to.post.role) ? null : { code: "delegation-role-unfit", post: to.post, who: "to" };
};

const checkPersons: Check = ({ from, to }) => (from.personId === to.personId ? { code: "delegation-to-self" } : null);

const checkBody: Check = ({ from, to }, { seats }) =>
  unitsOfBody(from.post.unit, seats).includes(to.post.unit)
    ? null
    : { code: "delegation-other-body", from: from.post, to: to.post };

const checkPeriod: Check = ({ start, end, document }, { today }) => {
  if (end < start) return { code: "delegation-period", why: "reversed" };
  if (start < today) return { code: "delegation-period", why: "past" };
  if (document.date > start) return { code: "delegation-period", why: "document-later" };
  return dayNumber(end) - dayNumber(start) >= LONGEST_DAYS ? { code: "delegation-period", why: "too-long" } : null;
};

const holds = (posts: readonly PostRef[], post: PostRef): boolean => posts.some((one) => samePost(one, post));

const meets = (a: DelegationTerms, b: DelegationTerms): boolean => a.start <= b.end && b.start <= a.end;

/** A right that was itself delegated is never passed on (không ủy quyền lại). */
const checkPosts: Check = (terms, { held, others }) => {
  const { from, to } = terms;
  if (!holds(held.from, from.post)) {
    const received = others.some((one) => one.to.personId === from.personId && samePost(one.from.post, from.post));
    return { code: received ? "delegation-passed-on" : "delegation-post-not-held", name: from.name, post: from.post };
  }
  return holds(held.to, to.post) ? null : { code: "delegation-post-not-held", name: to.name, post: to.post };
};

const sharePipelines = ({ pipelines: a }: DelegationTerms, { pipelines: b }: DelegationTerms): boolean =>
  a.length === 0 || b.length === 0 || a.some((id) => b.includes(id));

/** One right lies in one hand at a time. */
const checkOverlap: Check = (terms, { others }) => {
  const { from } = terms;
  const other = others.find(
    (one) =>
      one.from.personId === from.personId &&
      samePost(one.from.post, from.post) &&
      meets(one, terms) &&
      sharePipelines(one, terms),
  );
  return other ? { code: "delegation-overlap", name: other.to.name, start: other.start, end: other.end } : null;
};

/** The way by which the delegate's own work would come back to whoever delegates; null where there is none. */
function wayBack(terms: DelegationTerms, others: readonly DelegationTerms[]): string[] | null {
  const open = [{ personId: terms.to.personId, names: [terms.from.name, terms.to.name] }];
  const seen = new Set<string>();
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.personId === terms.from.personId) return at.names;
    if (seen.has(at.personId)) continue;
    seen.add(at.personId);
    for (const next of others) {
      if (next.from.personId !== at.personId || !meets(next, terms)) continue;
      open.push({ personId: next.to.personId, names: [...at.names, next.to.name] });
    }
  }
  return null;
}

const checkLoop: Check = (terms, { others }) => {
  const names = wayBack(terms, others);
  return names ? { code: "delegation-loop", names } : null;
};

const checks: readonly Check[] = [
  checkSender,
  checkRoles,
  checkPersons,
  checkBody,
  checkPeriod,
  checkPosts,
  checkOverlap,
  checkLoop,
];

/** Why it cannot be made; null when it can. */
export function refusalToMake(terms: DelegationTerms, around: Surroundings): DelegationRejection | null {
  for (const check of checks) {
    const refused = check(terms, around);
    if (refused) return refused;
  }
  return null;
}
