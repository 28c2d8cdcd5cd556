import { CancellationScope, isCancellation, sleep } from "@temporalio/workflow";

/** One timer beside whatever else happens: set as often as one likes, armed anew only when the instant is another. */
export class Alarm {
  readonly #ring: () => void;
  #at: number | null = null;
  #scope: CancellationScope | null = null;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  set(at: number | null): void {
    if (at === this.#at) return;
    this.#scope?.cancel();
    this.#at = at;
    this.#scope = at === null ? null : this.#arm(at);
  }

  #arm(at: number): CancellationScope {
    const scope = new CancellationScope();
    void scope
      .run(() => sleep(Math.max(1, at - Date.now())))
      .then(
        () => {
          this.#at = null;
          this.#ring();
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
    return scope;
  }
}
