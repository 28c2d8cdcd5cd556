import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { Worker } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, CommandBody, Pipeline, Role, TaskWork, Transition } from "../../domain/engine/index.ts";
import { runTask } from "../../workers/activities/tasks.ts";
import { actOnCase, caseWorkflowId, taskQueue, workflowTypes } from "../../workflows/messages.ts";
import { content, inputOf } from "../domain/engine/scenario.ts";
import { workflowBundlePath } from "../support/temporal.ts";
import { createTimeSkippingEnv } from "../support/time-skipping.ts";
import { until } from "../support/until.ts";

const withTask: Pipeline = {
  id: "with-task",
  version: 1,
  name: { vi: "Có việc hệ thống", en: "With work of the system" },
  start: "draft",
  steps: {
    draft: {
      kind: "submit",
      name: { vi: "Soạn", en: "Draft" },
      by: { party: "owner", roles: ["specialist"] },
      sections: [],
      to: "work",
    },
    work: { kind: "task", name: { vi: "Việc", en: "Work" }, run: "send", to: "done", skippable: true },
    done: { kind: "end", name: { vi: "Xong", en: "Done" }, outcome: "completed" },
  },
};

let env: TestWorkflowEnvironment;
let worker: Worker;
let working: Promise<void>;
/** What the outside does when the work is asked for; null = the name is not known to this worker. */
let send: ((work: TaskWork) => Promise<void>) | null = null;
const asked: TaskWork[] = [];
const recorded: Transition[] = [];

const actor = (role: Role, personId: string = role): Actor => ({
  personId,
  name: personId,
  post: { unit: "SYT", role },
});

async function act(caseId: string, seq: number, who: Actor, body: CommandBody, step: string): Promise<Transition> {
  const contentHash = step === "draft" ? null : content("v1").hash;
  const id = `${caseId}-${seq}-${body.verb}`;
  const command = { id, actor: who, expected: { step, round: 1, contentHash }, body, knownSeq: seq };
  return env.client.workflow
    .getHandle(caseWorkflowId(caseId))
    .executeUpdate(actOnCase, { updateId: id, args: [command] });
}

async function atWork(caseId: string): Promise<void> {
  const input = { ...inputOf(withTask), caseId, campaignId: null };
  const options = { taskQueue, workflowId: caseWorkflowId(caseId), args: [{ input }] };
  await env.client.workflow.start(workflowTypes.approvalCase, options);
  const body: CommandBody = { verb: "submit", content: content("v1"), drafters: [] };
  const { state } = await act(caseId, 1, actor("specialist"), body, "draft");
  expect(state).toMatchObject({ step: "work", enteredSeq: 2 });
}

const typesOf = (caseId: string): string[] =>
  recorded.filter(({ event }) => event.caseId === caseId).map(({ event }) => event.type);

beforeAll(async () => {
  env = await createTimeSkippingEnv();
  worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? "default",
    taskQueue,
    workflowBundle: { codePath: workflowBundlePath() },
    activities: {
      recordCase: async ({ transitions }: { transitions: Transition[] }) => void recorded.push(...transitions),
      runTask: async (work: TaskWork) => {
        asked.push(work);
        await runTask(send ? { send } : {}, work);
      },
    },
  });
  working = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await working;
  await env.teardown();
});

describe("work of the system", () => {
  it("is tried until it succeeds, told once, and moves the case on", async () => {
    let failures = 3;
    send = async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("the other system is down");
    };
    await atWork("tried-again");
    expect(await env.client.workflow.getHandle(caseWorkflowId("tried-again")).result()).toBe("completed");
    expect(typesOf("tried-again").slice(-1)).toEqual(["task-done"]);
    const tries = asked.filter(({ caseId }) => caseId === "tried-again");
    expect(tries).toHaveLength(4);
    expect(new Set(tries.map(({ enteredSeq }) => enteredSeq))).toEqual(new Set([2]));
  });

  it("waits in plain sight for a worker that knows it", async () => {
    send = null;
    await atWork("unknown-name");
    const handle = env.client.workflow.getHandle(caseWorkflowId("unknown-name"));
    const failure = async () => (await handle.describe()).raw.pendingActivities?.[0]?.lastFailure?.message ?? "";
    await until(failure, (message) => message.includes("no work is known"));
    send = async () => undefined;
    expect(await handle.result()).toBe("completed");
  });

  it("is dropped when two administrators skip the step, and a late result moves nothing", async () => {
    send = async () => {
      throw new Error("for ever down");
    };
    await atWork("skipped");
    await act("skipped", 2, actor("admin", "first"), { verb: "skip", reason: "Hệ thống kia đã ngừng" }, "work");
    const { event } = await act("skipped", 3, actor("admin", "second"), { verb: "confirm-skip" }, "work");
    expect(event).toMatchObject({ type: "skipped", to: "done", data: { proposedBy: "first" } });
    const handle = env.client.workflow.getHandle(caseWorkflowId("skipped"));
    expect(await handle.result()).toBe("completed");
    expect(typesOf("skipped")).not.toContain("task-done");
  });
});
