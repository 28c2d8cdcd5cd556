import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { VIETNAM_YEARS } from "../../domain/calendar/vietnam-days.ts";
import { hashOf } from "../../domain/engine/seal.ts";
import { shippedPipelines } from "../../domain/pipelines/index.ts";
import { checkPlan } from "../../domain/plan/check-plan.ts";
import { isUnit, program } from "../../domain/plan/plan.ts";
import { initialSettings } from "../../domain/settings/index.ts";
import { fold } from "../../domain/text/text.ts";
import type { Queryable } from "./query.ts";

const planText = fileURLToPath(new URL("../../domain/plan/plan-source.txt", import.meta.url));

/** The plan is data with a source: nothing is loaded that does not stand in its own text. */
export async function refuseWrongPlan(): Promise<void> {
  const defects = checkPlan(program, await readFile(planText, "utf8"));
  if (defects.length === 0) return;
  const told = defects.map(({ code, field, message }) => `${code}.${field}: ${message}`).join("\n");
  throw new Error(`the plan's data do not fit its text:\n${told}`);
}

const insert = (table: string, columns: string, key: string, update: string): string => `
  INSERT INTO "${table}" AS t SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)
  ON CONFLICT (${key}) DO UPDATE SET (${columns}) = ROW(${columns
    .split(", ")
    .map((column) => `excluded.${column}`)
    .join(", ")}) ${update}`;

const units = () =>
  program.agencies.map((agency, position) => ({
    code: agency.code,
    slug: agency.slug,
    name: agency.vi,
    nameEn: agency.en,
    type: agency.type,
    abbreviation: agency.abbr,
    source: agency.source,
    effectiveFrom: agency.effectiveFrom,
    effectiveTo: agency.effectiveTo,
    reportDuty: agency.annualReportDuty && isUnit(agency),
    searchKey: fold(`${agency.vi} ${agency.abbr ?? ""} ${agency.code}`),
    position,
  }));

const planRow = (row: { code: string; vi: string }, position: number) => ({
  code: row.code,
  position,
  searchKey: fold(`${row.code} ${row.vi}`),
  body: row,
});

const successions = () =>
  program.agencies.flatMap((agency) => agency.successors.map((toCode) => ({ fromCode: agency.code, toCode })));

const days = () =>
  VIETNAM_YEARS.flatMap((listed) =>
    listed.days.map((day) => ({
      date: day.date,
      kind: day.kind,
      decisionRef: day.decisionRef ?? null,
      note: [day.vi, day.note?.vi].filter(Boolean).join(" – "),
    })),
  );

/** Loads plan, directory and calendar; what administrators edit later (calendar) is never overwritten. */
export async function loadPlan(db: Queryable): Promise<void> {
  const put = (statement: string, rows: unknown) => db.query(statement, [JSON.stringify(rows)]);
  const unitColumns =
    '"slug", "name", "nameEn", "type", "abbreviation", "source", "effectiveFrom", "effectiveTo", "reportDuty", "searchKey", "position"';
  await put(insert("Unit", unitColumns, '"code"', ""), units());
  await put(insertNew("UnitSuccession"), successions());
  await db.query(`INSERT INTO "Program" VALUES ($1, $2) ON CONFLICT ("code") DO UPDATE SET "body" = excluded."body"`, [
    program.program.code,
    JSON.stringify(program.program),
  ]);
  await put(insert("Indicator", '"position", "searchKey", "body"', '"code"', ""), program.indicators.map(planRow));
  await put(
    insert("PlanTask", '"position", "searchKey", "body", "kind", "parent"', '"code"', ""),
    program.tasks.map((task, index) => ({ ...planRow(task, index), kind: task.kind, parent: task.parent ?? null })),
  );
  await put(
    insert("FundingSource", '"position", "searchKey", "body", "parent"', '"code"', ""),
    program.fundingSources.map((fund, index) => ({ ...planRow(fund, index), parent: fund.parent })),
  );
  await put(insert("Obligation", '"position", "searchKey", "body"', '"code"', ""), program.obligations.map(planRow));
  await put(insertNew("CalendarDay"), days());
  await put(
    insertNew("CalendarYear"),
    VIETNAM_YEARS.map(({ year, provisional }) => ({ year, provisional, version: 1 })),
  );
}

/** As shipped; a value set later begins later and counts from then on. */
export async function loadSettings(db: Queryable): Promise<void> {
  await db.query(
    `INSERT INTO "Setting" ("id", "key", "from", "value", "document")
     SELECT gen_random_uuid(), x."key", x."from", x."value", 'Giá trị ban đầu của hệ thống'
     FROM jsonb_to_recordset($1::jsonb) AS x("key" text, "from" date, "value" text)
     WHERE NOT EXISTS (SELECT FROM "Setting" s WHERE s."key" = x."key")`,
    [JSON.stringify(initialSettings)],
  );
}

const insertNew = (table: string): string =>
  `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) ON CONFLICT DO NOTHING`;

/**
 * A published table is never edited: running cases were opened with it. Where the province has published a version of
 * its own under that number, its own one stays.
 */
export async function publishPipelines(db: Queryable): Promise<void> {
  for (const pipeline of shippedPipelines) {
    const { id, version } = pipeline;
    const hash = hashOf(pipeline);
    await db.query(
      `INSERT INTO "PipelineVersion" ("id", "version", "hash", "table") VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [id, version, hash, JSON.stringify(pipeline)],
    );
    const { rows } = await db.query<{ edited: boolean }>(
      `SELECT "hash" <> $3 AND "publishedBy" IS NULL AS "edited" FROM "PipelineVersion" WHERE "id" = $1 AND "version" = $2`,
      [id, version, hash],
    );
    if (rows[0]?.edited !== false) {
      throw new Error(`pipeline ${id}@${version} was published with another table: give the change a new version`);
    }
  }
}
