import { Box, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import type { CaseView, EventView } from "../../../domain/contracts/cases.ts";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { dateTime } from "../time/dates.ts";
import { EventDetails } from "./EventDetails.tsx";
import { useEventName } from "./use-event-name.ts";
import { useEventFacts } from "./use-event-facts.ts";

export function History({ view }: { view: CaseView }) {
  const { id: caseId } = view;
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const events = useQuery({
    queryKey: ["case", caseId, "events", cursors.cursor ?? ""],
    queryFn: () => provider.listEvents(caseId, cursors.cursor),
  });
  return (
    <Answered query={events}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={text("event.empty")} />
        ) : (
          <>
            <Box component="ol" reversed sx={{ listStyle: "none", m: 0, p: 0 }} aria-label={text("case.progress")}>
              {items.map((event) => (
                <HistoryLine key={event.seq} event={event} view={view} />
              ))}
            </Box>
            <Pager cursors={cursors} next={next} />
          </>
        )
      }
    </Answered>
  );
}

function HistoryLine({ event, view }: { event: EventView; view: CaseView }) {
  const text = useText();
  const label = useLabel();
  const eventName = useEventName();
  const facts = useEventFacts(event, view);
  const said = ["reason", "comment"]
    .map((key) => event.data[key])
    .find((value): value is string => typeof value === "string" && value !== "");
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: "divider" }}>
      <Typography sx={{ fontWeight: 600 }}>
        {eventName(event.type)} · {label(event.stepName)}
        {event.toName && ` · ${text("event.to", { step: label(event.toName) })}`}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {dateTime(event.at)} · {event.actor?.name ?? text("event.system")}
        {event.actor && ` (${text(`role.${event.actor.role}`)}, ${event.actor.unitName})`}
        {event.actor?.onBehalfOf && ` · ${text("event.onBehalf", { name: event.actor.onBehalfOf })}`}
      </Typography>
      {said !== undefined && <Typography variant="body2">“{said}”</Typography>}
      {facts.length > 0 && (
        <Box component="dl" sx={factsStyle}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}:</dt> <dd>{value}</dd>
            </div>
          ))}
        </Box>
      )}
      <EventDetails event={event} lines={view.lines} />
      <Typography variant="caption" color="text.secondary" title={text("event.sealHint")}>
        {text("event.seal")} {event.hash.slice(0, 12)}
      </Typography>
    </Box>
  );
}

const factsStyle = {
  m: 0,
  my: 0.5,
  fontSize: "0.875rem",
  overflowWrap: "anywhere",
  "& dt, & dd": { display: "inline", m: 0 },
  "& dt": { color: "text.secondary" },
} as const;
