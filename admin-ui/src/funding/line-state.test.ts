import { describe, expect, it } from "vitest";
import { stateOf, type MoneyLine } from "./line-state.ts";

const asked = {
  recorded: "0",
  settled: false,
  withdrawn: false,
  returned: false,
  referred: false,
  deferred: false,
  assigned: "0",
  carriedIn: "0",
  decided: null,
} as MoneyLine;

describe("where a line stands", () => {
  it.each([
    [{}, "requested"],
    [{ decided: "5" }, "decided"],
    [{ decided: "5", assigned: "5" }, "assigned"],
    [{ carriedIn: "5" }, "assigned"],
    [{ deferred: true }, "deferred"],
    [{ referred: true }, "referred"],
    [{ returned: true, decided: "5" }, "returned"],
    [{ withdrawn: true, returned: true }, "withdrawn"],
    [{ settled: true, assigned: "5" }, "settled"],
    [{ recorded: "5" }, "recorded"],
  ] as [Partial<MoneyLine>, string][])("%j is %s", (over, state) => {
    expect(stateOf({ ...asked, ...over })).toBe(state);
  });
});
