import { checkLineDecision, checkOpinion, type LineOutcome } from "../../domain/funding/check-stages.ts";
import type { FundingProblem } from "../../domain/funding/funding-problem.ts";
import type { CommandBody } from "../../domain/engine/command.ts";
import type { FundingLine } from "../../domain/funding/request-lines.ts";
import { carriesMoney } from "../../domain/funding/money-of-case.ts";
import { fundingLines, type CaseRow, type FundingLineRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { refuseBlocked } from "../drafts/forms.ts";
import type { Language } from "../http/language.ts";

const lineOf = (row: FundingLineRow): FundingLine => ({
  lineId: row.id,
  requestId: row.requestId,
  unitCode: row.unitCode,
  taskCode: row.taskCode,
  title: row.title,
  sourceCode: row.sourceCode,
  capital: row.capital as FundingLine["capital"],
  year: row.year,
  window: row.window as FundingLine["window"],
  requested: row.requested,
});

type Lines = ReadonlyMap<string, FundingLineRow>;

const opinionProblems = (body: Extract<CommandBody, { verb: "opine" }>, lines: Lines): FundingProblem[] =>
  (body.amounts ?? []).flatMap(({ line, amount, reason }, index) => {
    const row = lines.get(line);
    const given = { lineId: line, opinion: body.position, amount: String(amount), reason: reason ?? body.comment };
    return row ? checkOpinion(`body.body.amounts.${index}`, lineOf(row), given) : [];
  });

const decisionProblems = (body: Extract<CommandBody, { verb: "decide-lines" }>, lines: Lines): FundingProblem[] =>
  body.decisions.flatMap(({ line, decision, amount, reason }, index) => {
    const row = lines.get(line);
    if (!row) return [];
    const outcome: LineOutcome = decision;
    const granted = decision === "approve" ? row.requested : String(amount ?? 0);
    const given = { lineId: line, outcome, amount: granted, reason };
    return checkLineDecision(`body.body.decisions.${index}`, lineOf(row), row.proposed ?? row.requested, given);
  });

/** vietnam.md §8.3.6: nobody appraises more than was asked, and whoever departs from the stage before says why. */
export async function checkLines(deps: Deps, { input }: CaseRow, body: CommandBody, language: Language): Promise<void> {
  if (!carriesMoney(input) || (body.verb !== "opine" && body.verb !== "decide-lines")) return;
  const ids = body.verb === "opine" ? (body.amounts ?? []) : body.decisions;
  const rows = await fundingLines(
    deps.db,
    ids.map(({ line }) => line),
  );
  const lines = new Map(rows.map((row) => [row.id, row]));
  refuseBlocked(body.verb === "opine" ? opinionProblems(body, lines) : decisionProblems(body, lines), language);
}
