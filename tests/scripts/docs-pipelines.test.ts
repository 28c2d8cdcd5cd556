import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mermaidOf } from "../../domain/pipelines/diagram.ts";
import { shippedPipelines } from "../../domain/pipelines/index.ts";
import { findingWordsEn } from "../../domain/lint/words-en.ts";
import { pipelinesDocument, withDrawnTables } from "../../scripts/docs-pipelines.ts";

const text = readFileSync(pipelinesDocument, "utf8");

describe("docs/pipelines.md", () => {
  it("shows the shipped tables as they are (else: npm run docs:pipelines)", () => {
    expect(text).toBe(withDrawnTables(text));
  });

  it("names every finding of the linter", () => {
    expect(Object.keys(findingWordsEn).filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  });

  it.each(shippedPipelines.map((pipeline) => [`${pipeline.id}@${pipeline.version}`, pipeline] as const))(
    "draws every step of %s and only steps it has",
    (_, pipeline) => {
      const drawing = mermaidOf(pipeline);
      const nodes = new Set(
        [...drawing.matchAll(/^\s+state .*?(?: as )?(\w+)(?: <<choice>>)?$/gm)].map(([, id]) => id),
      );
      expect([...nodes].sort()).toEqual(
        Object.keys(pipeline.steps)
          .map((id) => id.replaceAll("-", "_"))
          .sort(),
      );
      const ends = [...drawing.matchAll(/^\s+(\S+) --> (\S+?)(?::.*)?$/gm)].flatMap(([, from, to]) => [from, to]);
      expect(ends.filter((id) => id !== "[*]" && !nodes.has(id))).toEqual([]);
    },
  );
});
