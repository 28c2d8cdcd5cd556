import { describe, expect, it } from "vitest";
import { headFields, placeOf, sections } from "../../../domain/report/form.ts";
import type { FieldSpec } from "../../../domain/report/form-spec.ts";
import { annualReportDraftSchema } from "../../../domain/report/schema.ts";

interface Described {
  readonly shape?: Record<string, Described>;
  readonly element?: Described;
  unwrap?: () => Described;
}

/** The field names the schema accepts at a path. */
function accepted(schema: Described, ...path: string[]): string[] {
  const bare = (inner: Described): Described =>
    inner.unwrap && !inner.shape && !inner.element ? bare(inner.unwrap()) : inner;
  const step = path.reduce<Described>((inner, key) => {
    const next = bare(inner);
    return key === "[]" ? next.element! : next.shape![key]!;
  }, schema);
  return Object.keys(bare(step).shape!).sort();
}

const root = annualReportDraftSchema as unknown as Described;
const typed = (fields: readonly FieldSpec[]): string[] =>
  fields.filter((field) => field.computed !== true).map((field) => field.key);

describe("the form and its schema", () => {
  it("agree on the head", () => {
    expect(accepted(root, "head")).toEqual(typed(headFields).sort());
  });

  it.each(sections.map((section) => [section.key, section] as const))("agree on section %s", (key, section) => {
    const expected = ["nothingToReport", ...typed(section.fields), ...section.tables.map((table) => table.key)];
    expect(accepted(root, "sections", key)).toEqual(expected.sort());
    for (const table of section.tables) {
      expect(accepted(root, "sections", key, table.key, "[]")).toEqual(typed(table.columns).sort());
    }
  });

  it("has nine sections and biểu 01 to 04", () => {
    expect(sections.map((section) => section.key)).toEqual(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]);
    const numbers = sections.flatMap((section) => section.tables.flatMap((table) => table.number ?? []));
    expect(numbers).toEqual(["01", "02", "03", "04"]);
  });

  it("offers every choice in both languages", () => {
    const fields = sections.flatMap((section) => [
      ...section.fields,
      ...section.tables.flatMap((table) => table.columns),
    ]);
    for (const { type, options, label } of fields) {
      expect(type === "choice").toBe(options !== undefined);
      for (const each of [label, ...(options ?? []).map((option) => option.label)]) {
        expect(each.vi).not.toBe("");
        expect(each.en).not.toBe("");
      }
    }
  });

  it("finds the field a path names", () => {
    const place = placeOf("sections.II.rows.3.progress");
    expect([place.section?.key, place.table?.number, place.row, place.field?.key]).toEqual(["II", "01", 4, "progress"]);
    expect(placeOf("head.periodTo").field?.key).toBe("periodTo");
    expect(placeOf("sections.VI.strengths").field?.label.vi).toBe("Ưu điểm");
    expect(placeOf("nowhere.at.all")).toEqual({});
  });
});
