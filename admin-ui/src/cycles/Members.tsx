import { useState } from "react";
import { Box, Button, TextField, Typography } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { CampaignView, MemberView } from "../../../domain/contracts/campaigns.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { DueTag } from "../elements/DueTag.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import { useSettled } from "../plan/use-settled.ts";
import { useProvider } from "../providers/use-provider.ts";
import { date } from "../time/dates.ts";
import { PositionTag } from "./PositionTag.tsx";
import { useStanding } from "./use-standing.tsx";

const positions = ["drafting", "in-agency", "sent", "returned", "accepted", "consolidated", "excluded"] as const;

function useColumns(): Column<MemberView>[] {
  const text = useText();
  const postName = usePostName();
  return [
    {
      key: "agency",
      label: text("cycles.agency"),
      head: true,
      cell: (row) => (row.case ? <TextLink to={`/cases/${row.case.id}`}>{row.unitName}</TextLink> : row.unitName),
    },
    {
      key: "position",
      label: text("cycles.position"),
      whole: true,
      cell: (row) => <PositionTag position={row.position} />,
    },
    { key: "holder", label: text("cycles.holder"), cell: (row) => row.case?.holders.map(postName).join("; ") ?? "" },
    {
      key: "due",
      label: text("cycles.due"),
      whole: true,
      cell: (row) => row.case && row.case.outcome === null && <DueTag {...row.case} bare />,
    },
    {
      key: "sent",
      label: text("cycles.sentAt"),
      cell: (row) => (
        <>
          {row.sentAt && date(row.sentAt)}
          {row.late && <div>{text("cycles.late")}</div>}
          {row.excludedReason}
        </>
      ),
    },
  ];
}

export function Members({ campaign }: { campaign: CampaignView }) {
  const campaignId = campaign.id;
  const text = useText();
  const provider = useProvider();
  const standing = useStanding(campaign);
  const columns = [...useColumns(), ...standing.columns];
  const [typed, setTyped] = useState("");
  const [position, setPosition] = useState("");
  const q = useSettled(typed.trim());
  const members = useInfiniteQuery({
    queryKey: ["campaign", campaignId, "members", q, position],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      provider.listMembers(campaignId, {
        ...(pageParam && { cursor: pageParam }),
        ...(q && { q }),
        ...(position && { position }),
      }),
    getNextPageParam: (page) => page.next,
    refetchInterval: 30_000,
  });
  const rows = members.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Sheet flush title={text("cycles.members")}>
      <Box sx={filters}>
        <TextField
          type="search"
          label={text("cycles.find")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <TextField
          select
          label={text("cycles.position")}
          value={position}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          onChange={(event) => setPosition(event.target.value)}
        >
          <option value="">{text("cycles.all")}</option>
          {positions.map((name) => (
            <option key={name} value={name}>
              {text(`cycles.positions.${name}`)}
            </option>
          ))}
        </TextField>
      </Box>
      {members.error && <ProblemNotice error={members.error} retry={() => void members.refetch()} />}
      {members.isPending && <Loading lines={8} />}
      {members.isSuccess && rows.length === 0 && <Empty title={text("cycles.noMatch")} />}
      {rows.length > 0 && (
        <DataTable caption={text("cycles.agency")} columns={columns} rows={rows} idOf={({ unit }) => unit} />
      )}
      {standing.dialog}
      {members.hasNextPage && (
        <Typography component="div" sx={{ p: 2, textAlign: "center" }}>
          <Button variant="outlined" disabled={members.isFetchingNextPage} onClick={() => void members.fetchNextPage()}>
            {text("app.showMore")}
          </Button>
        </Typography>
      )}
    </Sheet>
  );
}

const filters = {
  display: "grid",
  gap: 2,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "minmax(0, 320px) minmax(0, 260px)" },
  px: 2.5,
  py: 2,
} as const;
