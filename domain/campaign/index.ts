export * from "./campaign.ts";
export * from "./decide.ts";
