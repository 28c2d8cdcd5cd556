export * from "./can.ts";
export * from "./seats.ts";
