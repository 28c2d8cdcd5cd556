export * from "./order.ts";
export * from "./preview.ts";
export * from "./words.ts";
