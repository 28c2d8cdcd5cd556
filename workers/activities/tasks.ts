import type { TaskWork } from "../../domain/engine/task.ts";

export type Task = (work: TaskWork) => Promise<void>;

/**
 * Work that the `task` steps of pipelines name. Each must be idempotent on (caseId, enteredSeq): it may run twice, and
 * its result may be lost after it ran.
 */
export type Tasks = Readonly<Record<string, Task>>;

/** One for each of `taskNames` (domain/pipelines/tasks.ts), from which the linter knows what a table may name. */
export const shippedTasks: Tasks = {};

/** A name that this version does not know may be known to the next one: it is tried again until then, in plain sight. */
export async function runTask(tasks: Tasks, work: TaskWork): Promise<void> {
  const task = tasks[work.task];
  if (!task) throw new Error(`no work is known by the name "${work.task}" (step ${work.step})`);
  await task(work);
}
