import { createAccounts } from "../../api/auth/accounts.ts";
import { createAuthPool } from "../../api/auth/pool.ts";
import { SEATS } from "../../domain/rights/seats.ts";
import { appointFirstAdministrator, closeDb, createDb, hasAdministrator } from "../../store/index.ts";

const nobody = [
  "  Nobody administers this installation yet, so nobody can sign in.",
  "  → Start it once with `npm start -- --admin name@your-province.example`; the password is printed here.",
];
const taken = ["  ! --admin did nothing: somebody administers this installation already and opens accounts in the UI."];

/** Lines for the screen. A password among them is shown this once: only its hash is kept. */
export async function firstAdministrator(
  databaseUrl: string,
  { email, now }: { email: string | undefined; now: number },
): Promise<string[]> {
  const db = createDb(databaseUrl, { max: 1 });
  const pool = createAuthPool(databaseUrl, () => undefined);
  try {
    if (email === undefined) return (await hasAdministrator(db, now)) ? [] : nobody;
    const person = await appointFirstAdministrator(db, { email, unit: SEATS.department, now });
    if (!person) return taken;
    const password = await createAccounts(pool).open(person);
    const access = password === null ? "the account there was" : `password ${password} (shown this once)`;
    return [`  First administrator: ${person.email}, ${access}`];
  } finally {
    await Promise.all([closeDb(db), pool.end()]);
  }
}
