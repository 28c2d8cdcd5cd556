/*
 * The days of Việt Nam (vietnam-days.ts) are left out on purpose: workflows import this file, and what a workflow knows
 * of the calendar comes in its input.
 */
export * from "./local-time.ts";
export * from "./work-calendar.ts";
export * from "./add-working-days.ts";
export * from "./due-rule.ts";
export * from "./edit.ts";
