/** Undo and redo of any value: what was, what is, what was taken back. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

/** A step keeps only what differs from the one before; this many are a long afternoon. */
export const MAX_STEPS = 500;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** A new step ends what could be redone. The same value again is no step. */
export const record = <T>(history: History<T>, present: T): History<T> =>
  Object.is(present, history.present)
    ? history
    : { past: [...history.past, history.present].slice(-MAX_STEPS), present, future: [] };

export function undo<T>({ past, present, future }: History<T>): History<T> | undefined {
  if (past.length === 0) return undefined;
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] };
}

export function redo<T>({ past, present, future }: History<T>): History<T> | undefined {
  const [next, ...rest] = future;
  return next === undefined ? undefined : { past: [...past, present], present: next, future: rest };
}
