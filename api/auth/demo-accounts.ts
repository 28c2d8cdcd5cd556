import { hashPassword } from "better-auth/crypto";
import type { Pool } from "pg";
import { withLock } from "./schema.ts";

/** Shown on the sign-in page of a demo installation; no other installation has these accounts. */
export const DEMO_PASSWORD = "trinh-ky-demo-2026";

export interface DemoPerson {
  id: string;
  name: string;
  email: string;
}

const insertUsers = `
  insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
  select p.id, p.name, lower(p.email), true, now(), now()
  from unnest($1::text[], $2::text[], $3::text[]) as p(id, name, email)
  on conflict (email) do nothing`;

const insertAccounts = `
  insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
  select 'demo-' || u.id, u.id, 'credential', u.id, $2, now(), now()
  from "user" u
  where u.email = any($1::text[])
    and not exists (select 1 from account a where a."userId" = u.id and a."providerId" = 'credential')`;

/** One hash for all: the password is public anyway, and two hundred hashes would cost half a minute at the first start. */
export async function ensureDemoAccounts(pool: Pool, people: readonly DemoPerson[]): Promise<void> {
  const password = await hashPassword(DEMO_PASSWORD);
  const emails = people.map((person) => person.email.toLowerCase());
  await withLock(pool, async () => {
    await pool.query(insertUsers, [people.map((p) => p.id), people.map((p) => p.name), emails]);
    await pool.query(insertAccounts, [emails, password]);
  });
}
