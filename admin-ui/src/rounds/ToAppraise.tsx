import { Box } from "@mui/material";
import type { FundingDeskView } from "../../../domain/contracts/rounds.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";

/** What needs a hand first: requests that have come and are neither accepted nor returned. */
export function ToAppraise({ left }: { left: FundingDeskView["left"] }) {
  const text = useText();
  const waiting = left.filter(({ position }) => position === "sent");
  return (
    <Sheet flush title={text("listDesk.toAppraise")}>
      {waiting.length === 0 ? (
        <Empty title={text("listDesk.nothingToAppraise")} />
      ) : (
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
          {waiting.map(({ caseId, unitName }) => (
            <Box component="li" key={caseId} data-row sx={rowStyle}>
              <span>{unitName}</span>
              <TextLink to={`/cases/${caseId}`} label={`${text("listDesk.appraise")}: ${unitName}`}>
                {text("listDesk.appraise")}
              </TextLink>
            </Box>
          ))}
        </Box>
      )}
    </Sheet>
  );
}

const rowStyle = {
  display: "flex",
  flexWrap: "wrap",
  gap: 1.5,
  justifyContent: "space-between",
  px: 2.5,
  py: 1.5,
  borderTop: 1,
  borderColor: "divider",
} as const;
