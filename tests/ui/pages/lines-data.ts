import type { KnownCeiling } from "../../../admin-ui/src/funding/CeilingList.tsx";
import type { OfferedLine } from "../../../admin-ui/src/funding/line-sheets.ts";

const line = (lineId: string, unitName: string, requested: string, proposed: string): OfferedLine => ({
  lineId,
  requestId: lineId,
  unitCode: "SYT",
  unitName,
  taskCode: "III.3.b.1",
  title: `Đề nghị của ${unitName}`,
  sourceCode: "IV.1.TX.DP",
  capital: "regular",
  year: 2027,
  window: "next-year",
  requested,
  proposed,
  opinions: [{ by: "Sở Tài chính", amount: proposed, reason: "Theo khả năng cân đối" }],
});

export const offered: readonly OfferedLine[] = [
  line("a", "Sở Y tế", "1000000000", "1000000000"),
  line("b", "Sở Giáo dục và Đào tạo", "500000000", "400000000"),
  line("c", "Sở Công Thương", "300000000", "0"),
];

export const ceilings: readonly KnownCeiling[] = [
  {
    ceiling: {
      id: "c1",
      source: "IV.1.TX",
      year: 2027,
      window: null,
      amount: "1450000000",
      modes: { decided: "higher-signature" },
    },
    counted: "0",
  },
];
