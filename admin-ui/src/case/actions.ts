import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import type { MessageKey } from "../i18n/messages.ts";

/**
 * Submitting and freezing start where their content is written; reassigning, where one sees who could take the work;
 * a question is answered where it is read.
 */
const elsewhere = new Set(["submit", "freeze", "reassign", "answer", "retract-question"]);

const here = (view: CaseView): ActionView[] => view.actions.filter(({ verb }) => !elsewhere.has(verb));

export const keyOf = ({ verb, as }: ActionView): string =>
  `${verb} ${as.unit} ${as.role} ${as.onBehalfOf?.delegationId ?? ""}`;

export const openActions = (view: CaseView): ActionView[] => here(view).filter(({ enabled }) => enabled);

export function closedByReason(view: CaseView): { reason: string; actions: ActionView[] }[] {
  const groups = new Map<string, ActionView[]>();
  for (const action of here(view)) {
    if (action.enabled || action.reason === null) continue;
    groups.set(action.reason, [...(groups.get(action.reason) ?? []), action]);
  }
  return [...groups].map(([reason, actions]) => ({ reason, actions }));
}

/** Where the content of this case is written, for who may write it now. */
export function workPlaceOf(view: CaseView): { to: string; label: MessageKey } | null {
  if (!view.draft.editable) return null;
  const to = `/cases/${view.id}/draft`;
  if (view.form === "paper") return { to, label: "paper.open" };
  if (view.form === "annual-report" || view.form === "funding-request") return { to, label: "case.openDraft" };
  return view.campaignId === null ? null : { to: `/cycles/${view.campaignId}/desk`, label: "case.openDesk" };
}
