-- The day of the first money of a line: no report of spending is owed for what was over by then.
ALTER TABLE "FundingLine" ADD COLUMN "fundedOn" TEXT;

UPDATE "FundingLine" l SET "fundedOn" = f."day" FROM (
  SELECT e."lineId", to_char(min(e."at") AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS "day" FROM "MoneyEvent" e
  WHERE e."type" IN ('assigned', 'supplemented', 'carried-in') AND e."left" IS NULL GROUP BY 1
) f WHERE f."lineId" = l."id";
