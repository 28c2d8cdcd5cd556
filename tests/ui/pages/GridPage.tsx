import { useState } from "react";
import { DataGrid } from "../../../admin-ui/src/grid/DataGrid.tsx";
import type { Row } from "../../../admin-ui/src/grid/column.ts";
import { problemsUnder } from "../../../admin-ui/src/grid/problems.ts";
import { costSpec } from "../../../admin-ui/src/funding/request-grids.ts";

const search = new URLSearchParams(location.search);
const count = Number(search.get("rows") ?? "3");

const rows: readonly Row[] = Array.from({ length: count }, (_, index) => ({
  id: `l${index + 1}`,
  content: `Mua vật tư ${index + 1}`,
  unit: "bộ",
  quantity: "2.5",
  price: String((index + 1) * 1_000_000),
  sourceCode: "IV.1.TX.TW",
  norm: `Báo giá ${index + 1}`,
}));

const problems = problemsUnder("rows", [{ path: "rows.1.price", message: "Đơn giá vượt định mức", warning: false }]);
const spec = costSpec("vi");

/** The grid alone, with what it holds readable beside it. */
export function GridPage() {
  const [held, setHeld] = useState(rows);
  return (
    <>
      <DataGrid label="Bảng B. Dự toán chi tiết" spec={spec} rows={held} onRows={setHeld} problems={problems} />
      <button type="button">Sau bảng</button>
      <script type="application/json" id="held" dangerouslySetInnerHTML={{ __html: JSON.stringify(held) }} />
    </>
  );
}
