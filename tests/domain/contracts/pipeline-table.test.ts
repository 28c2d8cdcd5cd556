import { describe, expect, it } from "vitest";
import { pipelineTableSchema } from "../../../domain/contracts/pipeline-table.ts";
import { shippedPipelines } from "../../../domain/pipelines/index.ts";
import { goodTable, withStep } from "../lint/good-table.ts";

const issuesOf = (table: unknown): string[] => {
  const parsed = pipelineTableSchema.safeParse(table);
  return parsed.success ? [] : parsed.error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`);
};

describe("the schema of a table", () => {
  it.each([...shippedPipelines, goodTable].map((table) => [`${table.id}@${table.version}`, table] as const))(
    "reads %s as it is",
    (_, table) => {
      expect(pipelineTableSchema.parse(JSON.parse(JSON.stringify(table)))).toEqual(table);
    },
  );

  it("names the place of what is missing, misspelt or of the wrong kind", () => {
    expect(issuesOf(withStep("number", { series: undefined }))).toEqual(["steps.number.series: invalid_value"]);
    expect(issuesOf(withStep("number", { serie: "BC" }))).toEqual(["steps.number: unrecognized_keys"]);
    expect(issuesOf(withStep("council", { quorum: "two" }))).toEqual(["steps.council.quorum: invalid_type"]);
    expect(issuesOf(withStep("head", { marks: { head: ["XX."] } }))).toEqual([
      "steps.head.marks.head.0: invalid_value",
    ]);
    expect(issuesOf(withStep("lines", { kind: "line" }))).toEqual(["steps.lines.kind: invalid_union"]);
  });

  it("takes no step whose name every object knows already", () => {
    for (const id of ["constructor", "toString", "Upper", "a b"]) {
      expect(issuesOf({ ...goodTable, steps: { ...goodTable.steps, [id]: goodTable.steps.done } })).toHaveLength(1);
    }
  });

  it("makes one text of two spellings of a Vietnamese name", () => {
    const name = { vi: "Đã phê duyệt".normalize("NFD"), en: "Approved" };
    expect(pipelineTableSchema.parse(withStep("done", { name })).steps.done?.name.vi).toBe("Đã phê duyệt");
  });
});
