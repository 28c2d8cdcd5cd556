import { useState } from "react";
import { Box, Button, TextField, Typography } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { endpoints } from "../../../domain/contracts/index.ts";
import { call } from "../providers/api-client.ts";
import { Page } from "../elements/Page.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { StartCase } from "./StartCase.tsx";
import { CaseTable } from "./CaseTable.tsx";

type Status = "" | "open" | "closed" | "overdue";

export default function CasesPage() {
  const text = useText();
  const cursors = useCursors();
  const [q, setQ] = useState("");
  const [search, setSearch] = useSearchParams();
  const [pipeline, step] = [search.get("pipeline"), search.get("step")];
  const [status, setStatus] = useState<Status>((search.get("status") as Status | null) ?? "");
  const cases = useQuery({
    queryKey: ["cases", q, status, pipeline, step, cursors.cursor ?? ""],
    queryFn: ({ signal }) =>
      call(endpoints.listCases, {
        query: {
          limit: "50",
          ...(q && { q }),
          ...(status && { status }),
          ...(pipeline && { pipeline }),
          ...(step && { step }),
          ...(cursors.cursor && { cursor: cursors.cursor }),
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={text("cases.title")} aside={<StartCase />}>
      {step && pipeline && (
        <Typography component="div" variant="body2" sx={{ display: "flex", gap: 1.5, alignItems: "center", mb: 2 }}>
          {text("pipelines.casesAt", { pipeline, step })}
          <Button size="small" onClick={() => setSearch({})}>
            {text("app.clear")}
          </Button>
        </Typography>
      )}
      <Box role="search" sx={{ display: "grid", gap: 1.5, gridTemplateColumns: { sm: "1fr 220px" }, mb: 2 }}>
        <TextField
          type="search"
          label={text("cases.find")}
          value={q}
          onChange={({ target }) => {
            setQ(target.value);
            cursors.reset();
          }}
        />
        <TextField
          select
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          label={text("cases.status")}
          value={status}
          onChange={({ target }) => {
            setStatus(target.value as Status);
            cursors.reset();
          }}
        >
          <option value="">{text("cases.all")}</option>
          <option value="open">{text("cases.open")}</option>
          <option value="closed">{text("cases.closed")}</option>
          <option value="overdue">{text("cases.overdueOnly")}</option>
        </TextField>
      </Box>
      <Sheet flush>
        <Answered query={cases}>
          {({ items, next }) =>
            items.length > 0 ? (
              <>
                <CaseTable cases={items} />
                <Pager cursors={cursors} next={next} />
              </>
            ) : (
              <Empty title={q || status ? text("cases.noMatch") : text("cases.empty")}>
                {q || status ? text("cases.noMatchText") : text("cases.emptyText")}
              </Empty>
            )
          }
        </Answered>
      </Sheet>
    </Page>
  );
}
