import { emptyDraft } from "../../../domain/report/empty-draft.ts";
import type { AnnualReportDraft, DraftSections } from "../../../domain/report/schema.ts";

/** A report that may be submitted, with `changes` laid over its sections. */
export function completeReport(unitCode: string, year: number, changes: DraftSections = {}): AnnualReportDraft {
  const draft = emptyDraft(unitCode, year);
  return {
    ...draft,
    head: { ...draft.head, preparedBy: "Chuyên viên", phone: "0235 0000000" },
    sections: {
      I: { conferences: 2, participants: 120, articles: 5 },
      II: {
        rows: (draft.sections?.II?.rows ?? []).map((row) => ({
          ...row,
          result: "Đã ban hành kế hoạch",
          progress: 40,
          status: "in-progress" as const,
        })),
      },
      III: { nothingToReport: true },
      IV: { nothingToReport: true },
      V: { projects: 1, narrative: "Phối hợp với trường đại học" },
      VI: { strengths: "Kịp thời", weaknesses: "Thiếu kinh phí", objectiveCauses: "Ngân sách hạn hẹp" },
      VII: { nothingToReport: true },
      VIII: { narrative: "Tiếp tục thực hiện" },
      IX: { nothingToReport: true },
      ...changes,
    },
  };
}

export const fundingRow = {
  taskCode: "III.3.b.1",
  sourceCode: "IV.1.TX.DP",
  assigned: "1000000000",
  assignedBy: "15/QĐ-UBND",
  supplement: "205000000",
  spent: "900000000",
  disbursed: "800000000",
} as const;

export const obstacleRow = {
  content: "Thiếu phòng xét nghiệm",
  proposal: "Bố trí vốn",
  level: "province",
  status: "open",
} as const;
