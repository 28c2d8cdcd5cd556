import { CancellationScope, isCancellation } from "@temporalio/workflow";
import type { TaskResult } from "../domain/engine/command.ts";
import type { TaskWork } from "../domain/engine/task.ts";
import { work } from "./durable.ts";

/** The work of a `task` step: one piece at a time, begun when the step is entered, dropped when it is left otherwise. */
export class TaskRunner {
  #running: { enteredSeq: number; scope: CancellationScope } | null = null;
  #done: TaskResult[] = [];

  /** Whether `follow` or `take` has something to do. */
  lags(wanted: TaskWork | null): boolean {
    return this.#done.length > 0 || (wanted?.enteredSeq ?? null) !== (this.#running?.enteredSeq ?? null);
  }

  follow(wanted: TaskWork | null): void {
    if ((wanted?.enteredSeq ?? null) === (this.#running?.enteredSeq ?? null)) return;
    this.#running?.scope.cancel();
    this.#running = wanted && { enteredSeq: wanted.enteredSeq, scope: this.#start(wanted) };
  }

  take(): TaskResult[] {
    return this.#done.splice(0);
  }

  #start(wanted: TaskWork): CancellationScope {
    const scope = new CancellationScope();
    const { task, enteredSeq } = wanted;
    void scope
      .run(() => work.runTask(wanted))
      .then(
        () => void this.#done.push({ task, enteredSeq }),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
    return scope;
  }
}
