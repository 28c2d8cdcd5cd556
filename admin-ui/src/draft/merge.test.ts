import { describe, expect, it } from "vitest";
import { contested, merged } from "./merge.ts";

const parts = ["head", "sections.I", "sections.II"];
const base = { head: { phone: "1" }, sections: { I: { narrative: "a" }, II: { narrative: "b" } } };
const both = { base, own: base };
const withI = (narrative: string) => ({ ...base, sections: { ...base.sections, I: { narrative } } });
const withII = (narrative: string) => ({ ...base, sections: { ...base.sections, II: { narrative } } });

describe("two people who write in one draft", () => {
  it("keep both their words when each wrote in a section of their own", () => {
    expect(contested(parts, both, withI("mine"), withII("theirs"))).toEqual([]);
    expect(merged(parts, { own: base, mine: withI("mine"), theirs: withII("theirs") })).toEqual({
      head: { phone: "1" },
      sections: { I: { narrative: "mine" }, II: { narrative: "theirs" } },
    });
  });

  it("must choose where both wrote in the same section, and only there", () => {
    expect(contested(parts, both, withI("mine"), withI("theirs"))).toEqual(["sections.I"]);
    expect(merged(parts, { own: base, mine: withI("mine"), theirs: withI("theirs") })).toEqual(withI("mine"));
    expect(merged(parts, { own: base, mine: withI("mine"), theirs: withI("theirs") }, ["sections.I"])).toEqual(
      withI("theirs"),
    );
  });

  it("need not choose when they wrote the same", () => {
    expect(contested(parts, both, withI("same"), withI("same"))).toEqual([]);
  });

  it("keep what one of them has cleared", () => {
    const cleared = { head: { phone: "1" }, sections: { II: { narrative: "b" } } };
    expect(merged(parts, { own: base, mine: cleared, theirs: withII("theirs") })).toEqual({
      head: { phone: "1" },
      sections: { II: { narrative: "theirs" } },
    });
  });

  it("take the order in which fields are written for no change", () => {
    const base = { sections: { VIII: { narrative: "a", nothingToReport: true } } };
    const mine = { sections: { VIII: { nothingToReport: true, narrative: "a" } } };
    const theirs = { sections: { VIII: { narrative: "b" } } };
    expect(contested(["sections.VIII"], { base, own: base }, mine, theirs)).toEqual([]);
    expect(merged(["sections.VIII"], { own: base, mine, theirs })).toEqual(theirs);
  });
});
