import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPlan, countsOf, quotationDefects } from "../../../domain/plan/check-plan.ts";
import { planTasks, program } from "../../../domain/plan/plan.ts";

const source = readFileSync(new URL("../../../domain/plan/plan-source.txt", import.meta.url), "utf8");

describe("the plan as data", () => {
  it("has the counts of the plan", () => {
    expect(countsOf(program)).toEqual({
      agencies: 82,
      indicators: 10,
      taskGroups: 10,
      contentTasks: 29,
      assignedTasks: 24,
      fundingSources: 15,
      obligations: 15,
    });
    expect(program.tasks).toHaveLength(63);
    expect(planTasks).toHaveLength(53);
  });

  it("is still in the plan's own words", () => {
    expect(checkPlan(program, source)).toEqual([]);
  });

  it("is told when a title drifts from the text", () => {
    const [first, ...rest] = program.tasks;
    const changed = { ...program, tasks: [{ ...first!, vi: `${first!.vi} khác` }, ...rest] };
    expect(quotationDefects(changed, source)).toMatchObject([{ code: "III.1", field: "vi" }]);
  });

  it("is told when a title is right but its lines are not", () => {
    const moved = { ...program, obligations: [{ ...program.obligations[3]!, seedLines: [1, 3] as const }] };
    expect(quotationDefects(moved, source)).toMatchObject([{ code: "OB-04" }]);
  });

  it("reads a text with other line ends", () => {
    expect(quotationDefects(program, source.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  it("is told of a row too few, an unknown agency, a shared address", () => {
    const broken = {
      ...program,
      indicators: program.indicators.slice(1),
      fundingSources: program.fundingSources.map((fund) => ({ ...fund, slug: "iv-1", advisor: "STCX" })),
    };
    const defects = checkPlan(broken, source);
    expect(defects).toContainEqual({ code: "meta.counts", field: "indicators", message: "expected 10, found 9" });
    expect(defects).toContainEqual({ code: "IV.2", field: "advisor", message: "no such agency: STCX" });
    expect(defects).toContainEqual({ code: "IV.2", field: "slug", message: "should be iv-2" });
  });
});
