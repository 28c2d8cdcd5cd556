import { readFileSync } from "node:fs";
import { historyFromJSON } from "@temporalio/common/lib/proto-utils.js";
import { Worker } from "@temporalio/worker";
import { describe, expect, it } from "vitest";
import { decide, evolve, openCase, type CaseCommand, type Transition } from "../../domain/engine/index.ts";
import { refold, workingTree, type Rules } from "../../scripts/replay/refold.ts";
import { toldIn, type History } from "../../scripts/replay/told.ts";
import { storedHistories } from "../support/histories.ts";
import { workflowBundlePath } from "../support/temporal.ts";

const histories = storedHistories();
const historyOf = (stored: unknown): History => historyFromJSON(stored);
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
      "request",
      "request-list",
      "request-opener",
      "task-skipped",
    ]);
  });

  it.each(histories)("takes the same way through $name", async ({ history, workflowId }) => {
    await expect(Worker.runReplayHistory({ workflowBundle: bundle() }, history, workflowId)).resolves.toBeUndefined();
  });

  it.each(histories)("comes to the same events and states as $name did", ({ history }) => {
    expect(refold(historyOf(history))).toBeNull();
  });

  it("finds a rule that decides, folds or opens otherwise, and names the event", () => {
    const departures = (rules: Partial<Rules>) =>
      refold(historyOf(histories.find(({ name }) => name === "report-returned")?.history), {
        ...workingTree,
        ...rules,
      });
    const talkative: Rules["decide"] = (...args) => {
      const decision = decide(...args);
      if (!decision.ok || decision.event.type !== "returned") return decision;
      return { ok: true, event: { ...decision.event, data: { ...decision.event.data, reason: "khác" } } };
    };
    expect(departures({ decide: talkative })).toEqual({ seq: 6, what: "says something else" });
    const strict: Rules["decide"] = (input, state, command, now) =>
      command.body.verb === "issue"
        ? { ok: false, rejection: { code: "own-case" } }
        : decide(input, state, command, now);
    expect(departures({ decide: strict })).toEqual({ seq: 5, what: "is refused now: own-case" });
    const forgetful: Rules["evolve"] = (input, state, event) => ({ ...evolve(input, state, event), authors: [] });
    expect(departures({ evolve: forgetful })).toEqual({ seq: 2, what: "leads to another state: authors" });
    const otherwise: Rules["openCase"] = (input, now) => openCase({ ...input, caseId: "another" }, now);
    expect(departures({ openCase: otherwise })).toEqual({ seq: 1, what: "is sealed with another hash" });
  });

  it("sees every event of a case that a person or the case itself made", () => {
    const whole = historyOf(histories.find(({ name }) => name === "report-returned")?.history);
    const told = toldIn<Transition, CaseCommand>(whole, { update: "actOnCase", activity: "recordCase" });
    const seqs = told.map(({ transition }) => transition.event.seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(told.filter(({ command }) => command !== null).length).toBeGreaterThan(5);
  });

  it("finds a shell that goes another way", async () => {
    const late = histories.find(({ name }) => name === "report-late");
    const other = bundle().code.replaceAll("recordCase", "recordOther");
    const replayed = Worker.runReplayHistory({ workflowBundle: { code: other } }, late?.history, late?.workflowId);
    await expect(replayed).rejects.toThrow(/TMPRL1100|Nondeterminism/i);
  });
});
