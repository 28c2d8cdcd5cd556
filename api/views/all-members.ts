import { listMembers, type MemberRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";

export interface MemberFilter {
  campaignId: string;
  q?: string | undefined;
  position?: string | undefined;
}

/** A province has some sixty members: one page, and no list is cut without a word. */
const AT_ONCE = 200;

export async function allMembers({ db }: Deps, filter: MemberFilter): Promise<MemberRow[]> {
  const rows: MemberRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMembers(db, { ...filter, limit: AT_ONCE, cursor });
    rows.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
