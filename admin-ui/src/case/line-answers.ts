import type { CaseView, CommandRequestBody } from "../../../domain/contracts/cases.ts";
import { lineDecisions } from "../../../domain/engine/content.ts";
import { parseDong } from "../../../domain/money/dong.ts";

export interface LineAnswer {
  decision: string;
  amount: string;
  reason: string;
}

/** By line id; a line without an answer is not touched. */
export type LineAnswers = Readonly<Record<string, LineAnswer>>;

export const noAnswer: LineAnswer = { decision: "", amount: "", reason: "" };

type Body<V> = Extract<CommandRequestBody, { verb: V }>;
type Decisions = Body<"decide-lines">["decisions"];

const amountOf = ({ amount }: LineAnswer): { amount?: number } => {
  const dong = parseDong(amount);
  return dong === undefined ? {} : { amount: Number(dong) };
};
const reasonOf = ({ reason }: LineAnswer): { reason?: string } => (reason.trim() === "" ? {} : { reason });

export const decisionsOf = (answers: LineAnswers): Decisions =>
  Object.entries(answers).flatMap(([line, answer]) => {
    const decision = lineDecisions.find((name) => name === answer.decision);
    const amount = decision === "approve-in-part" ? amountOf(answer) : {};
    return decision ? [{ line, decision, ...amount, ...reasonOf(answer) }] : [];
  });

export function amountsOf(answers: LineAnswers): Pick<Body<"opine">, "amounts"> {
  const amounts = Object.entries(answers).flatMap(([line, answer]) => {
    const { amount } = amountOf(answer);
    return amount === undefined ? [] : [{ line, amount, ...reasonOf(answer) }];
  });
  return amounts.length > 0 ? { amounts } : {};
}

type Lines = CaseView["lines"];

export const openLines = (lines: Lines): Lines =>
  lines.filter(({ status }) => status === "open" || status === "to-clarify");

export const referredLines = (lines: Lines): string[] =>
  lines.filter(({ status }) => status === "referred").map(({ id }) => id);
