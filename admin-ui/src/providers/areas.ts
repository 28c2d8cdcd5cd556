import type { Grant } from "../../../domain/contracts/directory.ts";

/**
 * Which grant opens which area of the screen. It only decides what is drawn: every record is authorised again by the
 * server, and an area that is missing here is closed.
 */
const everyone: readonly Grant[] = ["work", "decide", "consolidate", "desk", "oversee", "administer", "audit"];
const plan = ["units", "tasks", "indicators", "funding-sources", "obligations", "calendar-days"] as const;

const opens: Readonly<Record<string, readonly Grant[]>> = {
  home: everyone,
  inbox: ["work", "decide", "consolidate"],
  cases: everyone,
  notices: everyone,
  delegations: everyone,
  cycles: ["consolidate", "oversee", "administer", "audit"],
  rounds: everyone,
  money: everyone,
  ceilings: ["consolidate", "oversee", "administer", "audit"],
  settings: ["oversee", "administer"],
  desk: ["desk"],
  stuck: ["administer"],
  pipelines: ["administer", "audit"],
  "calendar-admin": ["administer", "audit"],
  people: ["administer", "audit"],
  ...Object.fromEntries(plan.map((name) => [name, everyone])),
};

export const maySee = (grants: readonly Grant[], area: string): boolean =>
  (opens[area] ?? []).some((grant) => grants.includes(grant));
