import { ApplicationFailure } from "@temporalio/common";
import { WorkflowUpdateFailedError } from "@temporalio/client";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { Worker } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, CommandBody, Role, Transition } from "../../domain/engine/index.ts";
import { actOnCase, caseWorkflowId, taskQueue, workflowTypes } from "../../workflows/messages.ts";
import { content, inputOf } from "../domain/engine/scenario.ts";
import { workflowBundlePath } from "../support/temporal.ts";
import { createTimeSkippingEnv } from "../support/time-skipping.ts";
import { travelRequest } from "../support/travel-request.ts";

const HOUR = 3_600_000;
let env: TestWorkflowEnvironment;
let worker: Worker;
let working: Promise<void>;

const actor = (role: Role): Actor => ({ personId: role, name: role, post: { unit: "SYT", role } });

/** The deputy in the head's right. */
const deputy = (until: number, over: Partial<NonNullable<Actor["onBehalfOf"]>> = {}): Actor => ({
  ...actor("deputy-head"),
  onBehalfOf: {
    delegationId: "d1",
    personId: "head",
    name: "head",
    post: { unit: "SYT", role: "head" },
    until,
    ...over,
  },
});

async function act(caseId: string, who: Actor, body: CommandBody, step: string): Promise<Transition> {
  const contentHash = step === "draft" ? null : content("v1").hash;
  const id = `${caseId}-${step}-${who.personId}-${Math.round(await env.currentTimeMs())}`;
  const command = { id, actor: who, expected: { step, round: 1, contentHash }, body, knownSeq: 1 };
  return env.client.workflow
    .getHandle(caseWorkflowId(caseId))
    .executeUpdate(actOnCase, { updateId: id, args: [command] });
}

/** A case that waits for the head's signature. */
async function atSigning(caseId: string): Promise<void> {
  const input = { ...inputOf(travelRequest), caseId, campaignId: null };
  const options = { taskQueue, workflowId: caseWorkflowId(caseId), args: [{ input }] };
  await env.client.workflow.start(workflowTypes.approvalCase, options);
  await act(caseId, actor("specialist"), { verb: "submit", content: content("v1"), drafters: [] }, "draft");
}

const refusalOf = async (attempt: Promise<Transition>): Promise<unknown> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null;
  return cause instanceof ApplicationFailure ? cause.details?.[0] : error;
};

beforeAll(async () => {
  env = await createTimeSkippingEnv();
  worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? "default",
    taskQueue,
    workflowBundle: { codePath: workflowBundlePath() },
    activities: { recordCase: () => Promise.resolve() },
  });
  working = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await working;
  await env.teardown();
});

describe("a delegate of the head", () => {
  it("signs TUQ. until the delegation is over, with both names in the sealed event", async () => {
    await atSigning("in-time");
    const until = (await env.currentTimeMs()) + HOUR;
    const refused = act("in-time", deputy(until), { verb: "approve", mark: "own" }, "signing");
    expect(await refusalOf(refused)).toEqual({ code: "mark-not-allowed", mark: "own", allowed: ["TUQ."] });
    await env.sleep(HOUR / 2);
    const { event, state } = await act("in-time", deputy(until), { verb: "approve" }, "signing");
    expect(event).toMatchObject({
      actor: { personId: "deputy-head", onBehalfOf: { personId: "head", delegationId: "d1" } },
      data: { mark: "TUQ." },
    });
    expect(state.signatures).toMatchObject([{ persons: ["deputy-head", "head"], onBehalfOf: "head", mark: "TUQ." }]);
  });

  it("does not sign from the instant on which it is over", async () => {
    await atSigning("too-late");
    const until = (await env.currentTimeMs()) + HOUR;
    await env.sleep(HOUR);
    const late = act("too-late", deputy(until), { verb: "approve" }, "signing");
    expect(await refusalOf(late)).toEqual({ code: "delegation-over", until });
  });

  it("neither passes it on nor goes beyond its scope", async () => {
    await atSigning("out-of-scope");
    const until = (await env.currentTimeMs()) + HOUR;
    const attempt = (over: Parameters<typeof deputy>[1]) =>
      refusalOf(act("out-of-scope", deputy(until, over), { verb: "approve" }, "signing"));
    expect(await attempt({ scope: { pipelines: ["annual-report"] } })).toMatchObject({ why: "scope" });
    expect(await attempt({ through: "d0" })).toMatchObject({ why: "passed-on" });
    expect(await attempt({ from: until - 1 })).toMatchObject({ why: "not-yet" });
  });
});
