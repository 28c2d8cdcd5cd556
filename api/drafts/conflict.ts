import type { DraftRow } from "../../store/index.ts";
import { timeText } from "../clock-text.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { texts } from "../texts/index.ts";

export const changedMeanwhile = (draft: DraftRow | null, language: Language): ProblemError =>
  draft
    ? new ProblemError(
        "draft-changed",
        { by: draft.updatedByName ?? texts[language].system, at: timeText(draft.updatedAt) },
        { extra: { version: draft.version } },
      )
    : new ProblemError("not-found", { what: "draft" });
