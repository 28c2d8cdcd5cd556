export * from "./calendar-change.ts";
export * from "./campaign.ts";
export * from "./decide.ts";
