import type { Instant } from "../domain/engine/case.ts";
import { SETTING_KEYS, type SettingRow } from "../domain/settings/setting.ts";
import type { Db } from "./db.ts";
import { iso, run, statement } from "./query.ts";

export interface StoredSetting extends SettingRow {
  document: string;
  personName: string | null;
  at: Instant;
}

const listStatement = statement(`
SELECT s."key", to_char(s."from", 'YYYY-MM-DD') AS "from", s."value", s."document", s."personName", s."at"
FROM "Setting" s WHERE s."key" = ANY ($1::text[]) ORDER BY s."from", s."serial"`);

/** Every value ever set, oldest first: some tens of rows. */
export const listSettings = (db: Db): Promise<StoredSetting[]> =>
  run<StoredSetting>(db.pool, listStatement, [...SETTING_KEYS]);

export interface SettingChange extends SettingRow {
  id: string;
  document: string;
  personId: string;
  personName: string;
  now: Instant;
}

const addStatement = statement(`
INSERT INTO "Setting" ("id", "key", "from", "value", "document", "personId", "personName", "at")
VALUES ($1::uuid, $2, $3::date, $4, $5, $6, $7, $8::timestamptz) ON CONFLICT ("id") DO NOTHING`);

/** Adds a value from a day on; sent again with the same id it is the same one. */
export async function addSetting(db: Db, change: SettingChange): Promise<void> {
  const { id, key, from, value, document, personId, personName, now } = change;
  await run(db.pool, addStatement, id, key, from, value, document, personId, personName, iso(now));
}
