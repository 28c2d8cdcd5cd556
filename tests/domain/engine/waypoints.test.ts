import { describe, expect, it } from "vitest";
import { waypointsOf, type Pipeline } from "../../../domain/engine/index.ts";
import { annualReport } from "../../../domain/pipelines/index.ts";
import { admin, DAY, DUE, inputOf, reportInput, specialist, Story, submit } from "./scenario.ts";

const at = ({ input, state }: Story, step: string) => waypointsOf(input, state).find((point) => point.step === step)!;

describe("when the rest may be expected", () => {
  it("shows who held a desk that is behind, who holds the present one, and nobody at the end", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(at(story, "draft")).toEqual({
      step: "draft",
      phase: "done",
      holders: [{ unit: "SYT", role: "specialist" }],
      expectedAt: null,
    });
    expect(at(story, "review").holders).toEqual([{ unit: "SYT", role: "division-head" }]);
    expect(at(story, "accepted").holders).toEqual([{ unit: "SKHCN", role: "specialist" }]);
    expect(at(story, "consolidated").holders).toEqual([]);
  });

  it("shows the present desk as it was given to somebody, the others as the table has them", () => {
    const story = new Story(reportInput).when(specialist, submit());
    story.when(admin, { verb: "reassign", to: { unit: "SYT", role: "head" }, reason: "Khuyết chức danh" });
    expect(at(story, "review").holders).toEqual([{ unit: "SYT", role: "head" }]);
    expect(at(story, "sign-off").holders).toEqual([
      { unit: "SYT", role: "head" },
      { unit: "SYT", role: "deputy-head" },
    ]);
  });

  it("dates the present desk by its own due date, moved with it", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(at(story, "review").expectedAt).toBe(story.state.dueAt);
    const later = story.state.dueAt! + 7 * DAY;
    story.when(admin, { verb: "extend", dueAt: later, reason: "Chờ số liệu" });
    expect(at(story, "review").expectedAt).toBe(story.state.dueAt);
    expect(story.state.dueAt).toBeGreaterThanOrEqual(later);
  });

  it("dates a desk ahead that shares the case's term by that term, extended as it is", () => {
    const pipeline = structuredClone<Pipeline>(annualReport);
    Object.assign(pipeline.steps["review"]!, { deadline: { by: "case", remind: [] } });
    Object.assign(pipeline.steps["sign-off"]!, { deadline: { by: "case", remind: [] } });
    const story = new Story(inputOf(pipeline)).when(specialist, submit());
    expect(at(story, "sign-off").expectedAt).toBe(DUE);
    story.when(admin, { verb: "extend", dueAt: DUE + 7 * DAY, reason: "Bão lụt" });
    expect(at(story, "sign-off").expectedAt).toBe(story.state.dueAt);
  });

  it("has no date where the working days of the year are not known", () => {
    const calendar = { ...reportInput.calendar, years: [2025] };
    const story = new Story({ ...reportInput, calendar });
    expect(at(story, "intake").expectedAt).toBeNull();
    expect(at(story, "consolidated").phase).toBe("ahead");
  });
});
