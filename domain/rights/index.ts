export * from "./can.ts";
export * from "./seats.ts";
export * from "./succession.ts";
