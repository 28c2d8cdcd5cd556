import { describe, expect, it } from "vitest";
import { atLines, atOpinions, back, decideLines, viceChair } from "./all-kinds.ts";
import type { Story } from "./scenario.ts";

const left = (story: Story, ...lines: string[]): Story => story.hears("returned", { lines });
const statuses = (story: Story) => story.state.lines.map(({ status }) => status);

describe("a member that leaves the dossier", () => {
  it("takes its lines along: nothing can be decided on them any more", () => {
    const story = left(atLines(), "a");
    expect(statuses(story)).toEqual(["withdrawn", "open"]);
    expect(story.events.at(-1)).toMatchObject({ type: "lines-dropped", actor: null, data: { lineIds: ["a"] } });
    story.when(viceChair, decideLines({ line: "a", decision: "approve" }));
    expect(story.lastRejection).toMatchObject({ code: "line-not-open", status: "withdrawn" });
  });

  it("does not hold up the lines of the others", () => {
    const story = left(atLines(), "a").when(viceChair, decideLines({ line: "b", decision: "approve" }));
    expect(story.state.step).toBe("sign");
    const decidedBefore = atLines().when(viceChair, decideLines({ line: "b", decision: "approve" }));
    expect(left(decidedBefore, "a").state.step).toBe("sign");
  });

  it("voids what was decided on its lines before", () => {
    const all = decideLines({ line: "a", decision: "approve" }, { line: "b", decision: "approve" });
    const story = left(atLines().when(viceChair, all), "a");
    expect(story.state.lines).toMatchObject([{ status: "withdrawn", amount: 0 }, { status: "approved" }]);
  });

  it("stays out when the file goes back, until it is put together anew", () => {
    const story = left(atLines(), "a").when(viceChair, back("draft"));
    expect(statuses(story)).toEqual(["withdrawn", "open"]);
  });

  it("leaves a sitting without lines to whoever can send it back", () => {
    expect(left(atLines(), "a", "b").state.step).toBe("lines");
  });

  it("is heard once, and only of lines that are there", () => {
    const story = left(atOpinions(), "a");
    const { seq } = story.state;
    expect(left(story, "a", "elsewhere").state.seq).toBe(seq);
  });
});
