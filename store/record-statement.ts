import { statement, type Statement } from "./query.ts";
import { commandColumns } from "./rows.ts";

/*
 * One statement records one event of a case with all that follows from it: one round trip, one transaction, locks held
 * only while it runs. Three rules make the order of arrival irrelevant:
 * - everything hangs on `same`: the event is in the table with this very hash. Its insertion names no conflict target,
 *   since of two that record one event at once either unique index, (caseId, seq) or commandId, may be the one that
 *   stops the second;
 * - the case row, and the inbox rows with it, only move to a higher seq;
 * - numbers are given where the event is inserted, hence once.
 * The statement sees the tables as they were when it began, so an inbox row that a slower, earlier event writes
 * meanwhile escapes the DELETE. It bears that event's seq and therefore does not count (store/inbox.ts).
 */
const changing = [
  "step",
  "round",
  "outcome",
  "seq",
  "enteredAt",
  "dueAt",
  "sentAt",
  "late",
  "contentHash",
  "position",
  "parties",
  "state",
  "updatedAt",
];
const fixed = ["pipelineId", "pipelineVersion", "campaignId", "unitCode", "title", "year", "input", "searchKey"];
const list = (columns: readonly string[], prefix = "") => columns.map((column) => `${prefix}"${column}"`).join(", ");

const advance = `
  UPDATE "Case" c SET (${list(changing)}) = (SELECT ${list(changing, "r.")} FROM "row" r)
  FROM same s WHERE c."id" = s."caseId" AND c."seq" < s."seq" RETURNING c."id"`;

const create = `
  INSERT INTO "Case" AS c ("id", ${list([...fixed, ...changing])})
  SELECT s."caseId", ${list([...fixed, ...changing], "r.")} FROM same s, "row" r
  ON CONFLICT ("id") DO UPDATE SET (${list(changing)}) = ROW(${list(changing, "excluded.")})
    WHERE c."seq" < excluded."seq"
  RETURNING c."id"`;

const draft = `drafted AS (
  INSERT INTO "Draft" ("caseId", "version", "body", "updatedAt")
  SELECT s."caseId", 0, s."draft", s."at" FROM same s ON CONFLICT ("caseId") DO NOTHING
),`;

/**
 * A migration gives the case another table, whichever events came before it was recorded. What else it says, and the
 * inbox, moves only if nothing later has.
 */
const swap = `swapped AS (
  UPDATE "Case" c SET (${list(changing)}, "pipelineVersion", "input") = (SELECT ${changing
    .map((column) => `CASE WHEN c."seq" < s."seq" THEN r."${column}" ELSE c."${column}" END`)
    .join(", ")}, greatest(c."pipelineVersion", r."pipelineVersion"),
    CASE WHEN c."pipelineVersion" < r."pipelineVersion" THEN r."input" ELSE c."input" END FROM "row" r)
  FROM same s
  WHERE c."id" = s."caseId" AND (c."seq" < s."seq" OR c."pipelineVersion" < (SELECT r."pipelineVersion" FROM "row" r))
  RETURNING c."id", c."seq" = s."seq" AS "advanced"
),`;

const record = (move: string, alsoOnCreation: string, before = ""): Statement =>
  statement(`
WITH e AS (
  SELECT * FROM jsonb_to_record($1::jsonb) AS x(
    "caseId" text, "seq" int, "type" text, "at" timestamptz, "step" text, "round" int, "personId" text,
    "commandId" uuid, "body" jsonb, "prevHash" text, "hash" text, "now" timestamptz, "row" jsonb, "inbox" jsonb,
    "notices" jsonb, "after" jsonb, "contentId" uuid, "contentNumber" int, "series" text, "seriesUnit" text,
    "date" date, "draft" jsonb)
), "row" AS (SELECT r.* FROM e, jsonb_populate_record(NULL::"Case", e."row") r),
prior AS (
  SELECT x."hash" FROM "CaseEvent" x JOIN e USING ("caseId", "seq")
), inserted AS (
  INSERT INTO "CaseEvent" ("caseId", "seq", "type", "at", "step", "round", "personId", "commandId", "body",
    "prevHash", "hash")
  SELECT "caseId", "seq", "type", "at", "step", "round", "personId", "commandId", "body", "prevHash", "hash" FROM e
  ON CONFLICT DO NOTHING RETURNING "hash"
), known AS (
  SELECT "hash" FROM inserted UNION ALL SELECT "hash" FROM prior
), same AS (
  SELECT e.* FROM e JOIN known USING ("hash")
), ${before} moved AS (${move}
), ${alsoOnCreation}
item AS (
  SELECT i.* FROM same s, jsonb_to_recordset(s."inbox") AS i("unitCode" text, "role" text, "personId" text,
    "reassigned" boolean)
), gone AS (
  DELETE FROM "InboxItem" i USING moved WHERE i."caseId" = moved."id" AND NOT EXISTS (SELECT FROM item
    WHERE (item."unitCode", item."role", item."personId") = (i."unitCode", i."role", i."personId"))
), kept AS (
  INSERT INTO "InboxItem" AS i ("caseId", "unitCode", "role", "personId", "reassigned", "seq", "step", "enteredAt",
    "dueAt")
  SELECT moved."id", item.*, r."seq", r."step", r."enteredAt", r."dueAt" FROM moved, item, "row" r
  ON CONFLICT ("caseId", "unitCode", "role", "personId") DO UPDATE SET ("reassigned", "seq", "step", "enteredAt",
    "dueAt") = ROW(excluded."reassigned", excluded."seq", excluded."step", excluded."enteredAt", excluded."dueAt")
), told AS (
  INSERT INTO "Notice" ("id", "at", "caseId", "campaignId", "kind", "unitCode", "role", "personId", "params", "key")
  SELECT gen_random_uuid(), s."at", s."caseId", r."campaignId", n.* FROM same s, "row" r,
    jsonb_to_recordset(s."notices") AS n("kind" text, "unitCode" text, "role" text, "personId" text, "params" jsonb,
    "key" text)
  ON CONFLICT ("key") DO NOTHING
), frozen AS (
  UPDATE "ContentVersion" v SET "number" = s."contentNumber" FROM same s
  WHERE v."id" = s."contentId" AND v."number" IS NULL
), counted AS (
  INSERT INTO "NumberSeries" AS n ("unitCode", "year", "series", "last")
  SELECT s."seriesUnit", extract(year FROM s."date"), s."series", 1 FROM same s, inserted WHERE s."series" IS NOT NULL
  ON CONFLICT ("unitCode", "year", "series") DO UPDATE SET "last" = n."last" + 1 RETURNING n.*
), numbered AS (
  INSERT INTO "DocumentNumber" ("caseId", "step", "seq", "unitCode", "year", "series", "value", "symbol", "date")
  SELECT s."caseId", s."step", s."seq", n."unitCode", n."year", n."series", n."last",
    lpad(n."last"::text, greatest(2, length(n."last"::text)), '0') || '/' || n."series" || '-'
      || coalesce(u."abbreviation", n."unitCode"), s."date"
  FROM same s, counted n LEFT JOIN "Unit" u ON u."code" = n."unitCode" RETURNING "symbol"
), settled AS (
  UPDATE "Command" k SET "settledAt" = s."now", "outcome" = 'accepted', "seq" = s."seq", "after" = s."after",
    "rejection" = NULL, "documentNumber" = coalesce((SELECT "symbol" FROM numbered),
      (SELECT d."symbol" FROM "DocumentNumber" d WHERE d."caseId" = s."caseId" AND d."seq" = s."seq"))
  FROM same s
  WHERE k."id" = s."commandId" AND k."subjectId" = s."caseId" AND k."outcome" IS DISTINCT FROM 'accepted'
  RETURNING ${commandColumns("k")}
)
SELECT (SELECT "hash" FROM known) AS "recordedHash", EXISTS (SELECT FROM inserted) AS "fresh", ${commandColumns("settled")} FROM e LEFT JOIN settled ON true`);

/** For an event of a case that has its row. */
export const advanceStatement = record(advance, "");

/** Makes the row (and the first draft) too, whichever event comes first. */
export const createStatement = record(create, draft);

/** For the event of a migration: the row's table is replaced. */
export const migrateStatement = record(`SELECT w."id" FROM swapped w WHERE w."advanced"`, "", swap);
