import type { RoundPlan } from "../../../domain/contracts/rounds.ts";
import type { BudgetWindow } from "../../../domain/funding/windows.ts";
import type { OpenedRound } from "../providers/data-provider.ts";

export interface RoundForm {
  adHoc: boolean;
  why: string;
  name: string;
  window: BudgetWindow;
  budgetYear: string;
  closesOn: string;
}

type Field = keyof RoundForm;

/** What the budget calendar proposes for a window; the rest of the form stays as it was typed. */
export function proposedFor(plan: RoundPlan, window: BudgetWindow, form: RoundForm): RoundForm {
  const proposal = plan.proposals.find((candidate) => candidate.window === window);
  if (!proposal) return { ...form, window };
  const { budgetYear, closesOn, name } = proposal;
  return { ...form, window, budgetYear: String(budgetYear), name, closesOn: closesOn ?? "" };
}

export function firstForm(plan: RoundPlan): RoundForm {
  const [first] = plan.proposals;
  const blank: RoundForm = { adHoc: false, why: "", name: "", window: "in-year", budgetYear: "", closesOn: "" };
  return first ? proposedFor(plan, first.window, blank) : blank;
}

/** Fields to fill in before it is sent; whether they fit each other the server says. */
export function lackingIn({ adHoc, why, name, budgetYear, closesOn }: RoundForm): readonly Field[] {
  const blank = (value: string): boolean => value.trim() === "";
  return [
    ...(adHoc && blank(why) ? ["why" as const] : []),
    ...(blank(name) ? ["name" as const] : []),
    ...(/^\d{4}$/.test(budgetYear) ? [] : ["budgetYear" as const]),
    ...(blank(closesOn) ? ["closesOn" as const] : []),
  ];
}

export const roundOf = ({ adHoc, why, name, window, budgetYear }: RoundForm): OpenedRound => ({
  name: name.trim(),
  window,
  budgetYear: Number(budgetYear),
  ...(adHoc && { adHoc: why.trim() }),
});
