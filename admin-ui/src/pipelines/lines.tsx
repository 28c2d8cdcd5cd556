import type { ReactNode } from "react";

/** Several short sayings in one cell, each on a line of its own; nothing at all where there are none. */
export const lines = (sayings: readonly string[]): ReactNode =>
  sayings.length === 0 ? null : sayings.map((saying) => <div key={saying}>{saying}</div>);
