import { useState } from "react";
import { Box, Button, TextField } from "@mui/material";
import type { DelegationView } from "../../../domain/contracts/delegations.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Page } from "../elements/Page.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import { NewDelegation } from "./NewDelegation.tsx";
import { Standing } from "./Standing.tsx";
import { useScopeText } from "./use-scope-text.ts";
import { useChoices, useDelegations } from "./use-delegations.ts";

function useColumns(): Column<DelegationView>[] {
  const text = useText();
  const postName = usePostName();
  const scopeText = useScopeText();
  return [
    {
      key: "to",
      label: text("delegations.to"),
      head: true,
      cell: ({ id, to }) => (
        <TextLink to={`/delegations/${id}`} label={text("delegations.open", { name: to.name })}>
          {to.name}
        </TextLink>
      ),
    },
    {
      key: "from",
      label: text("delegations.from"),
      cell: ({ from }) => text("delegations.seat", { name: from.name, post: postName(from.post) }),
    },
    {
      key: "period",
      label: text("delegations.period"),
      cell: ({ start, end }) => text("delegations.periodText", { start: dayText(start), end: dayText(end) }),
    },
    { key: "scope", label: text("delegations.scope"), cell: scopeText },
    {
      key: "document",
      label: text("delegations.document"),
      cell: ({ document: { number, date } }) => text("delegations.documentText", { number, date: dayText(date) }),
    },
    { key: "state", label: text("delegations.state"), whole: true, cell: ({ status }) => <Standing status={status} /> },
  ];
}

export default function DelegationsPage() {
  const text = useText();
  const columns = useColumns();
  const cursors = useCursors();
  const [open, setOpen] = useState(true);
  const [making, setMaking] = useState(false);
  const delegations = useDelegations(open, cursors.cursor);
  const choices = useChoices();
  const mayMake = (choices.data?.givers.length ?? 0) > 0;
  return (
    <Page
      title={text("delegations.title")}
      lead={text("delegations.lead")}
      aside={
        mayMake && (
          <Button variant="contained" onClick={() => setMaking(true)}>
            {text("delegations.make")}
          </Button>
        )
      }
    >
      <Box sx={{ maxWidth: 320, mb: 2 }}>
        <TextField
          select
          fullWidth
          label={text("delegations.show")}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          value={open ? "open" : "all"}
          onChange={({ target }) => {
            setOpen(target.value === "open");
            cursors.reset();
          }}
        >
          <option value="open">{text("delegations.onlyOpen")}</option>
          <option value="all">{text("delegations.all")}</option>
        </TextField>
      </Box>
      <Sheet flush>
        <Answered query={delegations}>
          {({ items, next }) =>
            items.length > 0 ? (
              <>
                <DataTable caption={text("delegations.list")} columns={columns} rows={items} idOf={({ id }) => id} />
                <Pager cursors={cursors} next={next} />
              </>
            ) : (
              <Empty title={text(open ? "delegations.emptyOpen" : "delegations.empty")}>
                {text("delegations.emptyText")}
              </Empty>
            )
          }
        </Answered>
      </Sheet>
      {making && choices.data && <NewDelegation choices={choices.data} onClose={() => setMaking(false)} />}
    </Page>
  );
}
