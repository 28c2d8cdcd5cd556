import type { Me } from "../../../domain/contracts/directory.ts";
import type { InboxItem } from "../../../domain/contracts/cases.ts";
import type { Values } from "../i18n/use-text.ts";
import type { MessageKey } from "../i18n/messages.ts";
import type { Tone } from "../theme/palette.ts";

/** One thing to do now: what it is, how it stands, and the button that begins it. */
export interface Now {
  key: string;
  /** A text of ours, or the name of a case. */
  title: { key: MessageKey; values?: Values } | { name: string };
  note?: { key: MessageKey; values?: Values };
  tone: Tone;
  dueAt?: string | null;
  action: { key: MessageKey; to: string };
}

export interface Standing {
  me: Me;
  /** The most urgent of the open work. */
  first: InboxItem | undefined;
  year: number;
  stuck: { count: number; reachable: boolean } | undefined;
}

const ofDrafts = ({ me }: Standing): Now[] =>
  me.home.drafts.map(({ caseId, title, dueAt, problems }) => ({
    key: caseId,
    title: { name: title },
    note: problems > 0 ? { key: "home.draftProblems", values: { smart_count: problems } } : { key: "home.draftReady" },
    tone: problems > 0 ? "accent" : "good",
    dueAt,
    action: { key: problems > 0 ? "home.firstDraft" : "home.checkDraft", to: `/cases/${caseId}/draft` },
  }));

/** The clerk's own draft lies in the inbox, too; it is not said twice. */
function ofInbox({ me: { home }, first }: Standing): Now[] {
  const waiting = home.waiting - home.drafts.length;
  if (waiting <= 0 || !first) return [];
  return [
    {
      key: "inbox",
      title: { key: "home.toDecide", values: { smart_count: waiting } },
      ...(home.overdue > 0 && { note: { key: "home.ofThemOverdue", values: { smart_count: home.overdue } } }),
      tone: home.overdue > 0 ? "late" : "accent",
      dueAt: first.dueAt,
      action: { key: "home.firstInbox", to: `/cases/${first.id}` },
    },
  ];
}

function ofStuck({ stuck }: Standing): Now[] {
  if (!stuck || (stuck.reachable && stuck.count === 0)) return [];
  const action = { key: "home.firstStuck", to: "/stuck" } as const;
  return [
    stuck.reachable
      ? { key: "stuck", title: { key: "home.stuck", values: { smart_count: stuck.count } }, tone: "late", action }
      : { key: "stuck", title: { key: "stuck.engineDown" }, tone: "late", action },
  ];
}

function ofCycle({ me: { grants, home }, year }: Standing): Now[] {
  const opens = grants.includes("administer") || grants.includes("consolidate");
  if (home.campaignId !== null || !opens) return [];
  const action = { key: "home.openCycle", to: "/cycles" } as const;
  return [{ key: "cycle", title: { key: "home.noCycle", values: { year } }, tone: "soon", action }];
}

/** What this person should do now, the most pressing first; empty when there is nothing. */
export const nowOf = (standing: Standing): Now[] =>
  [ofStuck, ofInbox, ofDrafts, ofCycle].flatMap((things) => things(standing));
