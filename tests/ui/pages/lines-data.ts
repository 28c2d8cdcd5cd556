import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { KnownCeiling } from "../../../admin-ui/src/funding/sitting.ts";

const line = (id: string, unitName: string, requested: string, proposed: string): CaseLineView => ({
  id,
  unit: "SYT",
  unitName,
  task: "III.3.b.1",
  title: `Đề nghị của ${unitName}`,
  source: "IV.1.TX.DP",
  year: 2027,
  window: "next-year",
  branch: "regular",
  requested,
  appraised: [
    {
      unit: "STC",
      unitName: "Sở Tài chính",
      position: proposed === requested ? "agree" : proposed === "0" ? "not-placed" : "agree-with-changes",
      amount: proposed,
      reason: proposed === requested ? null : "Theo khả năng cân đối",
    },
  ],
  differs: proposed !== requested,
  proposed,
  proposedReason: null,
  status: "open",
  decided: null,
  reason: null,
  over: null,
  excess: null,
  resolution: null,
  assigned: "0",
  document: null,
  withdrawn: false,
  listCase: null,
  duplicates: [],
});

export const offered: readonly CaseLineView[] = [
  line("a", "Sở Y tế", "1000000000", "1000000000"),
  line("b", "Sở Giáo dục và Đào tạo", "500000000", "400000000"),
  line("c", "Sở Công Thương", "300000000", "0"),
];

/** Before anybody has said a word. */
export const asked: readonly CaseLineView[] = offered.map((one) => ({
  ...one,
  appraised: [],
  proposed: null,
  differs: false,
}));

/** Decided in every way there is. */
export const settled: readonly CaseLineView[] = [
  { ...offered[0]!, status: "approved", decided: "1000000000", assigned: "1000000000", document: "15/QĐ-UBND" },
  {
    ...offered[1]!,
    status: "approved-in-part",
    decided: "350000000",
    reason: "Cắt phần mua xe",
    duplicates: [{ requestId: "r2", title: "Phòng thí nghiệm dùng chung", amount: "200000000" }],
    resolution: { number: "15/NQ-HĐND", date: "2026-12-08", issuer: "HĐND tỉnh", abstract: "Phân bổ kinh phí" },
  },
  { ...offered[2]!, status: "rejected", decided: "0", reason: "Không thuộc nhiệm vụ của Kế hoạch" },
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
