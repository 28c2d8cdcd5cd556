import type {
  Actor,
  CaseInput,
  CommandBody,
  Line,
  LineAmount,
  LineDecision,
  Position,
} from "../../../domain/engine/index.ts";
import { fundingList } from "../../../domain/pipelines/index.ts";
import { parties } from "./all-kinds.ts";
import { content, inputOf, person, Story } from "./scenario.ts";

/** The list as the province runs it: two requests, one line of each branch and one more of regular money. */
export const listInput: CaseInput = inputOf(fundingList, {
  parties: { ...parties, owner: "SKHCN" },
  campaignId: null,
  due: null,
});

export const specialist = person("SKHCN", "specialist");
export const divisionHead = person("SKHCN", "division-head");
export const director = person("SKHCN", "head");
export const departmentClerk = person("SKHCN", "records-clerk");
export const finance = person("STC", "head");
export const planning = person("SKHDT", "head");
export const officer = person("VP_UBND", "specialist");
export const officeClerk = person("VP_UBND", "records-clerk");
export const viceChair = person("UBND_TINH", "vice-chair");
export const chair = person("UBND_TINH", "chair");

const line = (id: string, over: Partial<Line>): Line => ({
  id,
  requested: 500,
  source: "IV.1.TX.DP",
  year: 2027,
  branch: "regular",
  owner: "SYT",
  digest: id,
  ...over,
});

export const health = line("health", { requested: 1000 });
export const lab = line("lab", { requested: 700, source: "IV.1.DT.DP", branch: "investment", owner: "STNMT" });
export const training = line("training", { requested: 300, owner: "STNMT" });
export const lines: readonly Line[] = [health, lab, training];

type Freeze = Extract<CommandBody, { verb: "freeze" }>;
export const freeze = (over: Partial<Freeze> = {}): Freeze => ({
  verb: "freeze",
  content: content("list"),
  drafters: [],
  facts: { amount: 2000, regular: true, investment: true },
  lines: [...lines],
  included: 2,
  owing: 2,
  missing: [],
  ...over,
});

export const says = (
  { id, requested }: Line,
  position: Position,
  amount = position === "not-placed" ? 0 : requested,
  reason = "Theo định mức",
): LineAmount => ({ line: id, position, amount, ...(position !== "agree" && { reason }) });

export const opine = (...amounts: LineAmount[]): CommandBody => ({ verb: "opine", position: "agree", amounts });
export const explain = (...proposals: LineAmount[]): CommandBody => ({ verb: "approve", proposals });
export const figure = ({ id }: Line, amount: number, reason = "Giữ theo nhu cầu"): LineAmount => ({
  line: id,
  amount,
  reason,
});
export const decide = (...decisions: LineDecision[]): CommandBody => ({ verb: "decide-lines", decisions });
export const given = (
  { id }: Line,
  decision: LineDecision["decision"],
  over: Partial<LineDecision> = {},
): LineDecision => ({ line: id, decision, ...over });

export const resolution = {
  number: "15/NQ-HĐND",
  date: "2026-12-08",
  issuer: "HĐND tỉnh",
  abstract: "Phân bổ kinh phí năm 2027",
};
export const resolve = (...of: Line[]): CommandBody => ({
  verb: "resolve-lines",
  lines: of.map(({ id }) => id),
  resolution,
});

export const atOpinions = (over: Partial<Freeze> = {}, input = listInput): Story =>
  new Story(input).when(specialist, freeze(over));

/** Finance cuts one line, planning agrees: one difference to explain. */
export const atExplain = (input = listInput): Story =>
  atOpinions({}, input)
    .when(finance, opine(says(health, "agree-with-changes", 800), says(training, "agree")))
    .when(planning, opine(says(lab, "agree")));

const goesUp: readonly [Actor, CommandBody][] = [
  [director, { verb: "approve", mark: "own" }],
  [departmentClerk, { verb: "issue" }],
  [officer, { verb: "approve" }],
];

export const upFrom = (story: Story): Story => goesUp.reduce((told, [who, body]) => told.when(who, body), story);

export const atDecision = (input = listInput): Story =>
  upFrom(atExplain(input).when(divisionHead, explain(figure(health, 900))));
