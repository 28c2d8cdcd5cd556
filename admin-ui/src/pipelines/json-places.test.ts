import { describe, expect, it } from "vitest";
import { lineOf, placeOf, placesIn } from "./json-places.ts";

const table = '{\n  "start": "draft",\n  "steps": {\n    "draft": { "to": ["a", "b"] }\n  }\n}';
const lineAt = (path: string): number => {
  const places = placesIn(table);
  return places.ok ? lineOf(table, placeOf(places.at, path)).line : -1;
};

describe("the place of a finding", () => {
  it.each([
    ["start", 2],
    ["steps", 3],
    ["steps.draft", 4],
    ["steps.draft.to.1", 4],
    ["steps.draft.deadline.by", 4],
    ["nowhere", 1],
  ])("%s is on line %i: a field that is missing is where it would stand", (path, line) => {
    expect(lineAt(path)).toBe(line);
  });

  it("is the key, not only the value", () => {
    const places = placesIn(table);
    expect(places.ok && table.slice(placeOf(places.at, "steps.draft")).startsWith('"draft"')).toBe(true);
  });
});

describe("a text that is not JSON", () => {
  it.each([
    ['{"a": 1,}', 1, 9],
    ['{\n"a" 1}', 2, 5],
    ["", 1, 1],
    ["{} x", 1, 4],
    ['{"a": 01}', 1, 8],
    ['{"a": "\n"}', 1, 8],
    ["[1, 2", 1, 6],
  ])("is told by line and column: %j", (text, line, column) => {
    const places = placesIn(text);
    expect(!places.ok && lineOf(text, places.offset)).toEqual({ line, column });
  });

  it("is refused where a name stands twice, which JSON.parse would swallow", () => {
    expect(placesIn('{"a": 1, "a": 2}')).toEqual({ ok: false, offset: 9, twice: "a" });
  });

  it("agrees with JSON.parse about what is JSON", () => {
    for (const text of ['{"x":[1,-2.5e3,true,null,"\\u00e9"],"y":{}}', " [] ", '"a"', "7"]) {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      expect(placesIn(text).ok).toBe(true);
    }
  });
});
