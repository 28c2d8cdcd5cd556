import { useCallback } from "react";
import { Box } from "@mui/material";
import type { DueMove } from "../../../domain/contracts/calendar.ts";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";

type Subject = Pick<DueMove, "id" | "subject" | "title" | "unitName">;

const ANNUAL_REPORT = /^annual-report-(\d{4})$/;

/** A case or a cycle, with the way to it. */
export function useSubjectName() {
  const text = useText();
  return useCallback(
    ({ id, subject, title, unitName }: Subject) => {
      const year = ANNUAL_REPORT.exec(id)?.[1];
      const name = subject === "campaign" && year ? `${text("cycles.title")}: ${text("cycles.name", { year })}` : title;
      return (
        <>
          <TextLink to={subject === "case" ? `/cases/${id}` : `/cycles/${id}`}>{name}</TextLink>
          {unitName && !title.includes(unitName) && (
            <Box sx={{ color: "text.secondary", fontWeight: 400 }}>{unitName}</Box>
          )}
        </>
      );
    },
    [text],
  );
}
