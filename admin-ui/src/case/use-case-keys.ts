import { useEffect } from "react";
import { useNavigate } from "react-router";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { isShortcut } from "../layout/shortcuts.ts";
import { openActions } from "./actions.ts";
import type { Neighbours } from "./use-neighbours.ts";

const verbsByKey: Readonly<Record<string, readonly string[]>> = {
  KeyA: ["approve", "issue"],
  KeyR: ["return"],
};

/** A decides, R sends back, N and P go through the open work; each only opens the dialog that asks again. */
export function useCaseKeys(view: CaseView, neighbours: Neighbours, onChoose: (action: ActionView) => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event) || event.shiftKey) return;
      const target = event.code === "KeyN" ? neighbours.next : event.code === "KeyP" ? neighbours.previous : null;
      const verbs = verbsByKey[event.code] ?? [];
      const action = openActions(view).find(({ verb }) => verbs.includes(verb));
      if (!target && !action) return;
      // The key must not be typed into the field that takes the focus next.
      event.preventDefault();
      if (action) onChoose(action);
      else if (target) void navigate(`/cases/${target.id}`);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [view, neighbours, onChoose, navigate]);
}
