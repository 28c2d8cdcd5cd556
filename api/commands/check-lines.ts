import { needsExplaining } from "../../domain/engine/lines.ts";
import type { CaseState, LineState } from "../../domain/engine/case.ts";
import type { CommandBody } from "../../domain/engine/command.ts";
import { checkLineDecision, checkOpinion, checkProposal } from "../../domain/funding/check-stages.ts";
import type { FundingProblem } from "../../domain/funding/funding-problem.ts";
import { carriesMoney } from "../../domain/funding/money-of-case.ts";
import type { CaseRow } from "../../store/index.ts";
import { refuseBlocked } from "../drafts/forms.ts";
import type { Language } from "../http/language.ts";

type Body<V> = Extract<CommandBody, { verb: V }>;
type Lines = CaseState["lines"];

const judged = ({ requested, source }: LineState) => ({ requested: String(requested), sourceCode: source });

/** What each named line is found to lack; a line that is not there is the engine's to refuse. */
const eachOf = <Given extends { line: string }>(
  given: readonly Given[],
  lines: Lines,
  check: (line: LineState, given: Given, index: number) => FundingProblem[],
): FundingProblem[] =>
  given.flatMap((one, index) => {
    const line = lines.find(({ id }) => id === one.line);
    return line ? check(line, one, index) : [];
  });

const opinionProblems = ({ amounts = [], position, comment }: Body<"opine">, lines: Lines): FundingProblem[] =>
  eachOf(amounts, lines, (line, given, index) =>
    checkOpinion(`body.body.amounts.${index}`, judged(line), {
      lineId: line.id,
      opinion: given.position ?? position,
      amount: String(given.amount),
      reason: given.reason ?? comment,
    }),
  );

const proposalProblems = ({ proposals = [] }: Body<"approve">, lines: Lines): FundingProblem[] =>
  eachOf(proposals, lines, (line, { amount, reason }, index) =>
    checkProposal(`body.body.proposals.${index}`, judged(line), {
      amount: String(amount),
      reason,
      owed: needsExplaining(line),
    }),
  );

const decisionProblems = ({ decisions }: Body<"decide-lines">, lines: Lines): FundingProblem[] =>
  eachOf(decisions, lines, (line, { decision, amount, reason }, index) => {
    if (decision === "defer") return [];
    const granted = decision === "approve" ? line.requested : (amount ?? 0);
    const proposed = String(line.proposal?.amount ?? line.requested);
    const given = { lineId: line.id, outcome: decision, amount: String(granted), reason };
    return checkLineDecision(`body.body.decisions.${index}`, judged(line), proposed, given);
  });

function problemsOf(body: CommandBody, { lines }: CaseState): FundingProblem[] {
  switch (body.verb) {
    case "opine":
      return opinionProblems(body, lines);
    case "approve":
      return proposalProblems(body, lines);
    case "decide-lines":
      return decisionProblems(body, lines);
    default:
      return [];
  }
}

/** Said at its field before the command is sent; what slips through here the engine refuses (domain/engine/rules). */
export function checkLines({ input, state }: CaseRow, body: CommandBody, language: Language): void {
  if (carriesMoney(input)) refuseBlocked(problemsOf(body, state), language);
}
