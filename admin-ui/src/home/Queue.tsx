import { Button } from "@mui/material";
import { Link } from "react-router";
import type { Me } from "../../../domain/contracts/directory.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { InboxList } from "../inbox/InboxList.tsx";
import type { useInbox } from "../inbox/use-inbox.ts";
import { dueDate } from "../time/dates.ts";

const SHOWN = 5;

export function Queue({ me, inbox }: { me: Me; inbox: ReturnType<typeof useInbox> }) {
  const text = useText();
  const nextDue = me.home.nextDueAt;
  const more = (
    <Button component={Link} to="/inbox" size="small">
      {text("home.allWork")}
    </Button>
  );
  return (
    <Sheet flush title={text("home.queue")} aside={(inbox.data?.items.length ?? 0) > SHOWN && more}>
      <Answered query={inbox}>
        {({ items }) =>
          items.length > 0 ? (
            <InboxList items={items.slice(0, SHOWN)} />
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
