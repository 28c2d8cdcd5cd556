export * from "./can.ts";
export * from "./money-sight.ts";
export * from "./seats.ts";
export * from "./succession.ts";
