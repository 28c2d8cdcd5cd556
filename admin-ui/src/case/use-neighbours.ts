import { useState } from "react";
import type { InboxItem } from "../../../domain/contracts/cases.ts";
import { useInbox } from "../inbox/use-inbox.ts";
import { useMe } from "../layout/use-me.ts";
import { maySee } from "../providers/areas.ts";

export interface Neighbours {
  /** Counted from 1; null when the case is not among the open work. */
  place: number | null;
  total: number;
  previous: InboxItem | null;
  next: InboxItem | null;
}

/** Where a case lies in one's open work. A decided case has left it: whatever took its place comes next. */
export function useNeighbours(caseId: string): Neighbours {
  const { data: me } = useMe();
  const inbox = useInbox(undefined, me !== undefined && maySee(me.grants, "inbox"));
  const items = inbox.data?.items ?? [];
  const index = items.findIndex(({ id }) => id === caseId);
  const [lastSeen, setLastSeen] = useState(0);
  if (index >= 0 && index !== lastSeen) setLastSeen(index);
  const others = items.filter(({ id }) => id !== caseId);
  const here = index >= 0 ? index : Math.min(lastSeen, others.length);
  return {
    place: index >= 0 ? index + 1 : null,
    total: items.length,
    previous: others[here - 1] ?? null,
    next: others[here] ?? others[0] ?? null,
  };
}
