import { useCallback } from "react";
import { Box } from "@mui/material";
import type { DueMove } from "../../../domain/contracts/calendar.ts";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";

type Subject = Pick<DueMove, "id" | "subject" | "title" | "unitName">;

const ANNUAL_REPORT = /^annual-report-(\d{4})$/;

/** A case, a cycle of reports or a funding round, with the way to it. */
export function useSubjectName() {
  const text = useText();
  return useCallback(
    ({ id, subject, title, unitName }: Subject) => {
      const year = ANNUAL_REPORT.exec(id)?.[1];
      const campaign = year
        ? { name: `${text("rounds.reports")}: ${text("cycles.name", { year })}`, to: `/cycles/${id}` }
        : { name: `${text("rounds.name")}: ${title}`, to: `/rounds/${id}` };
      const { name, to } = subject === "campaign" ? campaign : { name: title, to: `/cases/${id}` };
      return (
        <>
          <TextLink to={to}>{name}</TextLink>
          {unitName && !title.includes(unitName) && (
            <Box sx={{ color: "text.secondary", fontWeight: 400 }}>{unitName}</Box>
          )}
        </>
      );
    },
    [text],
  );
}
