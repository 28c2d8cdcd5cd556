-- CreateTable
CREATE TABLE "Setting" (
    "id" UUID NOT NULL,
    "serial" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "value" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "personId" TEXT,
    "personName" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Setting_serial_key" ON "Setting"("serial");

-- CreateIndex
CREATE INDEX "Setting_key_from_idx" ON "Setting"("key", "from");

-- A value that was in force stays on record; a correction is a later row.
CREATE TRIGGER "Setting_append_only" BEFORE UPDATE OR DELETE ON "Setting"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Setting_no_truncate" BEFORE TRUNCATE ON "Setting"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "Case" DROP CONSTRAINT "Case_position_known",
  ADD CONSTRAINT "Case_position_known" CHECK ("position" IN ('drafting', 'in-agency', 'sent', 'returned', 'accepted',
    'consolidated', 'refused', 'withdrawn', 'lapsed'));

-- A request that has ended, or whose list has been decided, stood in the rosters as if it were still in its agency.
UPDATE "Case" SET "position" = CASE "outcome"
    WHEN 'rejected' THEN 'refused' WHEN 'withdrawn' THEN 'withdrawn' WHEN 'lapsed' THEN 'lapsed' ELSE "position" END
  WHERE "pipelineId" = 'funding-request' AND "outcome" IN ('rejected', 'withdrawn', 'lapsed');
UPDATE "Case" SET "position" = 'consolidated'
  WHERE "pipelineId" = 'funding-request'
    AND "step" IN ('deciding', 'assigning', 'answer', 'spending', 'settlement') AND "outcome" IS NULL;
