import { describe, expect, it } from "vitest";
import type { GridSpec, Row } from "./column.ts";
import { meaningOf, type Key } from "./grid-keys.ts";
import { reduceGrid, sheetIn, startOf, type GridAction, type GridState } from "./grid-state.ts";
import { choiceColumn, moneyColumn, quantityColumn, sumOfColumn, textColumn } from "./kinds.ts";
import { shownIn } from "./sheet.ts";
import { factsOf } from "./sums.ts";

const money = { key: "amounts.2026", label: "2026", width: 100 };
const spec: GridSpec = {
  columns: [
    textColumn({ key: "content", label: "Nội dung", width: 100 }),
    quantityColumn({ key: "quantity", label: "Số lượng", width: 100 }),
    moneyColumn({ ...money, total: sumOfColumn(money) }),
    choiceColumn({
      key: "source",
      label: "Nguồn",
      width: 100,
      options: [
        { value: "IV.1", label: "IV.1. Ngân sách địa phương" },
        { value: "IV.2", label: "IV.2. Chương trình" },
        { value: "IV.3", label: "IV.3. Chương trình" },
      ],
    }),
    textColumn({ key: "note", label: "Ghi chú", width: 100, readOnly: true, derive: () => "tính" }),
  ],
  maxRows: 6,
  copyRow: ({ id: _, ...row }) => row,
  settle: (after) => after,
};

const three: readonly Row[] = [
  { id: "a", content: "Một" },
  { id: "b", content: "Hai" },
  { id: "c", content: "Ba" },
];

const after = (rows: readonly Row[], ...actions: GridAction[]): GridState =>
  actions.reduce((state, action) => reduceGrid(state, action, spec), startOf(rows));

const select = (row: number, column: number, extend = false): GridAction => ({
  do: "select",
  place: { row, column },
  extend,
});
const paste = (...block: string[][]): GridAction => ({ do: "paste", block });

describe("writing a cell", () => {
  it("stores the canonical form of what was typed, in the place the column names", () => {
    const { rows } = after(
      three,
      select(0, 2),
      { do: "commit", text: "1.205.000.000" },
      select(0, 1),
      { do: "commit", text: "1,5" },
      select(0, 3),
      { do: "commit", text: "ngan sach DIA PHUONG" },
    );
    expect(rows[0]).toEqual({
      id: "a",
      content: "Một",
      quantity: "1.5",
      amounts: { 2026: "1205000000" },
      source: "IV.1",
    });
    expect(rows[1]).toBe(three[1]);
  });

  it("keeps text that cannot be read beside the row, and the row without a value", () => {
    const state = after([{ content: "x", quantity: "2" }], select(0, 1), { do: "commit", text: "hai bộ" });
    expect(state.rows[0]).toEqual({ content: "x" });
    expect(shownIn(sheetIn(state).lines[0]!, spec.columns[1]!)).toBe("hai bộ");
  });

  it("reads no choice that two options share", () => {
    const state = after(three, select(0, 3), { do: "commit", text: "Chương trình" });
    expect(state.rows[0]).not.toHaveProperty("source");
  });

  it("leaves a column alone that is computed", () => {
    const state = after(three, select(0, 4), { do: "begin", how: "type" }, { do: "commit", text: "y" });
    expect(state.rows).toBe(three);
    expect(state.editing).toBeNull();
  });

  it("is no step when the same is written again", () => {
    const state = after(three, select(0, 0), { do: "commit", text: "Một" });
    expect(state.rows).toBe(three);
    expect(state.history.past).toEqual([]);
  });
});

describe("pasting", () => {
  it("lays the block down from the corner and adds the rows it needs", () => {
    const state = after(three, select(2, 0), paste(["X", "1"], ["Y", "2"]));
    expect(state.rows.map(({ content }) => content)).toEqual(["Một", "Hai", "X", "Y"]);
    expect(state.selection).toEqual({ anchor: { row: 2, column: 0 }, focus: { row: 3, column: 1 } });
  });

  it("says what did not fit: rows over the limit, cells over the edge", () => {
    const block = Array.from({ length: 8 }, () => ["source", "note", "outside"]);
    expect(after(three, select(0, 3), paste(...block)).left).toEqual({ rows: 2, cells: 6, unread: 6 });
  });

  it("reads a doubtful number as its neighbours are written", () => {
    const english = after(three, select(0, 1), paste(["1.5", "1,205,000.00"]));
    expect(english.rows[0]).toMatchObject({ quantity: "1.5", amounts: { 2026: "1205000" } });
    const vietnamese = after(three, select(0, 1), paste(["1,5", "1.205.000"]));
    expect(vietnamese.rows[0]).toMatchObject({ quantity: "1.5", amounts: { 2026: "1205000" } });
  });

  it("fills a selection with one copied cell", () => {
    const state = after(three, select(0, 0), select(2, 0, true), paste(["Tất cả"]));
    expect(state.rows.map(({ content }) => content)).toEqual(["Tất cả", "Tất cả", "Tất cả"]);
  });

  it("is one step back", () => {
    const state = after(three, select(0, 0), paste(["A", "1"], ["B", "2"], ["C", "3"], ["D", "4"]), { do: "undo" });
    expect(state.rows).toEqual(three);
    expect(state.selection.focus).toEqual({ row: 2, column: 1 });
  });
});

describe("rows", () => {
  it("are inserted, and removed as a block", () => {
    const state = after(three, select(1, 0), { do: "insert", where: "above" });
    expect(state.rows.map(({ content }) => content)).toEqual(["Một", undefined, "Hai", "Ba"]);
    const fewer = reduceGrid(reduceGrid(state, select(2, 0, true), spec), { do: "remove" }, spec);
    expect(fewer.rows.map(({ content }) => content)).toEqual(["Một", "Ba"]);
  });

  it("are duplicated below, without what identifies them", () => {
    const state = after(three, select(0, 0), select(1, 0, true), { do: "duplicate" });
    expect(state.rows.map(({ id, content }) => [id, content])).toEqual([
      ["a", "Một"],
      ["b", "Hai"],
      [undefined, "Một"],
      [undefined, "Hai"],
      ["c", "Ba"],
    ]);
  });

  it("never become more than the table takes", () => {
    const many = Array.from({ length: 10 }, (): GridAction => ({ do: "insert", where: "end" }));
    expect(after(three, ...many).rows).toHaveLength(6);
  });

  it("keep what could not be read with their line while others come and go", () => {
    const state = after(three, select(1, 1), { do: "commit", text: "hai" }, select(0, 0), { do: "remove" });
    expect(shownIn(sheetIn(state).lines[0]!, spec.columns[1]!)).toBe("hai");
  });

  it("are filled down with the first of the selection", () => {
    const state = after(three, select(0, 0), select(2, 0, true), { do: "fill-down" });
    expect(state.rows.map(({ content }) => content)).toEqual(["Một", "Một", "Một"]);
  });
});

describe("sums", () => {
  it("are exact above what a number holds", () => {
    const rows = [{ amounts: { 2026: "9007199254740993" } }, { amounts: { 2026: "1" } }];
    expect(spec.columns[2]!.total!(rows)).toBe("9007199254740994");
    const state = after(rows, { do: "select-all" });
    expect(factsOf(sheetIn(state), state.selection, spec).sum).toBe("9007199254740994");
  });
});

describe("keys", () => {
  const key = (name: string, more: Partial<Key> = {}): Key => ({
    key: name,
    code: name,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });

  it("leave the grid by Tab at both ends only", () => {
    expect(meaningOf(key("Tab"), after(three), spec)).toEqual({ do: "move", move: "next" });
    expect(meaningOf(key("Tab", { shiftKey: true }), after(three), spec)).toBe("leave");
    expect(meaningOf(key("Tab"), after(three, select(2, 4)), spec)).toBe("leave");
  });

  it("mean the same on a Vietnamese keyboard, by the place of the key", () => {
    expect(meaningOf(key("ư", { code: "KeyZ", ctrlKey: true }), after(three), spec)).toEqual({ do: "undo" });
  });

  it("belong to the text while it is written", () => {
    const opened = after(three, { do: "begin", how: "edit" });
    expect(meaningOf(key("ArrowLeft"), opened, spec)).toBeNull();
    expect(meaningOf(key("z", { code: "KeyZ", ctrlKey: true }), opened, spec)).toBeNull();
    expect(meaningOf(key("ArrowLeft"), after(three, { do: "begin", how: "type" }), spec)).toBe("commit");
  });
});
