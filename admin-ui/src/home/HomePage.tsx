import { Box, Button, Typography } from "@mui/material";
import { Link } from "react-router";
import type { Me } from "../../../domain/contracts/directory.ts";
import { Answered, Empty } from "../elements/States.tsx";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import { InboxList } from "../inbox/InboxList.tsx";
import { useInbox } from "../inbox/use-inbox.ts";
import { useMe } from "../layout/use-me.ts";
import { dueDate } from "../time/dates.ts";
import { FirstStep } from "./FirstStep.tsx";
import { OwnDrafts } from "./OwnDrafts.tsx";

export function HomePage() {
  const text = useText();
  const me = useMe();
  return (
    <Page title={text("home.title")} lead={me.data && <Greeting me={me.data} />}>
      <Answered query={me}>
        {(person) => (
          <>
            <FirstStep me={person} />
            <Counts me={person} />
            <OwnDrafts drafts={person.home.drafts} />
            <Queue me={person} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Greeting({ me }: { me: Me }) {
  const text = useText();
  const postName = usePostName();
  return (
    <>
      {text("home.greeting", { name: me.name })} · {me.posts.map(postName).join(" · ")}
    </>
  );
}

function Counts({ me: { home } }: { me: Me }) {
  const text = useText();
  const figures: [string, string | number, boolean][] = [
    [text("home.waiting"), home.waiting, false],
    [text("home.overdue"), home.overdue, home.overdue > 0],
    [text("home.unread"), home.unread, false],
    [text("home.nextDue"), home.nextDueAt ? dueDate(home.nextDueAt) : "–", false],
  ];
  return (
    <Box sx={{ display: "grid", gap: 1.5, mb: 2.5, gridTemplateColumns: "repeat(auto-fit, minmax(140px, 1fr))" }}>
      {figures.map(([label, value, late]) => (
        <Box
          key={label}
          sx={{ p: 2, bgcolor: "background.paper", border: 1, borderColor: "divider", borderRadius: 1.5 }}
        >
          <Typography variant="caption" color="text.secondary">
            {label}
          </Typography>
          <Typography sx={{ fontSize: "1.375rem", fontWeight: 600, color: late ? "error.main" : "text.primary" }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Queue({ me }: { me: Me }) {
  const text = useText();
  const inbox = useInbox();
  const nextDue = me.home.nextDueAt;
  return (
    <Sheet
      flush
      title={text("home.queue")}
      aside={
        <Button component={Link} to="/inbox" size="small">
          {text("home.allWork")}
        </Button>
      }
    >
      <Answered query={inbox}>
        {({ items }) =>
          items.length > 0 ? (
            <InboxList items={items.slice(0, 5)} />
          ) : (
            <Empty title={text("home.nothing")}>
              {nextDue ? text("home.nothingNext", { date: dueDate(nextDue) }) : text("home.nothingText")}
            </Empty>
          )
        }
      </Answered>
    </Sheet>
  );
}
