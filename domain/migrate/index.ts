export * from "./preview.ts";
export * from "./words.ts";
