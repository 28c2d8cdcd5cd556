/** What a line `l` counts, in SQL; the same rules in domain/funding/ceiling.ts and line-money.ts. */
export const idle = `(l."withdrawn" OR l."returned")`;

export const givenTo = `l."assigned" + l."supplemented" + l."carriedIn" - l."carriedOut" - l."recovered"`;

export const appraised = `coalesce(l."proposed",
  (SELECT min(a."value"::bigint) FROM jsonb_each_text(l."appraised") a), 0)`;

/** `stage`: an expression of SQL that names it. */
export const countedAt = (stage: string): string => `CASE WHEN ${stage} = 'assigned' THEN ${givenTo} WHEN ${idle} THEN 0
  ELSE CASE ${stage} WHEN 'requested' THEN l."requested" WHEN 'appraised' THEN ${appraised}
    ELSE coalesce(l."decided", 0) END END`;

/** What lies under a ceiling `c`: a line or the place of one, under the alias given. */
export const under = (placed: string): string => `c."year" = ${placed}."year"
  AND (c."window" = '' OR c."window" = ${placed}."window")
  AND (${placed}."sourceCode" = c."source" OR starts_with(${placed}."sourceCode", c."source" || '.'))`;
