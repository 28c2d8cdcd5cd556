import { useMemo } from "react";
import type { FundingProblem } from "../../../domain/funding/funding-problem.ts";
import { fundingProblemText } from "../../../domain/funding/funding-problem-texts.ts";
import { problemsUnder, type GridProblems } from "../grid/problems.ts";
import { useLanguage } from "../i18n/use-text.ts";

/** Problems of the rows under `path`, where the sheet shows them. */
export function useProblemMap(path: string, problems: readonly FundingProblem[]): GridProblems {
  const [language] = useLanguage();
  return useMemo(
    () =>
      problemsUnder(
        path,
        problems.map((problem) => ({
          path: problem.path,
          message: fundingProblemText(problem, language),
          warning: problem.severity === "warn",
        })),
      ),
    [path, problems, language],
  );
}
