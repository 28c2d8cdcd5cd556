import { useState } from "react";
import { Box, Tab, Tabs } from "@mui/material";
import type { CampaignView, MemberView } from "../../../domain/contracts/campaigns.ts";
import { PositionTag } from "../cycles/PositionTag.tsx";
import { useStanding } from "../cycles/use-standing.tsx";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { DueTag } from "../elements/DueTag.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { date } from "../time/dates.ts";
import { groupMembers, type Group } from "./use-desk.ts";

function useColumns(key: Group["key"]): Column<MemberView>[] {
  const text = useText();
  const toRead = key === "waiting" ? text("desk.accept") : undefined;
  return [
    { key: "agency", label: text("cycles.agency"), head: true, cell: (row) => row.unitName },
    {
      key: "position",
      label: text("cycles.position"),
      whole: true,
      cell: (row) => <PositionTag position={row.position} />,
    },
    {
      key: "sent",
      label: text("cycles.sentAt"),
      cell: (row) => row.excludedReason ?? (row.sentAt && date(row.sentAt)),
    },
    {
      key: "due",
      label: text("cycles.due"),
      whole: true,
      cell: (row) => !row.excluded && row.case?.outcome === null && <DueTag {...row.case} bare />,
    },
    {
      key: "open",
      label: text("cases.name"),
      cell: (row) =>
        row.case && (
          <TextLink to={`/cases/${row.case.id}`} label={`${toRead ?? text("cases.name")}: ${row.unitName}`}>
            {toRead ?? text("cases.name")}
          </TextLink>
        ),
    },
  ];
}

function GroupTable({ group, standing }: { group: Group; standing: Column<MemberView>[] }) {
  const text = useText();
  const columns = [...useColumns(group.key), ...standing];
  if (group.members.length === 0) return <Empty title={text("desk.groupEmpty")} />;
  return (
    <DataTable caption={text(`desk.${group.key}`)} columns={columns} rows={group.members} idOf={({ unit }) => unit} />
  );
}

export function MemberGroups({ campaign, members }: { campaign: CampaignView; members: readonly MemberView[] }) {
  const text = useText();
  const standing = useStanding(campaign);
  const groups = groupMembers(members);
  const first = groups.find((group) => group.members.length > 0)?.key ?? "waiting";
  const [chosen, setChosen] = useState<Group["key"] | null>(null);
  const open = chosen ?? first;
  return (
    <Sheet flush title={text("desk.groups")}>
      <Tabs
        value={open}
        onChange={(_, next: Group["key"]) => setChosen(next)}
        variant="scrollable"
        aria-label={text("desk.groups")}
        sx={{ px: 1 }}
      >
        {groups.map((group) => (
          <Tab
            key={group.key}
            value={group.key}
            id={`group-${group.key}`}
            aria-controls={`members-${group.key}`}
            label={`${text(`desk.${group.key}`)} (${group.members.length})`}
          />
        ))}
      </Tabs>
      {groups.map((group) => (
        <Box
          key={group.key}
          role="tabpanel"
          id={`members-${group.key}`}
          aria-labelledby={`group-${group.key}`}
          hidden={group.key !== open}
        >
          {group.key === open && <GroupTable group={group} standing={standing.columns} />}
        </Box>
      ))}
      {standing.dialog}
    </Sheet>
  );
}
