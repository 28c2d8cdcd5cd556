-- DropForeignKey
ALTER TABLE "CeilingReservation" DROP CONSTRAINT "CeilingReservation_ceilingId_fkey";

-- DropForeignKey
ALTER TABLE "CeilingReservation" DROP CONSTRAINT "CeilingReservation_lineId_fkey";

-- AlterTable
ALTER TABLE "FundingLine" ADD COLUMN     "recorded" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "returned" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "MoneyEvent" ADD COLUMN     "left" TEXT,
ADD COLUMN     "paperId" UUID;

-- AlterTable
ALTER TABLE "Ceiling" ADD COLUMN     "active" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable: a line takes one place per stage and command, whatever ceilings it is under.
DELETE FROM "CeilingReservation" r USING "CeilingReservation" other
  WHERE (r."lineId", r."stage", r."commandId") = (other."lineId", other."stage", other."commandId")
    AND r."ceilingId" > other."ceilingId";
ALTER TABLE "CeilingReservation" DROP CONSTRAINT "CeilingReservation_pkey",
DROP COLUMN "ceilingId",
ADD COLUMN     "mode" TEXT,
ADD COLUMN     "over" BIGINT,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "sourceCode" TEXT,
ADD COLUMN     "window" TEXT,
ADD COLUMN     "year" INTEGER,
ADD CONSTRAINT "CeilingReservation_pkey" PRIMARY KEY ("lineId", "stage", "commandId");
UPDATE "CeilingReservation" r SET "sourceCode" = l."sourceCode", "window" = l."window", "year" = l."year"
  FROM "FundingLine" l WHERE l."id" = r."lineId";
ALTER TABLE "CeilingReservation" ALTER COLUMN "sourceCode" SET NOT NULL, ALTER COLUMN "window" SET NOT NULL,
  ALTER COLUMN "year" SET NOT NULL;

-- CreateTable
CREATE TABLE "MoneyCursor" (
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "MoneyCursor_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "MoneyPaper" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "answeredById" TEXT,
    "answeredByName" TEXT,
    "answeredByUnit" TEXT,
    "answeredByRole" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answerReason" TEXT,

    CONSTRAINT "MoneyPaper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MoneyRecord" (
    "seq" INTEGER NOT NULL,
    "paperId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "MoneyRecord_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "MoneyPaper_subjectId_at_idx" ON "MoneyPaper"("subjectId", "at");

-- CreateIndex
CREATE INDEX "MoneyRecord_paperId_idx" ON "MoneyRecord"("paperId");

-- ---------- what Prisma cannot say ----------

ALTER TABLE "FundingLine"
  ADD CONSTRAINT "FundingLine_idle_has_nothing" CHECK (NOT ("withdrawn" OR "returned") OR "assigned" = 0),
  ADD CONSTRAINT "FundingLine_recorded_alone" CHECK ("recorded" = 0
    OR ("recorded" > 0 AND "requested" = 0 AND "assigned" = 0 AND "supplemented" = 0 AND "carriedIn" = 0));
ALTER TABLE "MoneyEvent"
  DROP CONSTRAINT "MoneyEvent_type_known",
  ADD CONSTRAINT "MoneyEvent_type_known" CHECK ("type" IN ('requested', 'returned', 'appraised', 'proposed', 'decided',
    'referred', 'deferred', 'undecided', 'assigned', 'supplemented', 'disbursed', 'carried-over', 'carried-in', 'recovered', 'withdrawn',
    'settled', 'recorded'));
ALTER TABLE "MoneyPaper"
  ADD CONSTRAINT "MoneyPaper_kind_known" CHECK ("kind" IN ('supplemented', 'recovered', 'carried-over', 'settled',
    'ceiling-set', 'ceiling-end')),
  ADD CONSTRAINT "MoneyPaper_status_known" CHECK ("status" IN ('proposed', 'confirmed', 'declined', 'withdrawn')),
  ADD CONSTRAINT "MoneyPaper_answered" CHECK (("status" = 'proposed') = ("answeredAt" IS NULL)),
  -- Two persons, whatever program writes it.
  ADD CONSTRAINT "MoneyPaper_second_person" CHECK ("status" <> 'confirmed' OR "answeredById" <> "personId");
ALTER TABLE "MoneyRecord"
  ADD CONSTRAINT "MoneyRecord_seq_positive" CHECK ("seq" > 0),
  ADD CONSTRAINT "MoneyRecord_act_known" CHECK ("act" IN ('proposed', 'confirmed', 'declined', 'withdrawn'));
ALTER TABLE "Ceiling" ADD CONSTRAINT "Ceiling_version_positive" CHECK ("version" > 0);

-- One change of a ceiling at a time.
CREATE UNIQUE INDEX "MoneyPaper_one_change" ON "MoneyPaper" ("subjectId")
  WHERE "status" = 'proposed' AND "kind" IN ('ceiling-set', 'ceiling-end');
CREATE INDEX "MoneyPaper_open" ON "MoneyPaper" ("at", "id") WHERE "status" = 'proposed';
-- Places that lines not in the ledger yet take under a ceiling.
CREATE INDEX "CeilingReservation_standing_place" ON "CeilingReservation" ("year", "stage")
  WHERE "state" IN ('held', 'confirmed');

CREATE TRIGGER "MoneyRecord_append_only" BEFORE UPDATE OR DELETE ON "MoneyRecord"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "MoneyRecord_no_truncate" BEFORE TRUNCATE ON "MoneyRecord"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Money that is booked already, of cases that run.
INSERT INTO "MoneyCursor" ("caseId", "seq")
  SELECT c."id", coalesce((SELECT min(e."seq") FROM "CaseEvent" e WHERE e."caseId" = c."id" AND NOT EXISTS (
    SELECT FROM "CaseEvent" n WHERE n."caseId" = e."caseId" AND n."seq" = e."seq" + 1)), 0)
  FROM "Case" c WHERE c."pipelineId" IN ('funding-request', 'funding-list');

-- Of two acts on a line at a stage the later one counts: by its event within a case, by its settling across cases.
CREATE OR REPLACE FUNCTION "settle_reservations"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "CeilingReservation" r
    SET "state" = CASE WHEN NEW."outcome" = 'accepted' THEN 'confirmed' ELSE 'freed' END, "seq" = NEW."seq"
    WHERE r."commandId" = NEW."id"
      AND (r."state" = 'held' OR (r."state" = 'freed' AND OLD."outcome" IS NOT NULL AND NEW."outcome" = 'accepted'));
  IF FOUND AND NEW."outcome" = 'accepted' THEN
    UPDATE "CeilingReservation" older SET "state" = 'superseded'
      FROM "CeilingReservation" mine, "Command" k
      WHERE mine."commandId" = NEW."id" AND (older."lineId", older."stage") = (mine."lineId", mine."stage")
        AND older."commandId" <> mine."commandId" AND older."state" = 'confirmed' AND k."id" = older."commandId"
        AND (k."subjectId" <> NEW."subjectId" OR older."seq" < mine."seq");
    UPDATE "CeilingReservation" mine SET "state" = 'superseded'
      FROM "CeilingReservation" newer, "Command" k
      WHERE mine."commandId" = NEW."id" AND mine."state" = 'confirmed'
        AND (newer."lineId", newer."stage") = (mine."lineId", mine."stage") AND newer."state" = 'confirmed'
        AND k."id" = newer."commandId" AND k."subjectId" = NEW."subjectId" AND newer."seq" > mine."seq";
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "Command_settles_reservations" ON "Command";
CREATE TRIGGER "Command_settles_reservations" AFTER UPDATE OF "outcome" ON "Command"
  FOR EACH ROW WHEN (NEW."verb" IN ('submit', 'opine', 'decide-lines', 'issue', 'return', 'reject', 'withdraw', 'retract')
    AND NEW."outcome" IS NOT NULL AND NEW."outcome" IS DISTINCT FROM OLD."outcome")
  EXECUTE FUNCTION "settle_reservations"();
