import type { StepId } from "../../../domain/engine/pipeline.ts";

/** Where the open cases of a step are listed. */
export const casesAt = (pipeline: string, step: StepId): string =>
  `/cases?${new URLSearchParams({ pipeline, step, status: "open" }).toString()}`;
