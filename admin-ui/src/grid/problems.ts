/** What is wrong in a cell, said in the reader's language; a warning does not stop anything. */
export interface CellProblem {
  readonly message: string;
  readonly warning: boolean;
}

/** By row and column; a problem of the whole row has no column. */
export type GridProblems = ReadonlyMap<number, ReadonlyMap<string, CellProblem>>;

export const WHOLE_ROW = "";

interface Located {
  readonly path: string;
  readonly message: string;
  readonly warning: boolean;
}

/** `sections.costs.rows.3.price` under `sections.costs.rows` is row 3, column `price`. The first of a cell counts. */
export function problemsUnder(path: string, problems: readonly Located[]): GridProblems {
  const found = new Map<number, Map<string, CellProblem>>();
  for (const { path: where, message, warning } of problems) {
    const inside = where.startsWith(`${path}.`) ? where.slice(path.length + 1) : "";
    const [row = "", ...column] = inside.split(".");
    if (!/^\d+$/.test(row)) continue;
    const cells = found.get(Number(row)) ?? new Map<string, CellProblem>();
    const key = column.length === 0 ? WHOLE_ROW : column.join(".");
    if (!cells.has(key)) cells.set(key, { message, warning });
    found.set(Number(row), cells);
  }
  return found;
}
