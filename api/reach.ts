/** Whoever answered so lately is not asked again whether it is there: a busy server pays nothing for the question. */
const FRESH_MS = 3_000;

/** Whether a server can be reached, asked before anything is promised on its behalf. */
export class Reach {
  readonly #probe: () => Promise<unknown>;
  readonly #clock: () => number;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<boolean> | null = null;

  constructor(probe: () => Promise<unknown>, clock: () => number) {
    this.#probe = probe;
    this.#clock = clock;
  }

  answered(): void {
    this.#answeredAt = this.#clock();
  }

  silent(): void {
    this.#answeredAt = Number.NEGATIVE_INFINITY;
  }

  async check(): Promise<boolean> {
    if (this.#clock() - this.#answeredAt < FRESH_MS) return true;
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #ask(): Promise<boolean> {
    try {
      await this.#probe();
      this.answered();
      return true;
    } catch {
      // Refused, silent or gone: all the same to whoever wants to send something now.
      this.silent();
      return false;
    }
  }
}
