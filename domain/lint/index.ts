export * from "./directory.ts";
export * from "./finding.ts";
export * from "./labels.ts";
export * from "./lint.ts";
export * from "./milestones.ts";
export * from "./words.ts";
