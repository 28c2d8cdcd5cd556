import { describe, expect, it } from "vitest";
import { contested, merged } from "./merge.ts";

const base = { head: { phone: "1" }, sections: { I: { narrative: "a" }, II: { narrative: "b" } } };
const withI = (narrative: string) => ({ ...base, sections: { ...base.sections, I: { narrative } } });
const withII = (narrative: string) => ({ ...base, sections: { ...base.sections, II: { narrative } } });

describe("two people who write in one draft", () => {
  it("keep both their words when each wrote in a section of their own", () => {
    expect(contested(base, withI("mine"), withII("theirs"))).toEqual([]);
    expect(merged(base, withI("mine"), withII("theirs"))).toEqual({
      head: { phone: "1" },
      sections: { I: { narrative: "mine" }, II: { narrative: "theirs" } },
    });
  });

  it("must choose where both wrote in the same section, and only there", () => {
    expect(contested(base, withI("mine"), withI("theirs"))).toEqual(["sections.I"]);
    expect(merged(base, withI("mine"), withI("theirs"))).toEqual(withI("mine"));
    expect(merged(base, withI("mine"), withI("theirs"), ["sections.I"])).toEqual(withI("theirs"));
  });

  it("need not choose when they wrote the same", () => {
    expect(contested(base, withI("same"), withI("same"))).toEqual([]);
  });

  it("keep what one of them has cleared", () => {
    const cleared = { head: { phone: "1" }, sections: { II: { narrative: "b" } } };
    expect(merged(base, cleared, withII("theirs"))).toEqual({
      head: { phone: "1" },
      sections: { II: { narrative: "theirs" } },
    });
  });
});
