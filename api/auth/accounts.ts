import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Pool } from "pg";

export interface AccountHolder {
  id: string;
  name: string;
  email: string;
}

/** Sign-in accounts, in the sign-in library's own tables; the e-mail address ties them to the directory. */
export interface Accounts {
  /** The password, which nobody can read again; null where the person has an account. */
  open: (person: AccountHolder) => Promise<string | null>;
  /** Ends every session with it; false where there was no account. */
  end: (email: string) => Promise<boolean>;
  /** Which of these addresses have an account. */
  among: (emails: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** 20 characters of 6 bits: nothing that can be guessed, short enough to be read out. */
const newPassword = (): string => randomBytes(15).toString("base64url");

// One statement: of two administrators at once one makes the account, the other is told that it is there.
const openStatement = `
  with made as (
    insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values ($1, $2, lower($3), true, now(), now()) on conflict do nothing returning id
  )
  insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
  select 'account-' || made.id, made.id, 'credential', made.id, $4, now(), now() from made`;

export const createAccounts = (pool: Pool): Accounts => ({
  open: async ({ id, name, email }) => {
    const password = newPassword();
    const { rowCount } = await pool.query(openStatement, [id, name, email, await hashPassword(password)]);
    return rowCount === 1 ? password : null;
  },
  // Sessions and credentials refer to the user and go with it.
  end: async (email) => {
    const { rowCount } = await pool.query(`delete from "user" where email = lower($1)`, [email]);
    return rowCount === 1;
  },
  among: async (emails) => {
    const lower = emails.map((email) => email.toLowerCase());
    const { rows } = await pool.query<{ email: string }>(`select email from "user" where email = any($1::text[])`, [
      lower,
    ]);
    return new Set(rows.map(({ email }) => email));
  },
});
