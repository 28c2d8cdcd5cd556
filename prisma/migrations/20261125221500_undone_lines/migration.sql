-- A line may be taken off its list while it waits for the council.
ALTER TABLE "FundingLine" ADD COLUMN "deferred" BOOLEAN NOT NULL DEFAULT false;

-- ---------- what Prisma cannot say ----------

ALTER TABLE "MoneyEvent" DROP CONSTRAINT "MoneyEvent_type_known";
ALTER TABLE "MoneyEvent" ADD CONSTRAINT "MoneyEvent_type_known" CHECK ("type" IN ('requested', 'returned', 'appraised',
  'proposed', 'decided', 'referred', 'deferred', 'undecided', 'assigned', 'supplemented', 'disbursed', 'carried-over',
  'carried-in', 'recovered', 'withdrawn', 'settled', 'recorded'));

-- Lines that the next list of their window takes up.
CREATE INDEX "FundingLine_deferred" ON "FundingLine" ("window", "year") WHERE "deferred" AND NOT "withdrawn";
