import { endOfDay } from "../../../domain/calendar/local-time.ts";
import type { ActionView, CaseView, CommandRequest } from "../../../domain/contracts/cases.ts";

export interface Answers {
  comment: string;
  code: string;
  reason: string;
  sections: readonly string[];
  target: string;
  candidate: string;
  /** A text that is the whole of what is said: an answer, a comment. */
  note: string;
  mark: string;
  position: string;
  unit: string;
  /** YYYY-MM-DD */
  date: string;
  /** Number of the question that is answered or taken back. */
  question: number | null;
}

export const noAnswers: Answers = {
  comment: "",
  code: "",
  reason: "",
  sections: [],
  target: "",
  candidate: "",
  note: "",
  mark: "",
  position: "",
  unit: "",
  date: "",
  question: null,
};

export type Field = keyof Answers | "newUnit";

const fieldsByVerb: Record<string, readonly Field[]> = {
  submit: ["comment"],
  approve: ["mark", "comment"],
  issue: ["comment"],
  return: ["code", "reason", "sections", "target"],
  reject: ["code", "reason"],
  remind: ["reason"],
  reassign: ["candidate", "reason"],
  clarify: ["target", "reason"],
  answer: ["note"],
  "retract-question": ["reason"],
  opine: ["position", "comment"],
  proceed: ["comment"],
  consult: ["newUnit", "reason"],
  unconsult: ["unit", "reason"],
  withdraw: ["reason"],
  retract: ["reason"],
  extend: ["date", "reason"],
  skip: ["reason"],
  "confirm-skip": ["comment"],
  comment: ["note"],
};

export const fieldsOf = (verb: string): readonly Field[] => fieldsByVerb[verb] ?? [];

const required: readonly Field[] = ["code", "reason", "candidate", "note", "position", "unit", "newUnit", "date"];

function given(field: Field, answers: Answers): string {
  const value = field === "newUnit" ? answers.unit : field in answers ? answers[field] : "";
  return typeof value === "string" ? value : "";
}

/** Fields to fill in before it is sent; whatever else is missing, the engine says. */
export function missingFields(verb: string, answers: Answers): Field[] {
  const lacking = fieldsOf(verb).filter((field) => required.includes(field) && given(field, answers).trim() === "");
  const unexplained = verb === "opine" && answers.position !== "agree" && answers.comment.trim() === "";
  return [...lacking, ...(unexplained ? ["comment" as const] : [])];
}

export interface CandidatePost {
  unit: string;
  role: ActionView["as"]["role"];
  personId?: string;
}

type Body = CommandRequest["body"];

/** Who answers for a unit that is asked in addition. */
const consultedRoles = ["head", "deputy-head"] as const;

function bodyOf({ action: { verb }, answers, draftVersion = 0 }: Decision): Body {
  const { reason, sections, target, unit, question } = answers;
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
    case "proceed":
    case "confirm-skip":
      return { verb, ...comment };
    case "clarify":
      return { verb, reason, ...(target && { to: target }) };
    case "answer":
      return { verb, comment: answers.note, ...(question !== null && { question }) };
    case "retract-question":
      return { verb, reason, ...(question !== null && { question }) };
    case "comment":
      return { verb, comment: answers.note };
    case "opine":
      return { verb, position: answers.position as "agree", ...comment };
    case "consult":
      return { verb, unit, roles: [...consultedRoles], reason };
    case "unconsult":
      return { verb, unit, reason };
    case "extend":
      return { verb, dueAt: new Date(endOfDay(answers.date)).toISOString(), reason };
    case "withdraw":
    case "retract":
    case "skip":
      return { verb, reason };
    case "approve":
      return { verb, ...(answers.mark && { mark: answers.mark as "own" }), ...comment };
    default:
      throw new Error(`no form for ${verb}`);
  }
}

interface Act {
  id: string;
  view: Pick<CaseView, "step" | "round" | "content">;
  action: Pick<ActionView, "verb" | "as">;
}

export interface Decision extends Act {
  answers: Answers;
  draftVersion?: number;
}

/** What the reader had on screen goes along: a decision holds only for that. */
export const requestFor = ({ id, view, action: { as } }: Act, body: Body): CommandRequest => ({
  id,
  expected: { step: view.step, round: view.round, contentHash: view.content?.hash ?? null },
  as: {
    unit: as.unit,
    role: as.role,
    ...(as.onBehalfOf && { delegationId: as.onBehalfOf.delegationId }),
  },
  body,
});

export const requestOf = (decision: Decision): CommandRequest => requestFor(decision, bodyOf(decision));
