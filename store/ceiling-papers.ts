import type { CeilingPaperBody, Paper, PaperKind } from "../domain/funding/papers.ts";
import { run, statement, type Queryable } from "./query.ts";

/** Somebody changed the ceiling since the sender looked; nothing was written. */
export class CeilingMovedOn extends Error {
  override readonly name = "CeilingMovedOn";
  readonly version: number;
  constructor(version: number) {
    super(`the ceiling is at version ${version}`);
    this.version = version;
  }
}

const versionStatement = statement(`
SELECT c."version", c."active" FROM "Ceiling" c WHERE c."source" = $1 AND c."year" = $2 AND c."window" = $3 FOR UPDATE`);

export async function judgeCeilingPaper(tx: Queryable, kind: PaperKind, body: CeilingPaperBody): Promise<void> {
  const { source, year, window, base } = body;
  const [row] = await run<{ version: number; active: boolean }>(tx, versionStatement, source, year, window ?? "");
  const version = row?.version ?? 0;
  if (version !== base || (kind === "ceiling-end" && row?.active !== true)) throw new CeilingMovedOn(version);
}

const setStatement = statement(`
INSERT INTO "Ceiling" AS c ("id", "source", "year", "window", "amount", "modes", "document")
VALUES ($1::uuid, $2, $3, $4, $5, $6::jsonb, $7)
ON CONFLICT ("source", "year", "window") DO UPDATE SET "amount" = excluded."amount", "modes" = excluded."modes",
  "document" = excluded."document", "version" = c."version" + 1, "active" = true`);

const endStatement = statement(`
UPDATE "Ceiling" SET "active" = false, "document" = $4, "version" = "version" + 1
WHERE "source" = $1 AND "year" = $2 AND "window" = $3`);

/** The next version of the ceiling. Decisions being claimed hold it until they have taken their place. */
export async function applyCeilingPaper(tx: Queryable, { id, kind, body }: Paper): Promise<void> {
  const { source, year, window, amount, modes, document } = body as CeilingPaperBody;
  await judgeCeilingPaper(tx, kind, body as CeilingPaperBody);
  if (kind === "ceiling-end") return void (await run(tx, endStatement, source, year, window ?? "", document));
  await run(tx, setStatement, id, source, year, window ?? "", amount ?? "0", JSON.stringify(modes ?? {}), document);
}
