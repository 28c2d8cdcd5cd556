import { randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import { completeReport } from "../../domain/report/complete-report.ts";
import { accounts, type Account } from "./accounts.ts";
import type { Answer, Body, Person } from "./person.ts";
import type { Stack } from "./stack.ts";

export const CAMPAIGN = "annual-report-2026";
export const CASE = `${CAMPAIGN}-syt`;

/** Signs each account in once. */
export function people(stack: Stack): (account: Account) => Promise<Person> {
  const known = new Map<Account, Promise<Person>>();
  return (account) => {
    const person = known.get(account) ?? stack.person(accounts[account]);
    known.set(account, person);
    return person;
  };
}

/** Waits for a condition; unlike expect.poll it may be used in hooks. */
export const until = (holds: () => Promise<boolean>): Promise<void> =>
  vi.waitFor(async () => expect(await holds()).toBe(true), { timeout: 20_000, interval: 50 });

export async function openCycle(admin: Person, clerk: Person): Promise<void> {
  const opened = await admin.send("POST", "/campaigns", { kind: "annual-report", year: 2026 });
  expect(opened.status).toBe(200);
  await until(async () => (await clerk.get(`/cases/${CASE}`)).status === 200);
  // All of them: a case that opens while a test looks at the record would look like a change made by it.
  await until(async () => {
    const { counts } = (await admin.get(`/campaigns/${CAMPAIGN}`)).body;
    return (await admin.get("/cases?limit=200")).body.items.length === counts.owing;
  });
}

export interface CommandOptions {
  id?: string;
  as?: { unit: string; role: string };
  expected?: { step: string; round: number; contentHash: string | null };
}

/** A command on what the sender sees now, unless told otherwise. */
export async function command(
  person: Person,
  caseId: string,
  body: object,
  options: CommandOptions = {},
): Promise<Answer> {
  const { id = randomUUID(), as } = options;
  const expected = options.expected ?? (await seen(person, caseId));
  return person.send("POST", `/cases/${caseId}/commands`, { id, expected, body, ...(as && { as }) });
}

/** A case that was never submitted has none. */
const contentOf = ({ content }: Body): Body["content"] | null => content;

export async function seen(person: Person, caseId: string): Promise<NonNullable<CommandOptions["expected"]>> {
  const { body } = await person.get(`/cases/${caseId}`);
  return { step: body.step, round: body.round, contentHash: contentOf(body)?.hash ?? null };
}

export const textWith = (part: string): string => expect.stringContaining(part) as string;
export const textLike = (pattern: RegExp): string => expect.stringMatching(pattern) as string;

/** Fills the draft in completely; gives the version to submit. */
export async function fillDraft(clerk: Person, caseId = CASE, unit = "SYT"): Promise<number> {
  const draft = await clerk.get(`/cases/${caseId}/draft`);
  const saved = await clerk.send("PUT", `/cases/${caseId}/draft`, {
    version: draft.body.version,
    body: completeReport(unit, 2026),
  });
  expect(saved.body.problems).toEqual([]);
  return saved.body.version;
}

export async function submitReport(clerk: Person, caseId = CASE): Promise<Answer> {
  return command(clerk, caseId, { verb: "submit", draftVersion: await fillDraft(clerk, caseId) });
}
