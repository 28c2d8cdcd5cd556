import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";
import { runCommand } from "../../scripts/bootstrap/run-command.mjs";
import { caseWorkflowId } from "../../workflows/messages.ts";
import { act } from "../support/desk.ts";
import { temporalAddress, workflowBundlePath } from "../support/temporal.ts";
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
async function replay(change: (code: string) => string) {
  const bundle = join(folder, `${randomUUID()}.js`);
  writeFileSync(bundle, change(readFileSync(workflowBundlePath(), "utf8")));
  return runCommand(process.execPath, ["--import", "tsx", "scripts/replay-open.ts"], {
    cwd: projectRoot,
    env: {
      ...process.env,
      TEMPORAL_ADDRESS: temporalAddress(),
      TEMPORAL_NAMESPACE: engine.namespace,
      WORKFLOW_BUNDLE: bundle,
    },
  });
}

describe("npm run replay:open", () => {
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
    const { code, output } = await replay((bundle) =>
      bundle.replaceAll("(input, event.to).milestone", "(input, event.to).none"),
    );
    expect(code).toBe(1);
    expect(output).toMatch(
      new RegExp(`${caseWorkflowId(sent)} breaks at event \\d+ \\(signalExternalWorkflowExecutionInitiated\\)`),
    );
    expect(output).not.toContain(quiet);
    expect(output).toContain("1 of 2 open histories break");
  });
});
