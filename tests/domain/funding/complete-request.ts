import { emptyRequest } from "../../../domain/funding/empty-request.ts";
import { normalizeRequest } from "../../../domain/funding/normalize-request.ts";
import type { FundingRequest, RequestHead, RequestSections } from "../../../domain/funding/request-schema.ts";
import type { RequestContext } from "../../../domain/funding/check-request.ts";

export const UNIT = "SYT";
export const context: RequestContext = { unitCode: UNIT, today: "2026-06-15" };

/** A request for next year's regular budget that may be sent: two cost lines, 1.205.000.000 đồng. */
export function completeRequest(head: RequestHead = {}, sections: RequestSections = {}): FundingRequest {
  const empty = emptyRequest({ unitCode: UNIT, unitName: "Sở Y tế", window: "next-year", year: 2027 });
  return normalizeRequest({
    ...empty,
    head: {
      ...empty.head,
      capital: "regular",
      taskCode: "III.3.b.1",
      title: "Ứng dụng công nghệ sinh học trong chẩn đoán",
      start: "2027-01-01",
      end: "2027-12-31",
      preparedBy: "Chuyên viên",
      phone: "0235 0000000",
      ...head,
    },
    sections: {
      grounds: {
        rows: [{ number: "2753/KH-UBND", date: "2024-04-19", issuer: "UBND tỉnh", abstract: "Triển khai kế hoạch" }],
      },
      content: { necessity: "Cần thiết", objectives: "Mục tiêu", scope: "Nội dung", products: "Sản phẩm" },
      sources: { rows: [{ sourceCode: "IV.1.TX.DP", amounts: { "2027": "1205000000" } }] },
      costs: {
        basis: "Theo định mức và báo giá",
        rows: [
          {
            content: "Bộ kít xét nghiệm",
            unit: "bộ",
            quantity: "100.5",
            price: "10000000",
            amount: "1005000000",
            sourceCode: "IV.1.TX.DP",
            norm: "Báo giá 12/BG",
          },
          {
            content: "Tập huấn",
            unit: "lớp",
            quantity: "4",
            price: "50000000",
            sourceCode: "IV.1.TX.DP",
            norm: "Định mức 36/2018/TT-BTC",
          },
        ],
      },
      approvals: {},
      placed: { none: true },
      ...sections,
    },
  });
}

export const policy = {
  policyNumber: "12/NQ-HĐND",
  policyDate: "2026-03-01",
  policyIssuer: "HĐND tỉnh",
  policyAbstract: "Chủ trương đầu tư",
};

/** The same amount of investment capital over two years of the medium-term plan. */
export const investmentRequest = (sections: RequestSections = {}): FundingRequest =>
  completeRequest(
    { capital: "investment", window: "investment-term" },
    {
      sources: { rows: [{ sourceCode: "IV.1.DT.DP", amounts: { "2027": "1000000000", "2028": "205000000" } }] },
      costs: {
        basis: "Thiết kế cơ sở",
        rows: [
          {
            content: "Xây dựng",
            unit: "công trình",
            quantity: "1",
            price: "1205000000",
            sourceCode: "IV.1.DT.DP",
            norm: "Suất vốn đầu tư",
          },
        ],
      },
      approvals: policy,
      ...sections,
    },
  );
