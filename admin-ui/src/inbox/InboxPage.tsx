import { Typography } from "@mui/material";
import type { InboxItem } from "../../../domain/contracts/cases.ts";
import { Page } from "../elements/Page.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { daysLeft } from "../time/dates.ts";
import { useNow } from "../time/use-now.ts";
import { InboxList } from "./InboxList.tsx";
import { useInbox } from "./use-inbox.ts";

const groups = ["overdue", "today", "week", "later"] as const;

function groupOf({ timeliness, dueAt }: InboxItem, now: number): (typeof groups)[number] {
  if (timeliness === "overdue") return "overdue";
  const left = dueAt === null ? Infinity : daysLeft(dueAt, now);
  if (left <= 0) return "today";
  return left <= 7 ? "week" : "later";
}

export default function InboxPage() {
  const text = useText();
  const now = useNow();
  const cursors = useCursors();
  const inbox = useInbox(cursors.cursor);
  return (
    <Page title={text("inbox.title")}>
      <Answered query={inbox}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Sheet>
              <Empty title={text("inbox.empty")}>{text("inbox.emptyText")}</Empty>
            </Sheet>
          ) : (
            <>
              {groups.map((group) => {
                const rows = items.filter((item) => groupOf(item, now) === group);
                if (rows.length === 0) return null;
                const count = (
                  <Typography variant="caption">{text("inbox.count", { smart_count: rows.length })}</Typography>
                );
                return (
                  <Sheet key={group} title={text(`inbox.${group}`)} aside={count} flush>
                    <InboxList items={rows} />
                  </Sheet>
                );
              })}
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
