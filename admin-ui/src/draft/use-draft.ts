import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import { ApiProblem, isProblem } from "../providers/api-problem.ts";
import { useProvider } from "../providers/use-provider.ts";
import { forgetLocalDraft, keepLocalDraft, type LocalDraft } from "./local-draft.ts";
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

/** A value that was refused stays refused; what found no network, or met somebody else's version, is tried again. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.status >= 500 || isProblem(error, "draft-changed");

/** `parts`: what two people may write at the same time without meeting. */
export function useDraft(caseId: string, initial: DraftView, parts: readonly string[]) {
  const provider = useProvider();
  const [body, setBody] = useState<Json>(initial.body);
  const [problems, setProblems] = useState(initial.problems);
  const [state, setState] = useState<SaveState>({ at: "clean", savedAt: initial.updatedAt });
  const [version, setVersion] = useState(initial.version);
  const { body: begun, version: first } = initial;
  const latest = useRef({ body: begun, base: begun, own: begun, version: first, edits: 0 });
  const savedEdits = useRef(0);
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
      const { base, version: on } = latest.current;
      keepLocalDraft(caseId, { body: next, base, version: on, at: Date.now() });
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
  const meet = useCallback(
    (theirs: DraftView) => {
      const { base, own, body: mine } = latest.current;
      if (contested(parts, { base, own }, mine, theirs.body).length > 0) {
        setState({ at: "conflict", theirs, base, own });
      } else settle(merged(parts, { own, mine, theirs: theirs.body }), theirs);
    },
    [parts, settle],
  );

  /** What this device kept meets what was saved meanwhile, as if it had been typed just now. */
  const restore = useCallback(
    (kept: LocalDraft) => {
      latest.current = { ...latest.current, body: kept.body, base: kept.base, own: kept.base };
      setBody(kept.body);
      meet(initial);
    },
    [meet, initial],
  );

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
      savedEdits.current = sent.edits;
      setState({ at: "clean", savedAt: view.updatedAt });
      return true;
    } catch (error) {
      const changed = isProblem(error, "draft-changed") ? await provider.getDraft(caseId).catch(() => null) : null;
      if (changed) meet(changed);
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
    const unsaved = () => latest.current.edits !== savedEdits.current;
    const leaving = (event: BeforeUnloadEvent) => unsaved() && event.preventDefault();
    const hidden = () => document.visibilityState === "hidden" && unsaved() && void save();
    window.addEventListener("beforeunload", leaving);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("beforeunload", leaving);
      document.removeEventListener("visibilitychange", hidden);
      // Another page of the application: what was typed last goes up all the same.
      if (unsaved()) void save();
    };
  }, [save]);

  useEffect(() => {
    const retry = state.at === "failed" && mayPass(state.error);
    if (state.at !== "dirty" && !retry) return;
    const timer = setTimeout(() => void save(), AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [state, body, save]);

  return { body, version, problems, state, change, save, restore, settle };
}

export type DraftInHand = ReturnType<typeof useDraft>;
