import type { Awaited, Condition, Deadline, Holder, LinesStep, Pipeline, Step, StepId } from "../engine/pipeline.ts";
import { deadlineOf } from "../engine/steps.ts";
import { edgesOf, type Edge } from "../lint/edges.ts";
import { partyLabels, roleLabels } from "../lint/labels.ts";

/* Tables drawn from themselves: Mermaid for the way, Markdown for what each step says. */

const nodeOf = (id: StepId): string => id.replaceAll("-", "_");

export const holderText = ({ party, roles }: Holder): string =>
  `${partyLabels[party].en}: ${roles.map((role) => roleLabels[role].en).join(" or ")}`;

function whoOf(step: Step): string {
  if (step.kind === "opinions") {
    const asked = step.from.map((one) => {
      const lines = one.appraises ? ` on ${one.appraises} lines` : "";
      return holderText(one) + lines + (one.if ? ` if ${conditionText(one.if)}` : "");
    });
    return `${asked.join("; ")} (coordinated by ${holderText(step.by)})`;
  }
  return "by" in step && step.by ? holderText(step.by) : "";
}

const aboveText = (to: Holder | Awaited): string =>
  "asked" in to ? `${to.asked.map((role) => roleLabels[role].en).join(" or ")} of whoever is awaited` : holderText(to);

export function conditionText(condition: Condition): string {
  const field = condition.of === "content" ? `content.${condition.field}` : condition.field;
  if ("is" in condition) return `${field} is ${String(condition.is)}`;
  if ("in" in condition) return `${field} is one of ${condition.in.join(", ")}`;
  return `${field} is at least ${condition.atLeast.toLocaleString("en")}`;
}

function labelOf(step: Step, edge: Edge): string {
  if (step.kind === "branch") {
    const arm = step.when[Number(/^when\.(\d+)\./.exec(edge.field)?.[1] ?? -1)];
    return arm ? conditionText(arm.if) : "otherwise";
  }
  const words: Record<string, string> = {
    "on.approve": step.kind === "decide" ? step.act : "sign",
    "on.reject": "reject",
    "on.done": "all lines decided",
    "on.higher": "above the ceiling",
    "on.clarify": "a line to clarify",
    withdraw: "withdraw",
    retract: "taken back",
    lapse: "campaign is over",
  };
  if (edge.way === "back") return words[edge.field] ?? "return";
  return words[edge.field] ?? onwardWord(step);
}

function onwardWord(step: Step): string {
  switch (step.kind) {
    case "gather":
      return "freeze";
    case "opinions":
      return "all answered";
    case "await":
      return `hears “${step.awaits}”`;
    case "task":
      return "done";
    default:
      return step.kind;
  }
}

const quoted = (text: string): string => text.replaceAll('"', "'");

function stateLine(id: StepId, step: Step): string {
  if (step.kind === "branch") return `state ${nodeOf(id)} <<choice>>`;
  const who = step.kind === "opinions" ? holderText(step.by) : whoOf(step);
  const lines = [`${step.name.vi} / ${step.name.en}`, who].filter(Boolean);
  return `state "${quoted(lines.join("<br/>"))}" as ${nodeOf(id)}`;
}

/** A Mermaid state diagram of a table. */
export function mermaidOf(pipeline: Pipeline): string {
  const steps = Object.entries(pipeline.steps);
  const lines = [
    "stateDiagram-v2",
    ...steps.map(([id, step]) => stateLine(id, step)),
    `[*] --> ${nodeOf(pipeline.start)}`,
    ...steps.flatMap(([id, step]) => [
      ...edgesOf(step).map((edge) => `${nodeOf(id)} --> ${nodeOf(edge.to)}: ${labelOf(step, edge)}`),
      ...(step.kind === "end" ? [`${nodeOf(id)} --> [*]: ${step.outcome}`] : []),
    ]),
  ];
  return lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join("\n");
}

const days = (count: number): string => `${count} working ${count === 1 ? "day" : "days"}`;

export function termText({ by, rework, target, remind, escalate }: Deadline): string {
  const parts = [
    by === "case" ? "the case’s own due date" : days(by.workingDays),
    rework === undefined ? "" : `at least ${days(rework)} after a return`,
    target === undefined ? "" : `own target ${days(target)} earlier`,
    remind.length === 0
      ? ""
      : `reminds ${remind.map((day) => (day === 0 ? "on the last day" : `${day} d before`)).join(", ")}`,
    escalate ? `tells ${aboveText(escalate.to)} after ${escalate.after.join(", ")} d` : "",
  ];
  return parts.filter(Boolean).join("; ");
}

function marksOf(step: Step): string[] {
  return [
    ...(step.kind === "decide" && step.quorum !== undefined ? [`${step.quorum} of ${step.of ?? "its holders"}`] : []),
    ...("survives" in step && step.survives ? [`signature survives ${step.survives}`] : []),
    ...("clarify" in step && step.clarify?.length ? [`may ask ${step.clarify.join(", ")}`] : []),
    ...("skippable" in step && step.skippable ? ["may be skipped by two administrators"] : []),
    ...(step.kind === "issue" ? [`series ${step.series}${step.of ? ` of the ${partyLabels[step.of].en}` : ""}`] : []),
    ...(step.kind === "lines" ? linesMarks(step) : []),
    ...(step.kind === "gather" ? [`at least ${step.minimumPercent}% of members`] : []),
    ...(step.kind === "gather" && step.lines ? [`1 to ${step.lines.most} lines`] : []),
    ...(step.kind === "decide" && step.proposes ? ["explains differences line by line"] : []),
    ...(step.kind === "task" ? [`runs ${step.run}`] : []),
    ...(step.milestone ? [`tells “${step.milestone}”`] : []),
    ...(step.retract ? [`${holderText(step.retract.by)} may take it back`] : []),
    ...(step.fulfilsDuty ? ["fulfils the duty"] : []),
  ];
}

const linesMarks = ({ ceiling, refers, referral, asksOwner }: LinesStep): string[] => [
  `ceiling: ${ceiling}`,
  ...(refers ? [`may refer to ${refers.en}`] : []),
  ...(referral ? [`resolution recorded by ${referral.by.map(holderText).join(" or ")}, time rests meanwhile`] : []),
  ...(asksOwner ? ["a line to clarify is asked about where it comes from"] : []),
];

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** A Markdown table of the steps. */
export function stepRows(pipeline: Pipeline): string {
  const rows = Object.entries(pipeline.steps).map(([id, step]) => {
    const deadline = deadlineOf(step);
    const cells = [`\`${id}\``, step.kind, whoOf(step), deadline ? termText(deadline) : "", marksOf(step).join("; ")];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  return ["| step | kind | who | term | also |", "|---|---|---|---|---|", ...rows].join("\n");
}

export const drawn = (pipeline: Pipeline): string =>
  [
    `### ${pipeline.name.vi} / ${pipeline.name.en} (\`${pipeline.id}@${pipeline.version}\`)`,
    `\`\`\`mermaid\n${mermaidOf(pipeline)}\n\`\`\``,
    stepRows(pipeline),
  ].join("\n\n");
