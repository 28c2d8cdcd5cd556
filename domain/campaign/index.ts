export * from "./calendar-change.ts";
export * from "./campaign.ts";
export * from "./decide.ts";
export * from "./opening.ts";
export * from "./position.ts";
export * from "./proposals.ts";
export * from "./roster.ts";
export * from "./requests.ts";
