import { useState } from "react";
import { Alert, AlertTitle, Box, TextField } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import type { StuckRow } from "../../../domain/contracts/operations.ts";
import { Page } from "../elements/Page.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { clock } from "../time/dates.ts";
import { Parts } from "./Parts.tsx";
import { useParts } from "./use-parts.ts";
import { StuckItem } from "./StuckItem.tsx";

type Cause = StuckRow["cause"];

export default function StuckPage() {
  const text = useText();
  const label = useLabel();
  const provider = useProvider();
  const [cause, setCause] = useState<Cause | "">("");
  const cursors = useCursors();
  const { cursor } = cursors;
  const stuck = useQuery({
    queryKey: ["stuck", cause, cursor ?? ""],
    queryFn: () => provider.listStuck({ ...(cause !== "" && { cause }), ...(cursor !== undefined && { cursor }) }),
    refetchInterval: 20_000,
  });
  const choose = (next: Cause | "") => {
    setCause(next);
    cursors.reset();
  };
  // The look at the cases may be some seconds older than the look at the engine: the worse of the two counts.
  const temporal = useParts().parts?.find(({ name }) => name === "temporal");
  const silent = temporal?.status === "down";
  const nameOf = (name: Cause) => {
    const row = stuck.data?.items.find((item) => item.cause === name);
    return row ? label(row.causeName) : text(`stuck.causes.${name}`);
  };
  return (
    <Page title={text("stuck.title")}>
      <Parts />
      <Sheet flush title={text("stuck.cases")}>
        <Answered query={stuck}>
          {({ items, next, engine, counts, checkedAt }) => (
            <>
              {(!engine.reachable || silent) && (
                <Alert severity="error" variant="filled" sx={{ mx: 2.5, mb: 2 }}>
                  <AlertTitle>{text("stuck.engineDown")}</AlertTitle>
                  {text("stuck.engineDownText")} {engine.error ?? temporal?.detail}
                </Alert>
              )}
              <Box sx={{ px: 2.5, pb: 2, maxWidth: 380 }}>
                <TextField
                  select
                  label={text("stuck.cause")}
                  value={cause}
                  slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
                  onChange={(event) => choose(event.target.value as Cause | "")}
                >
                  <option value="">{text("stuck.all")}</option>
                  {counts.map((one) => (
                    <option key={one.cause} value={one.cause}>
                      {nameOf(one.cause)} ({one.count})
                    </option>
                  ))}
                </TextField>
              </Box>
              {items.length > 0 && (
                <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
                  {items.map((row) => (
                    <StuckItem key={row.id} row={row} />
                  ))}
                </Box>
              )}
              <Pager cursors={cursors} next={next} />
              {items.length === 0 && cursors.page === 1 && engine.reachable && !silent && (
                <Empty title={text(cause === "" ? "stuck.empty" : "stuck.noMatch")}>
                  {cause === "" && text("stuck.emptyText", { time: clock(checkedAt) })}
                </Empty>
              )}
            </>
          )}
        </Answered>
      </Sheet>
    </Page>
  );
}
