import { describe, expect, it } from "vitest";
import { withIds } from "./adopt.ts";
import { contested } from "./merge.ts";

const parts = ["head", "sections.sources"];
const draft = (rows: object[], more: object = {}) => ({ ...more, sections: { sources: { rows } } });

describe("ids given by the server", () => {
  it("are taken over by the rows that were sent, whatever was typed meanwhile", () => {
    const [first, second] = [{ sourceCode: "IV.1.TX.DP" }, { sourceCode: "IV.2" }];
    const sent = draft([first, second]);
    const answer = draft(
      [
        { ...first, id: "l1" },
        { ...second, id: "l2" },
      ],
      { lineCount: 2 },
    );
    const typed = { sourceCode: "IV.1.TX.TW" };
    const mine = draft([typed, second, first]);
    expect(withIds(mine, sent, answer, parts)).toEqual(
      draft([typed, { ...second, id: "l2" }, { ...first, id: "l1" }], { lineCount: 2 }),
    );
  });

  it("leave the draft as it is when there is nothing to take over", () => {
    const mine = draft([{ id: "l1" }]);
    expect(withIds(mine, mine, draft([{ id: "l1" }]), parts)).toBe(mine);
  });

  it("are no change of mine: nobody has to choose between two writings of one text", () => {
    const sent = draft([{ note: "định mức " }]);
    const answer = draft([{ note: "định mức", id: "l1" }]);
    const own = withIds(sent, sent, answer, parts);
    const theirs = draft([{ note: "định mức mới", id: "l1" }]);
    expect(contested(parts, { base: answer, own }, own, theirs)).toEqual([]);
  });
});
