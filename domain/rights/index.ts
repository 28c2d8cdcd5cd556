export * from "./can.ts";
