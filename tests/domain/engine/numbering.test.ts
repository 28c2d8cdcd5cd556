import { describe, expect, it } from "vitest";
import { numberingOf } from "../../../domain/engine/index.ts";
import { atIssue, officeClerk, parties } from "./all-kinds.ts";
import { clerk, DAY, OPENED, reportInput, sentReport } from "./scenario.ts";

describe("in whose series a paper is numbered", () => {
  it("the clerk's own unit, on the day of the act in Việt Nam", () => {
    const story = sentReport();
    const issued = story.events.at(-1)!;
    expect(numberingOf(story.input, issued)).toEqual({ series: "BC", unit: "SYT", date: "2026-10-15" });
    const late = { ...issued, at: OPENED + DAY - 8 * 3_600_000 };
    expect(numberingOf(story.input, late)).toMatchObject({ date: "2026-10-16" });
  });

  it("whose paper it is, where the table says so: a clerk of the office issues what UBND signs", () => {
    const story = atIssue();
    const { pipeline } = story.input;
    const steps = { ...pipeline.steps, issue: { ...pipeline.steps["issue"]!, of: "committee" } };
    const issued = story.when(officeClerk, { verb: "issue" }).events.at(-1)!;
    const named = { ...story.input, pipeline: { ...pipeline, steps } } as typeof story.input;
    expect(numberingOf(story.input, issued)).toMatchObject({ series: "QĐ", unit: officeClerk.post.unit });
    expect(numberingOf(named, issued)).toMatchObject({ series: "QĐ", unit: parties.committee });
    const unseated = { ...named, parties: { ...parties, committee: undefined } } as unknown as typeof named;
    expect(numberingOf(unseated, issued)).toMatchObject({ unit: officeClerk.post.unit });
  });

  it("is none for anything but an issue by a person in a series", () => {
    const issued = sentReport().events.at(-1)!;
    const { series: _series, ...data } = issued.data;
    expect(numberingOf(reportInput, { ...issued, type: "approved" })).toBeNull();
    expect(numberingOf(reportInput, { ...issued, actor: null })).toBeNull();
    expect(numberingOf(reportInput, { ...issued, data })).toBeNull();
    expect(issued).toMatchObject({ type: "issued", actor: { personId: clerk.personId } });
  });
});
