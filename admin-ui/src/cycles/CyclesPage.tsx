import { useState } from "react";
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { yearOf, localDate } from "../../../domain/calendar/local-time.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Page } from "../elements/Page.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "../layout/use-me.ts";
import { useProvider } from "../providers/use-provider.ts";
import { OpenRound } from "../rounds/OpenRound.tsx";
import { RoundTable } from "../rounds/RoundTable.tsx";
import { useNow } from "../time/use-now.ts";
import { dueDate } from "../time/dates.ts";
import { percent } from "../time/numbers.ts";

function useColumns(): Column<CampaignView>[] {
  const text = useText();
  return [
    {
      key: "name",
      label: text("cycles.list"),
      head: true,
      cell: (row) => <TextLink to={`/cycles/${row.id}`}>{text("cycles.name", { year: row.year })}</TextLink>,
    },
    {
      key: "state",
      label: text("cases.state"),
      cell: (row) => <Tag tone="accent">{text(`cycles.status.${row.status}`)}</Tag>,
    },
    { key: "due", label: text("cycles.effectiveDue"), cell: (row) => dueDate(row.effectiveDue) },
    { key: "sent", label: text("cycles.completeness"), numeric: true, cell: (row) => percent(row.completeness) },
    { key: "ontime", label: text("cycles.timeliness"), numeric: true, cell: (row) => percent(row.timeliness) },
    { key: "overdue", label: text("cycles.overdueCount"), numeric: true, cell: (row) => row.counts.overdue },
  ];
}

function OpenByHand({ year }: { year: number }) {
  const text = useText();
  const provider = useProvider();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const open = useMutation({
    mutationFn: () => provider.openCampaign(year),
    onSuccess: () => {
      setAsking(false);
      return client.invalidateQueries({ queryKey: ["campaigns"] });
    },
  });
  return (
    <Box aria-live="polite">
      {open.error && <ProblemNotice error={open.error} />}
      {open.data ? (
        <Alert severity="success">{text(open.data.started ? "cycles.opened" : "cycles.openedAlready", { year })}</Alert>
      ) : (
        <Button variant="contained" onClick={() => setAsking(true)}>
          {text("cycles.open", { year })}
        </Button>
      )}
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby="open-title">
        <DialogTitle id="open-title">{text("cycles.openConfirm", { year })}</DialogTitle>
        <DialogContent>{text("cycles.openDetail")}</DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{text("app.cancel")}</Button>
          <Button variant="contained" disabled={open.isPending} onClick={() => open.mutate()}>
            {text("cycles.open", { year })}
          </Button>
        </DialogActions>
      </Dialog>
    </Box>
  );
}

function useCampaigns(kind: CampaignView["kind"]) {
  const provider = useProvider();
  const cursors = useCursors();
  const { cursor } = cursors;
  const query = useQuery({
    queryKey: ["campaigns", kind, cursor],
    queryFn: () => provider.listCampaigns({ kind, cursor }),
    refetchInterval: 15_000,
  });
  return { query, cursors };
}

/** What is owed every year and what is called for by the budget calendar, each under its own name. */
export default function CyclesPage() {
  const text = useText();
  const { data: me } = useMe();
  const mayOpen = me?.grants.some((grant) => grant === "administer" || grant === "consolidate") ?? false;
  return (
    <Page title={text("cycles.title")}>
      <Reports mayOpen={mayOpen} />
      <Rounds mayOpen={mayOpen} />
    </Page>
  );
}

function Reports({ mayOpen }: { mayOpen: boolean }) {
  const text = useText();
  const columns = useColumns();
  const year = yearOf(localDate(useNow()));
  const { query, cursors } = useCampaigns("annual-report");
  const missing = query.data !== undefined && !query.data.items.some((campaign) => campaign.year === year);
  const open = mayOpen && missing && cursors.page === 1 && <OpenByHand year={year} />;
  return (
    <Sheet flush title={text("rounds.reports")}>
      <Answered query={query}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={text("cycles.openTitle")} action={open}>
              {text("cycles.openText")}
            </Empty>
          ) : (
            <>
              <DataTable caption={text("cycles.list")} columns={columns} rows={items} idOf={({ id }) => id} />
              {open && <Box sx={{ p: 2 }}>{open}</Box>}
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}

function Rounds({ mayOpen }: { mayOpen: boolean }) {
  const text = useText();
  const { query, cursors } = useCampaigns("funding-round");
  return (
    <Sheet flush title={text("rounds.list")}>
      {mayOpen && (
        <Box sx={{ px: 2.5, pb: 2 }}>
          <OpenRound />
        </Box>
      )}
      <Answered query={query}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={text("rounds.empty")}>{text("rounds.emptyText")}</Empty>
          ) : (
            <>
              <RoundTable rounds={items} />
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}
