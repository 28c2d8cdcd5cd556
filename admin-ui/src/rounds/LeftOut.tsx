import { Typography } from "@mui/material";
import type { FundingDeskView } from "../../../domain/contracts/rounds.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { toneOf } from "./position-tone.ts";

/** Who is not on the list, and whether that must be explained. */
export function LeftOut({ left }: { left: FundingDeskView["left"] }) {
  const text = useText();
  return (
    <Sheet flush title={text("listDesk.left")}>
      {left.length === 0 ? (
        <Empty title={text("listDesk.leftNone")} />
      ) : (
        <>
          <Typography variant="body2" color="text.secondary" sx={{ px: 2.5, pb: 1.5 }}>
            {text("listDesk.leftText")}
          </Typography>
          <DataTable
            caption={text("listDesk.left")}
            rows={left}
            idOf={({ caseId }) => caseId}
            columns={[
              {
                key: "agency",
                label: text("listDesk.agency"),
                head: true,
                cell: ({ caseId, unitName }) => <TextLink to={`/cases/${caseId}`}>{unitName}</TextLink>,
              },
              {
                key: "position",
                label: text("rounds.position"),
                whole: true,
                cell: ({ position }) => <Tag tone={toneOf[position]}>{text(`rounds.positions.${position}`)}</Tag>,
              },
              {
                key: "why",
                label: text("listDesk.why"),
                cell: ({ mustBeExplained }) => text(mustBeExplained ? "listDesk.needsReason" : "listDesk.ownAffair"),
              },
            ]}
          />
        </>
      )}
    </Sheet>
  );
}
