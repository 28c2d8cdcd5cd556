import { ApplicationFailure } from "@temporalio/common";
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from "@temporalio/client";
import type { CampaignTransition } from "../../domain/campaign/campaign.ts";
import type { Transition } from "../../domain/engine/case.ts";
import { ALREADY_RECORDED } from "../../workflows/messages.ts";
import { reasonOf } from "../health/check.ts";
import { rejectionStatus } from "../http/rejection-problem.ts";
import type { AnyRejection } from "../texts/index.ts";

export type AnyTransition = Transition | CampaignTransition;

/** What the engine says became of a command. */
export type Outcome =
  | { kind: "accepted"; transition: AnyTransition }
  | { kind: "refused"; rejection: AnyRejection }
  /** Carried out before, in a run whose update ids the server has forgotten. */
  | { kind: "recorded" }
  /** No such workflow or no such update: nothing of this id was carried out in the present run. */
  | { kind: "unknown-there" }
  /** No answer in time, or one that says nothing about the command: it may still be carried out. */
  | { kind: "no-answer"; error: string };

const isRejection = (value: unknown): value is AnyRejection =>
  typeof value === "object" && value !== null && String((value as { code?: unknown }).code) in rejectionStatus;

function ofFailure(failure: ApplicationFailure): Outcome {
  if (failure.type === ALREADY_RECORDED) return { kind: "recorded" };
  const rejection: unknown = failure.details?.[0];
  return isRejection(rejection) ? { kind: "refused", rejection } : { kind: "no-answer", error: failure.message };
}

/** Only a refusal of the workflow and "not found" are answers; everything else leaves the outcome open. */
export function outcomeOfError(error: unknown): Outcome {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    return ofFailure(error.cause);
  }
  if (error instanceof WorkflowNotFoundError) return { kind: "unknown-there" };
  return { kind: "no-answer", error: reasonOf(error) };
}
