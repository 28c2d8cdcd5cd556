/**
 * Work of the system that a `task` step may name: what a published table asks for, the worker must know how to do
 * (workers/activities/tasks.ts). No shipped pipeline has such a step yet.
 */
export const taskNames: readonly string[] = [];
