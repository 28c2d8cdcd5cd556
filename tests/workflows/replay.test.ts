import { readFileSync } from "node:fs";
import { Worker } from "@temporalio/worker";
import { describe, expect, it } from "vitest";
import { storedHistories } from "../support/histories.ts";
import { workflowBundlePath } from "../support/temporal.ts";

const histories = storedHistories();
const bundle = (): { code: string } => ({ code: readFileSync(workflowBundlePath(), "utf8") });

describe("replay", () => {
  it("has histories of every shell: cases that went straight, came back, were late, had their dates moved, were put aside, came after the dossier; dossier, campaign, opener; a funding request, its list", () => {
    expect(histories.map(({ name }) => name).sort()).toEqual([
      "calendar-change",
      "campaign",
      "campaign-archived",
      "campaign-calendar",
      "case-renewed",
      "dossier-returned",
      "every-kind",
      "opener",
      "report-addendum",
      "report-calendar",
      "report-excluded",
      "report-late",
      "report-returned",
      "report-silent",
      "request",
      "request-list",
      "request-opener",
      "task-skipped",
    ]);
  });

  it.each(histories)("takes the same way through $name", async ({ history, workflowId }) => {
    await expect(Worker.runReplayHistory({ workflowBundle: bundle() }, history, workflowId)).resolves.toBeUndefined();
  });

  it("finds a shell that goes another way", async () => {
    const silent = histories.find(({ name }) => name === "report-silent");
    const other = bundle().code.replaceAll("recordCase", "recordOther");
    const replayed = Worker.runReplayHistory({ workflowBundle: { code: other } }, silent?.history, silent?.workflowId);
    await expect(replayed).rejects.toThrow(/TMPRL1100|Nondeterminism/i);
  });
});
