import type { ZodError } from "zod";
import { texts, type IssueTexts } from "../texts/index.ts";
import type { Language } from "./language.ts";
import { ProblemError, type FieldError } from "./problem.ts";

type Issue = ZodError["issues"][number];

const pathOf = (where: string, path: readonly PropertyKey[]): string =>
  [where, ...path].map(String).filter(Boolean).join(".");

function messageOf(issue: Issue, words: IssueTexts): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? words.missing : words.wrongType(issue.expected);
    case "too_big":
      return words.tooBig(issue.origin, Number(issue.maximum));
    case "too_small":
      return words.tooSmall(issue.origin, Number(issue.minimum));
    case "invalid_format":
      return words.wrongFormat;
    case "invalid_value":
      return words.notOneOf(issue.values.map(String));
    case "invalid_union":
      return words.notOneOf([]);
    default:
      return words.invalid;
  }
}

/** An unknown key is reported at the key itself: that is where the sender has to look. */
function fieldsOf(issue: Issue, where: string, words: IssueTexts): FieldError[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: pathOf(where, [...issue.path, key]),
      code: "unknown-field",
      message: words.unknownField,
    }));
  return [{ path: pathOf(where, issue.path), code: issue.code.replaceAll("_", "-"), message: messageOf(issue, words) }];
}

const MOST_TOLD = 50;

export function issueFields(error: ZodError, where: string, language: Language): FieldError[] {
  const words = texts[language].issues;
  return error.issues.flatMap((issue) => fieldsOf(issue, where, words)).slice(0, MOST_TOLD);
}

export function invalidInput(error: ZodError, where: string, language: Language): ProblemError<"invalid-input"> {
  const errors = issueFields(error, where, language);
  return new ProblemError("invalid-input", { fields: errors.map((item) => item.path).slice(0, 3) }, { errors });
}
