import type { CeilingView } from "../../../admin-ui/src/funding/ceiling-view.ts";
import type { MoneyLinePage } from "../../../admin-ui/src/funding/LineActs.tsx";
import type { PaperView } from "../../../domain/contracts/papers.ts";

const signer = {
  name: "Chuyên viên Sở KH&CN",
  post: { unit: "SKHCN", role: "specialist" as const, unitName: "Sở Khoa học và Công nghệ" },
  at: "2027-05-04T02:00:00.000Z",
};

const paper = (over: Partial<PaperView>): PaperView => ({
  id: "p1",
  kind: "supplemented",
  subjectId: "funding-request-1.l1.2027",
  title: "Ứng dụng công nghệ sinh học trong chẩn đoán",
  status: "proposed",
  document: "20/QĐ-UBND ngày 04/5/2027",
  amount: "50000000",
  reason: null,
  body: {},
  proposed: signer,
  answered: null,
  may: { confirm: true, withdraw: false },
  ...over,
});

const ceilingBody = { source: "IV.2", year: 2027, window: null, modes: { decided: "stop" } };
const papers: readonly PaperView[] = [
  paper({}),
  paper({
    id: "p2",
    kind: "ceiling-set",
    subjectId: "IV.2|2027|",
    title: "Chương trình, đề án",
    body: ceilingBody,
    may: { confirm: false, withdraw: true },
  }),
  paper({
    id: "p3",
    kind: "recovered",
    status: "declined",
    answered: { ...signer, reason: "Sai số văn bản" },
    may: { confirm: false, withdraw: false },
  }),
];

const stage = (counted: string, remaining: string, over = "0") => ({ counted, remaining, over });
const ceilings: readonly CeilingView[] = [
  {
    id: "c1",
    source: "IV.1.TX",
    year: 2027,
    window: null,
    amount: "20000000000",
    modes: { requested: "warn", decided: "stop" },
    document: "01/NQ-HĐND",
    version: 3,
    active: true,
    stages: {
      requested: stage("21000000000", "0", "1000000000"),
      appraised: stage("15000000000", "5000000000"),
      decided: stage("12000000000", "8000000000"),
      assigned: stage("9000000000", "11000000000"),
    },
    openPaperId: null,
  },
];

export const line: MoneyLinePage = {
  id: "funding-request-1.l1.2027",
  requestId: "funding-request-1",
  campaignId: null,
  unit: "SYT",
  unitName: "Sở Y tế",
  task: "III.3.b.1",
  title: "Ứng dụng công nghệ sinh học trong chẩn đoán",
  source: "IV.1.TX.DP",
  capital: "regular",
  year: 2027,
  window: "next-year",
  requested: "1205000000",
  appraised: { finance: "700000000" },
  proposed: "700000000",
  decided: "600000000",
  referred: false,
  deferred: false,
  assigned: "600000000",
  supplemented: "0",
  carriedIn: "0",
  carriedOut: "0",
  recovered: "0",
  disbursed: "100000000",
  remaining: "500000000",
  periods: { "2027-Q1": "100000000" },
  returned: false,
  withdrawn: false,
  settled: false,
  recorded: "0",
  caseTitle: "Đề nghị kinh phí 2027",
  due: [{ period: "2027-Q2", dueAt: "2027-07-14T17:00:00.000Z", overdue: true }],
  openPeriods: ["2027-Q1", "2027-Q2", "2027-Q3"],
  may: { report: true, propose: true, record: false },
};

const events = [
  { type: "decided", amount: "5", left: "line-changed", data: { reason: "Khả năng ngân sách" } },
  { type: "disbursed", amount: "100000000", left: null, data: { period: "2027-Q1", evidence: "Biên bản 12" } },
].map((event, index) => ({
  ...event,
  id: `e${index}`,
  seq: 2 - index,
  at: "2027-04-10T02:00:00.000Z",
  by: "Kế toán Sở Y tế",
  caseId: null,
  paperId: null,
}));

const page = <T>(items: readonly T[]) => ({ items: [...items], next: null });
const keep =
  (verb: string) =>
  async (...args: unknown[]) => {
    Object.assign(window, { sent: [verb, ...args] });
    return {};
  };

/** Stands in for the API behind react-admin's provider, where it is asked about money. */
export const moneyKeeper = {
  listPapers: async ({ of, status }: { of?: string; status?: string }) =>
    page(papers.filter((each) => (status ? each.status === status : of !== "ceilings" || each.kind === "ceiling-set"))),
  listCeilings: async () => page(ceilings),
  listMoneyEvents: async () => page(events),
  weighDraft: async () => ({ items: [] }),
  weighPaper: async (_: string, { amount }: { amount: string }) => {
    const verdict = BigInt(amount) > 900_000_000n ? "stop" : BigInt(amount) > 90_000_000n ? "warn" : "ok";
    return { verdict, source: "IV.1.TX", remaining: "0", over: verdict === "ok" ? "0" : "10000000" };
  },
  reportSpending: keep("reportSpending"),
  proposePaper: keep("proposePaper"),
  proposeCeiling: keep("proposeCeiling"),
  answerPaper: keep("answerPaper"),
};
