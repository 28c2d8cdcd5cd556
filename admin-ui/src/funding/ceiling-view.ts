import type { output } from "zod";
import type { ceilingSchema } from "../../../domain/contracts/ceilings.ts";

export type CeilingView = output<typeof ceilingSchema>;
