export * from "./acting.ts";
export * from "./answer.ts";
export * from "./choices.ts";
export * from "./delegation.ts";
export * from "./make.ts";
export * from "./notices.ts";
export * from "./recording.ts";
