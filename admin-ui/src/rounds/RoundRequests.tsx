import { useState } from "react";
import { Box, Button, TextField, Typography } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import { memberPositions, type MemberPosition } from "../../../domain/campaign/position.ts";
import type { RoundRequest } from "../../../domain/contracts/rounds.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { useSettled } from "../plan/use-settled.ts";
import { useProvider } from "../providers/use-provider.ts";
import { toneOf } from "./position-tone.ts";

function useColumns(): Column<RoundRequest>[] {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const amount = (value: string | null) => (value === null || value === "0" ? "" : formatDong(value));
  return [
    {
      key: "agency",
      label: text("cycles.agency"),
      head: true,
      cell: ({ caseId, case: own, unitName, subject }) => (
        <>
          {own ? <TextLink to={`/cases/${caseId}`}>{unitName}</TextLink> : unitName}
          <div>{subject ?? text("rounds.notSent")}</div>
        </>
      ),
    },
    {
      key: "position",
      label: text("rounds.position"),
      cell: ({ position, case: own }) => (
        <Box sx={{ display: "grid", gap: 0.5, justifyItems: "start" }}>
          <Tag tone={toneOf[position]}>{text(`rounds.positions.${position}`)}</Tag>
          {own && <Typography variant="caption">{label(own.state)}</Typography>}
        </Box>
      ),
    },
    { key: "holder", label: text("cycles.holder"), cell: (row) => row.case?.holders.map(postName).join("; ") ?? "" },
    { key: "requested", label: text("rounds.requested"), numeric: true, cell: (row) => amount(row.requested) },
    { key: "proposed", label: text("rounds.proposedAmount"), numeric: true, cell: (row) => amount(row.proposed) },
    {
      key: "decided",
      label: text("rounds.decided"),
      numeric: true,
      // Nothing decided and nothing given are two answers.
      cell: ({ decided }) => (decided === null ? "" : formatDong(decided)),
    },
    { key: "assigned", label: text("rounds.assigned"), numeric: true, cell: (row) => amount(row.assigned) },
  ];
}

/** Every request of the round, where it lies and its amounts; an agency sees its own. */
export function RoundRequests({ campaignId }: { campaignId: string }) {
  const text = useText();
  const provider = useProvider();
  const columns = useColumns();
  const [typed, setTyped] = useState("");
  const [position, setPosition] = useState<MemberPosition | "">("");
  const q = useSettled(typed.trim());
  const requests = useInfiniteQuery({
    queryKey: ["campaign", campaignId, "requests", q, position],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      provider.listRoundRequests(campaignId, {
        ...(pageParam && { cursor: pageParam }),
        ...(q && { q }),
        ...(position && { position }),
      }),
    getNextPageParam: (page) => page.next,
    refetchInterval: 30_000,
  });
  const rows = requests.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = q !== "" || position !== "";
  return (
    <Sheet flush title={text("rounds.requests")}>
      <Box sx={filters}>
        <TextField
          type="search"
          label={text("rounds.find")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <TextField
          select
          label={text("rounds.position")}
          value={position}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          onChange={(event) => setPosition(event.target.value as MemberPosition | "")}
        >
          <option value="">{text("cycles.all")}</option>
          {memberPositions.map((name) => (
            <option key={name} value={name}>
              {text(`rounds.positions.${name}`)}
            </option>
          ))}
        </TextField>
        <Typography variant="caption" color="text.secondary" sx={{ alignSelf: "end" }}>
          {text("rounds.unit")}
        </Typography>
      </Box>
      {requests.error && <ProblemNotice error={requests.error} retry={() => void requests.refetch()} />}
      {requests.isPending && <Loading lines={6} />}
      {requests.isSuccess && rows.length === 0 && (
        <Empty title={text(filtered ? "rounds.noMatch" : "rounds.noRequests")}>
          {!filtered && text("rounds.noRequestsText")}
        </Empty>
      )}
      {rows.length > 0 && (
        <DataTable caption={text("rounds.requests")} columns={columns} rows={rows} idOf={({ caseId }) => caseId} />
      )}
      {requests.hasNextPage && (
        <Box sx={{ p: 2, textAlign: "center" }}>
          <Button
            variant="outlined"
            disabled={requests.isFetchingNextPage}
            onClick={() => void requests.fetchNextPage()}
          >
            {text("app.showMore")}
          </Button>
        </Box>
      )}
    </Sheet>
  );
}

const filters = {
  display: "grid",
  gap: 2,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "minmax(0, 320px) minmax(0, 260px) minmax(0, 1fr)" },
  px: 2.5,
  py: 2,
} as const;
