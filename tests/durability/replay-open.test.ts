import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";
import { replayOpen } from "../../scripts/replay/replay-open.ts";
import { workingTree, type Rules } from "../../scripts/replay/refold.ts";
import { runCommand } from "../../scripts/bootstrap/run-command.mjs";
import { evolve } from "../../domain/engine/index.ts";
import { caseWorkflowId } from "../../workflows/messages.ts";
import { act } from "../support/desk.ts";
import { createNamespace, temporalAddress, workflowBundlePath } from "../support/temporal.ts";
import { until } from "../support/until.ts";
import { administrator, person, startEngine, type TestEngine } from "./support/engine.ts";

let engine: TestEngine;
let folder: string;
const quiet = `quiet-${randomUUID()}`;
const sent = `sent-${randomUUID()}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "trinh-ky-replay-"));
  engine = await startEngine();
  await engine.worker();
  await engine.open(quiet);
  await engine.open(sent, { campaignId: "annual-report-none" });
  await act(engine, sent, person("SYT", "specialist"), { verb: "submit", drafters: [] });
  await act(engine, sent, person("SYT", "division-head"), { verb: "approve" });
  await act(engine, sent, person("SYT", "head"), { verb: "approve" });
  await act(engine, sent, person("SYT", "records-clerk"), { verb: "issue" });
  await act(engine, quiet, administrator, { verb: "remind", reason: "Sắp đến hạn" });
  await until(
    async () => (await engine.client.workflow.count(`ExecutionStatus = "Running"`)).count,
    (open) => open === 2,
  );
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As an engineer runs it before a release, over the working tree with one change in it. */
async function replay(change: (code: string) => string, namespace = engine.namespace) {
  const bundle = join(folder, `${randomUUID()}.js`);
  writeFileSync(bundle, change(readFileSync(workflowBundlePath(), "utf8")));
  return runCommand(process.execPath, ["--import", "tsx", "scripts/replay-open.ts"], {
    cwd: projectRoot,
    env: {
      ...process.env,
      TEMPORAL_ADDRESS: temporalAddress(),
      TEMPORAL_NAMESPACE: namespace,
      WORKFLOW_BUNDLE: bundle,
    },
  });
}

/** In this process, by rules of the test's own: the command itself takes those of the working tree. */
const departures = async (evolveNow: Rules["evolve"]) => {
  const codePath = workflowBundlePath();
  const rules = { ...workingTree, evolve: evolveNow };
  return (await replayOpen({ client: engine.client, codePath, progress: () => undefined, rules })).departed;
};

describe("a rule that has changed", () => {
  it("is found where an open case would come to another state, with the case and the event", async () => {
    const found = await departures((input, state, event) => {
      const next = evolve(input, state, event);
      return event.type === "issued" ? { ...next, late: true } : next;
    });
    expect(found).toEqual([{ workflowId: caseWorkflowId(sent), seq: 5, what: "leads to another state: late" }]);
  });

  it("is none where all open cases come to what they came to", async () => {
    expect(await departures(evolve)).toEqual([]);
  });
});

describe("npm run replay:open", () => {
  it("says that it has proved nothing where nothing is open, as in a namespace that was mistyped", async () => {
    const empty = await createNamespace();
    const { code, output } = await replay((bundle) => bundle, empty);
    expect(code).toBe(2);
    expect(output).toContain(`Namespace ${empty} has no open history`);
  });

  it("takes today's code through every open history", async () => {
    const { code, output } = await replay((bundle) => bundle);
    expect(output).toContain("2 of 2 replayed");
    expect(code).toBe(0);
  });

  it("names every case, and the event, when an activity became another one", async () => {
    const { code, output } = await replay((bundle) => bundle.replaceAll("recordCase", "recordOther"));
    expect(code).toBe(1);
    for (const id of [quiet, sent])
      expect(output).toContain(`${caseWorkflowId(id)} breaks at event 5 (activityTaskScheduled)`);
    expect(output).toContain("2 of 2 open histories break");
  });

  it("names only the case whose way changed: one that told its campaign of a milestone", async () => {
    const { code, output } = await replay((bundle) => bundle.replaceAll("(input, id).milestone", "(input, id).none"));
    expect(code).toBe(1);
    expect(output).toMatch(
      new RegExp(`${caseWorkflowId(sent)} breaks at event \\d+ \\(signalExternalWorkflowExecutionInitiated\\)`),
    );
    expect(output).not.toContain(quiet);
    expect(output).toContain("1 of 2 open histories break");
  });
});
