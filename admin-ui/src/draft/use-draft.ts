import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import { ApiProblem, isProblem } from "../providers/api-problem.ts";
import { useProvider } from "../providers/use-provider.ts";
import { forgetLocalDraft, keepLocalDraft } from "./local-draft.ts";
import { withIds } from "./adopt.ts";
import { contested, merged, type Base } from "./merge.ts";
import { setAt, type Json } from "./set-at.ts";

const AUTOSAVE_MS = 3_000;

export type SaveState =
  | { at: "clean"; savedAt: string | null }
  | { at: "dirty" }
  | { at: "saving" }
  | { at: "failed"; error: unknown }
  | ({ at: "conflict"; theirs: DraftView } & Base);

/** `parts`: what two people may write at the same time without meeting. */
export function useDraft(caseId: string, initial: DraftView, parts: readonly string[]) {
  const provider = useProvider();
  const [body, setBody] = useState<Json>(initial.body);
  const [problems, setProblems] = useState(initial.problems);
  const [state, setState] = useState<SaveState>({ at: "clean", savedAt: initial.updatedAt });
  const [version, setVersion] = useState(initial.version);
  const { body: begun, version: first } = initial;
  const latest = useRef({ body: begun, base: begun, own: begun, version: first, edits: 0 });
  const running = useRef<Promise<boolean> | null>(null);

  const accept = useCallback((view: DraftView, own: Json) => {
    latest.current = { ...latest.current, version: view.version, base: view.body, own };
    setVersion(view.version);
    setProblems(view.problems);
  }, []);
  const adopt = useCallback(
    (view: DraftView, sent: Json) => {
      latest.current.body = withIds(latest.current.body, sent, view.body, parts);
      setBody(latest.current.body);
      accept(view, withIds(sent, sent, view.body, parts));
    },
    [accept, parts],
  );

  const replace = useCallback(
    (next: Json) => {
      latest.current = { ...latest.current, body: next, edits: latest.current.edits + 1 };
      keepLocalDraft(caseId, { body: next, version: latest.current.version, at: Date.now() });
      setBody(next);
      setState({ at: "dirty" });
    },
    [caseId],
  );
  const change = useCallback(
    (path: string, value: unknown) => replace(setAt(latest.current.body, path.split("."), value) as Json),
    [replace],
  );
  const settle = useCallback(
    (merged: Json, theirs: DraftView) => {
      accept(theirs, theirs.body);
      replace(merged);
    },
    [accept, replace],
  );

  /** Somebody else has saved: what does not meet is put together at once, the rest waits for a choice. */
  const meet = useCallback(async () => {
    const theirs = await provider.getDraft(caseId);
    const { base, own, body: mine } = latest.current;
    if (contested(parts, { base, own }, mine, theirs.body).length > 0) {
      setState({ at: "conflict", theirs, base, own });
    } else settle(merged(parts, { own, mine, theirs: theirs.body }), theirs);
  }, [provider, caseId, parts, settle]);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = { ...latest.current };
    setState({ at: "saving" });
    try {
      const view = await provider.saveDraft(caseId, sent.version, sent.body);
      adopt(view, sent.body);
      if (latest.current.edits !== sent.edits) {
        setState({ at: "dirty" });
        return false;
      }
      forgetLocalDraft(caseId);
      setState({ at: "clean", savedAt: view.updatedAt });
      return true;
    } catch (error) {
      if (isProblem(error, "draft-changed")) await meet();
      else setState({ at: "failed", error });
      return false;
    }
  }, [provider, caseId, adopt, meet]);

  const save = useCallback((): Promise<boolean> => {
    running.current ??= saveOnce().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveOnce]);

  useEffect(() => {
    const retry = state.at === "failed" && !(state.error instanceof ApiProblem && state.error.status < 500);
    if (state.at !== "dirty" && !retry) return;
    const timer = setTimeout(() => void save(), AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [state, body, save]);

  return { body, version, problems, state, change, save, replace, settle };
}

export type DraftInHand = ReturnType<typeof useDraft>;
