/** Something the person at the keyboard can mend: one sentence on what is wrong, one on the remedy. */
export class Stop extends Error {
  /**
   * @param {string} what
   * @param {string} remedy
   * @param {{ detail?: string | undefined, cause?: unknown }} [more]
   */
  constructor(what, remedy, more = {}) {
    super(what, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = "Stop";
    this.remedy = remedy;
    this.detail = more.detail;
  }
}

/** @param {unknown} error */
export function explain(error) {
  if (!(error instanceof Stop)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const detail = error.detail ? `\n${error.detail.trimEnd().replace(/^/gm, "    ")}` : "";
  return `✗ ${error.message}\n  → ${error.remedy}${detail}`;
}
