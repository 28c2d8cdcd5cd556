import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Account } from "./support/accounts.ts";
import { openCycle, people } from "./support/cycle.ts";
import type { Person } from "./support/person.ts";
import { startStack, type Stack } from "./support/stack.ts";

/** Ten days after the term: what nobody has sent is overdue. */
const LATER = Date.UTC(2026, 11, 10, 2);

let stack: Stack;
let who: (account: Account) => Promise<Person>;

beforeAll(async () => {
  // The settler asks the same pool now and then; what one answer costs is counted without it.
  stack = await startStack({ clock: () => LATER, settler: "off" });
  await stack.startWorker();
  who = people(stack);
  await openCycle(await who("admin"), await who("clerk"));
});
afterAll(() => stack.stop());

const pageOf = async (limit: number, cursor = "") =>
  (await (await who("admin")).get(`/stuck?cause=overdue&limit=${limit}&cursor=${encodeURIComponent(cursor)}`)).body;

/** Statements that one answer costs the application's own database. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(stack.api.deps.db.pool, "query");
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

describe("the list of what is stuck", () => {
  it("is paged through to its end, each case once", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    let pages = 0;
    while (cursor !== null) {
      const body = await pageOf(10, cursor);
      seen.push(...body.items.map(({ subject }) => subject.id));
      cursor = body.next;
      pages += 1;
    }
    expect(pages).toBe(5);
    expect(seen).toHaveLength(44);
    expect(new Set(seen).size).toBe(44);
  });

  it("costs as many statements for forty rows as for four", async () => {
    await pageOf(4);
    const few = await statementsOf(() => pageOf(4));
    expect(await statementsOf(() => pageOf(40))).toBe(few);
    expect(few).toBeLessThan(20);
  });
});
