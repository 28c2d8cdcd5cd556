import type { stuckCauses } from "../../domain/contracts/operations.ts";

export type StuckCause = (typeof stuckCauses)[number];
