import type { ActionView, CaseView, CommandRequest } from "../../../domain/contracts/cases.ts";

export interface Answers {
  comment: string;
  code: string;
  reason: string;
  sections: readonly string[];
  target: string;
  candidate: string;
}

export const noAnswers: Answers = { comment: "", code: "", reason: "", sections: [], target: "", candidate: "" };

export type Field = "comment" | "code" | "reason" | "sections" | "target" | "candidate";

const fieldsByVerb: Record<string, readonly Field[]> = {
  submit: ["comment"],
  approve: ["comment"],
  issue: ["comment"],
  return: ["code", "reason", "sections", "target"],
  reject: ["code", "reason"],
  remind: ["reason"],
  reassign: ["candidate", "reason"],
};

export const fieldsOf = (verb: string): readonly Field[] => fieldsByVerb[verb] ?? [];

const required: readonly Field[] = ["code", "reason", "candidate"];

export const missingFields = (verb: string, answers: Answers): Field[] =>
  fieldsOf(verb).filter((field) => required.includes(field) && String(answers[field]).trim() === "");

export interface CandidatePost {
  unit: string;
  role: ActionView["as"]["role"];
  personId?: string;
}

type Body = CommandRequest["body"];

function bodyOf(verb: string, answers: Answers, draftVersion: number): Body {
  const { reason, sections, target } = answers;
  const comment = answers.comment.trim() === "" ? {} : { comment: answers.comment };
  const code = answers.code as "other";
  switch (verb) {
    case "submit":
      return { verb, draftVersion, ...comment };
    case "return":
      return { verb, code, reason, sections: [...sections], ...(target && { to: target }) };
    case "reject":
      return { verb, code, reason };
    case "remind":
      return { verb, reason };
    case "reassign":
      return { verb, to: JSON.parse(answers.candidate) as CandidatePost, reason };
    case "issue":
      return { verb, ...comment };
    default:
      return { verb: "approve", ...comment };
  }
}

export interface Decision {
  id: string;
  view: Pick<CaseView, "step" | "round" | "content">;
  action: Pick<ActionView, "verb" | "as">;
  answers: Answers;
  draftVersion?: number;
}

/** What the reader had on screen goes along: a decision holds only for that. */
export function requestOf({ id, view, action, answers, draftVersion = 0 }: Decision): CommandRequest {
  return {
    id,
    expected: { step: view.step, round: view.round, contentHash: view.content?.hash ?? null },
    as: { unit: action.as.unit, role: action.as.role },
    body: bodyOf(action.verb, answers, draftVersion),
  };
}
