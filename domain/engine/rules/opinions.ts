import type { CaseState, LineAmount } from "../case.ts";
import { tellsLinesApart, withoutApproval } from "../holders.ts";
import { rightOf } from "../persons.ts";
import type { OpinionsStep, Step } from "../pipeline.ts";
import { checkAmounts } from "./appraising.ts";
import { accept, note, required, type Effect, type Rules } from "./rule.ts";

const isOpinions = (step: Step): step is OpinionsStep => step.kind === "opinions";

const awaited = (state: CaseState): string[] =>
  state.consulted.filter(({ answered }) => answered === null).map(({ unit }) => unit);

/** Goes on once nobody but `unit` was still awaited. */
const onceWithout = (state: CaseState, step: Step, unit: string): Pick<Effect, "to"> =>
  isOpinions(step) && awaited(state).every((other) => other === unit) ? { to: step.to } : {};

/** Words beside a line are words enough, where every line has its own position. */
const explainsLine = (amounts: readonly LineAmount[]): boolean =>
  amounts.some(({ reason }) => (reason ?? "").trim() !== "");

export const opinionRules: Rules<"opine" | "proceed" | "consult" | "unconsult"> = {
  opine: {
    event: "opinion-given",
    at: isOpinions,
    who: "holders",
    fourEyes: true,
    check: ({ state, step, body, actor }) => {
      const { position, comment, amounts = [] } = body;
      const silent = position !== "agree" && !(isOpinions(step) && tellsLinesApart(step) && explainsLine(amounts));
      const unexplained = silent ? required("comment", comment) : null;
      return unexplained ?? (isOpinions(step) ? checkAmounts(state, step, rightOf(actor).unit, amounts) : null);
    },
    effect: ({ state, step, body, actor }) => {
      const { unit } = rightOf(actor);
      const data = { ...note(body.comment), unit, position: body.position };
      return { ...onceWithout(state, step, unit), data: { ...data, ...(body.amounts && { amounts: body.amounts }) } };
    },
  },
  proceed: {
    event: "opinions-closed",
    at: (step) => isOpinions(step) && step.noReply === "counts-as-no-objection",
    who: "coordinator",
    fourEyes: false,
    ready: ({ state, now }) =>
      state.dueAt !== null && now >= state.dueAt ? null : { code: "term-not-over", dueAt: state.dueAt },
    check: accept,
    effect: ({ state, step, body }) => ({
      ...(isOpinions(step) && { to: step.to }),
      data: { ...note(body.comment), silent: awaited(state) },
    }),
  },
  consult: {
    event: "unit-added",
    at: isOpinions,
    who: "coordinator",
    fourEyes: false,
    check: ({ state, body: { unit, roles, reason } }) => {
      if (state.consulted.some((asked) => asked.unit === unit)) return { code: "unit-already-asked", unit };
      const [unfit = roles.length === 0 ? "auditor" : undefined] = roles.filter((role) =>
        withoutApproval.includes(role),
      );
      if (unfit !== undefined) return { code: "assignee-not-allowed", to: { unit, role: unfit } };
      return required("reason", reason);
    },
    effect: ({ body: { unit, roles, reason } }) => ({ data: { unit, roles, reason } }),
  },
  unconsult: {
    event: "unit-removed",
    at: isOpinions,
    who: "coordinator",
    fourEyes: false,
    ready: ({ state: { consulted } }) => {
      const [only] = consulted;
      return only && consulted.length === 1 ? { code: "last-unit", unit: only.unit } : null;
    },
    check: ({ state, body: { unit, reason } }) => {
      const asked = state.consulted.find((consulted) => consulted.unit === unit);
      if (!asked) return { code: "unit-not-asked", unit };
      if (asked.answered !== null) return { code: "unit-has-answered", unit };
      return required("reason", reason);
    },
    effect: ({ state, step, body: { unit, reason } }) => ({
      ...onceWithout(state, step, unit),
      data: { unit, reason },
    }),
  },
};
