import type { Holder, Party, Pipeline, Role, Step, StepId } from "../engine/pipeline.ts";
import { stepsOf, writersBefore } from "./edges.ts";
import { finding, type Finding } from "./finding.ts";

/** Who runs or audits the system never takes a step of a case (vietnam.md §3). */
export const neverActs: readonly Role[] = ["admin", "auditor"];

/** Of these a unit has one; of the others it may have several. */
export const singleRoles: readonly Role[] = ["head", "chair"];

const signers: readonly Role[] = ["head", "deputy-head", "chair", "vice-chair"];

/** Roles whose office a step is; null = any that may act. */
function fitting(step: Step): readonly Role[] | null {
  switch (step.kind) {
    case "issue":
      return ["records-clerk"];
    case "sign":
      // Thừa lệnh (TL.): the head of a division may sign some papers.
      return [...signers, "division-head"];
    case "decide":
      return step.act === "sign" ? signers : null;
    case "lines":
      return signers;
    default:
      return null;
  }
}

export const lintPeople = (pipeline: Pipeline): Finding[] =>
  stepsOf(pipeline).flatMap(([id, step]) => [...roleFindings(id, step), ...quorumFindings(pipeline, id, step)]);

export interface Seat {
  party: Party;
  roles: readonly Role[];
  field: string;
}

/** Everyone a step names as its taker. */
export function seatsOf(step: Step): Seat[] {
  const asked = step.kind === "opinions" ? step.from : [];
  const holder = "by" in step ? step.by : undefined;
  return [
    ...(holder ? [{ ...holder, field: "by" }] : []),
    ...asked.map(({ party, roles }, index) => ({ party, roles, field: `from.${index}` })),
  ];
}

function roleFindings(id: StepId, step: Step): Finding[] {
  const allowed = fitting(step);
  return seatsOf(step).flatMap(({ roles, field }) => {
    if (roles.length === 0) return [finding("holder-empty", id, `${field}.roles`, {})];
    return roles.flatMap((role, index): Finding[] => {
      const place = `${field}.roles.${index}`;
      if (neverActs.includes(role)) return [finding("role-never-acts", id, place, { role })];
      if (allowed === null || allowed.includes(role)) return [];
      return [finding("role-unfit", id, place, { role, kind: step.kind, allowed })];
    });
  });
}

/** Refused to the authors of the content: nobody decides on their own case. */
export const decides = (step: Step): step is Extract<Step, { kind: "decide" | "sign" | "lines" }> =>
  step.kind === "decide" || step.kind === "sign" || step.kind === "lines";

export const quorumOf = (step: Step): number => (step.kind === "decide" ? (step.quorum ?? 1) : 1);

/** How many different persons a unit can have in these roles. */
const personsIn = ({ roles }: Holder, without: readonly Role[] = []): number =>
  [...new Set(roles)].reduce((sum, role) => {
    if (!singleRoles.includes(role)) return Infinity;
    return without.includes(role) ? sum : sum + 1;
  }, 0);

function quorumFindings(pipeline: Pipeline, id: StepId, step: Step): Finding[] {
  if (!decides(step) || step.by.roles.length === 0) return [];
  const quorum = quorumOf(step);
  const persons = Math.min(personsIn(step.by), step.kind === "decide" ? (step.of ?? Infinity) : Infinity);
  if (quorum < 1) return [finding("quorum-unreachable", id, "quorum", { quorum, persons: null })];
  if (persons < quorum) return [finding("quorum-unreachable", id, "quorum", { quorum, persons })];
  return writersBefore(pipeline, id).flatMap(([author, { by }]) =>
    fourEyesFindings(id, step.by, quorum, { author, by }),
  );
}

/** Whoever wrote the content may not decide on it: with each possible author away, enough deciders must be left. */
function fourEyesFindings(
  id: StepId,
  deciders: Holder,
  quorum: number,
  written: { author: StepId; by: Holder },
): Finding[] {
  const { author, by } = written;
  if (by.party !== deciders.party) return [];
  const leftWithout = (role: Role): number => personsIn(deciders, [role]);
  const blocking = by.roles.filter((role) => leftWithout(role) < quorum);
  const [first] = blocking;
  if (first && blocking.length === by.roles.length) {
    return [finding("four-eyes-impossible", id, "by.roles", { author, quorum, persons: leftWithout(first) })];
  }
  const shared = deciders.roles.every((role) => by.roles.includes(role)) ? deciders.roles[0] : undefined;
  const role = first ?? shared;
  return role ? [finding("four-eyes-same-post", id, "by.roles", { author, role })] : [];
}
