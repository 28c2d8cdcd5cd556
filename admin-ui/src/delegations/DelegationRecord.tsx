import { Box, Typography } from "@mui/material";
import { Answered } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { useRecord } from "./use-delegations.ts";

/** Who made, accepted, gave back or ended it; each entry is sealed to the one before it. */
export function DelegationRecord({ delegationId }: { delegationId: string }) {
  const text = useText();
  const record = useRecord(delegationId);
  return (
    <Answered query={record}>
      {(events) => (
        <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1.5 }}>
          {events.map(({ seq, type, at, by, reason, hash }) => (
            <li key={seq}>
              <Typography sx={{ fontWeight: 600 }}>{text(`delegations.events.${type}`)}</Typography>
              <Typography variant="body2" color="text.secondary">
                {dateTime(at)} · {by}
              </Typography>
              {reason && <Typography variant="body2">“{reason}”</Typography>}
              <Typography variant="caption" color="text.secondary" title={text("event.sealHint")}>
                {text("event.seal")} {hash.slice(0, 12)}
              </Typography>
            </li>
          ))}
        </Box>
      )}
    </Answered>
  );
}
