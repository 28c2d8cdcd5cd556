import type { Condition, Pipeline, Role, SigningForm, Step, StepId } from "../engine/pipeline.ts";
import { beforeWriting, stepsOf } from "./edges.ts";
import { finding, type Finding } from "./finding.ts";
import { neverActs } from "./people.ts";

type Of<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/** What each kind of step asks of its own parameters. */
export const lintKinds = (pipeline: Pipeline): Finding[] =>
  stepsOf(pipeline).flatMap(([id, step]): Finding[] => {
    switch (step.kind) {
      case "branch":
        return branchFindings(id, step);
      case "opinions":
        return opinionFindings(id, step);
      case "lines":
        return lineFindings(pipeline, id, step);
      case "sign":
        return markFindings(id, step);
      case "gather":
        return minimumFindings(id, step);
      case "submit":
        return sectionFindings(id, step);
      default:
        return [];
    }
  });

/** Whether whatever fulfils `later` has been caught by `earlier` already. */
function covers(earlier: Condition, later: Condition): boolean {
  if (earlier.field !== later.field || earlier.of !== later.of) return false;
  const valuesOf = (condition: Condition): readonly (string | boolean)[] =>
    "is" in condition ? [condition.is] : "in" in condition ? condition.in : [];
  if ("atLeast" in earlier) return "atLeast" in later && later.atLeast >= earlier.atLeast;
  return !("atLeast" in later) && valuesOf(later).every((value) => valuesOf(earlier).includes(value));
}

const branchFindings = (id: StepId, { when }: Of<"branch">): Finding[] =>
  when.flatMap((arm, index): Finding[] => {
    const caught = when.slice(0, index).some((earlier) => covers(earlier.if, arm.if));
    const empty = "in" in arm.if && arm.if.in.length === 0;
    return caught || empty ? [finding("branch-arm-dead", id, `when.${index}`, { target: arm.to })] : [];
  });

function opinionFindings(id: StepId, { from }: Of<"opinions">): Finding[] {
  if (from.length === 0) return [finding("nobody-asked", id, "from", {})];
  const twice = from.flatMap((asked, index): Finding[] => {
    const earlier = from.slice(0, index).some((one) => one.party === asked.party && !one.if && !asked.if);
    return earlier ? [finding("asked-twice", id, `from.${index}`, { party: asked.party })] : [];
  });
  const certain = from.some((asked) => asked.if === undefined);
  return certain ? twice : [...twice, finding("maybe-nobody-asked", id, "from", {})];
}

/** Lines are decided one by one: somebody must have put them together before. */
function lineFindings(pipeline: Pipeline, id: StepId, step: Of<"lines">): Finding[] {
  const written = !beforeWriting(pipeline).has(id);
  const higher = step.on.higher !== undefined;
  const wanted = step.ceiling === "higher-signature";
  return [
    ...(step.ceiling ? [] : [finding("lines-without-ceiling", id, "ceiling", {})]),
    ...(wanted && !higher ? [finding("higher-without-way", id, "on", {})] : []),
    ...(higher && !wanted ? [finding("higher-never-taken", id, "on.higher", {})] : []),
    ...(written ? [] : [finding("lines-without-content", id, "", {})]),
    ...(step.referral && !step.refers ? [finding("referral-to-nobody", id, "referral", {})] : []),
    ...recorderFindings(id, step),
  ];
}

const recorderFindings = (id: StepId, { referral }: Of<"lines">): Finding[] =>
  (referral?.by ?? []).flatMap(({ roles }, index): Finding[] => {
    const field = `referral.by.${index}.roles`;
    if (roles.length === 0) return [finding("holder-empty", id, field, {})];
    const unfit = roles.find((role) => neverActs.includes(role));
    return unfit ? [finding("role-never-acts", id, field, { role: unfit })] : [];
  });

/** NĐ 30/2020/NĐ-CP art. 13: in which form each role may sign. */
const marksOf: Record<Role, readonly SigningForm[]> = {
  head: ["own", "TL.", "TUQ.", "Q."],
  "deputy-head": ["KT.", "TL.", "TUQ."],
  chair: ["own", "TM.", "TUQ.", "Q."],
  "vice-chair": ["KT.", "TM."],
  "division-head": ["TL.", "TUQ."],
  specialist: [],
  accountant: [],
  "records-clerk": [],
  admin: [],
  auditor: [],
};

function markFindings(id: StepId, { marks, by }: Of<"sign">): Finding[] {
  const stated = Object.entries(marks) as [Role, readonly SigningForm[]][];
  const silent = by.roles.filter((role) => (marks[role] ?? []).length === 0);
  return [
    ...silent.map((role) => finding("mark-missing", id, "marks", { role })),
    ...stated.flatMap(([role, forms]): Finding[] => {
      if (!by.roles.includes(role)) return [finding("mark-of-nobody", id, `marks.${role}`, { role })];
      const unfit = forms.filter((mark) => !marksOf[role].includes(mark));
      return unfit.map((mark) => finding("mark-unfit", id, `marks.${role}`, { mark, role }));
    }),
  ];
}

const minimumFindings = (id: StepId, { minimumPercent: percent }: Of<"gather">): Finding[] =>
  percent >= 0 && percent <= 100 ? [] : [finding("minimum-impossible", id, "minimumPercent", { percent })];

const sectionFindings = (id: StepId, { sections }: Of<"submit">): Finding[] =>
  sections.flatMap((section, index) =>
    sections.indexOf(section) < index ? [finding("section-twice", id, `sections.${index}`, { section })] : [],
  );
