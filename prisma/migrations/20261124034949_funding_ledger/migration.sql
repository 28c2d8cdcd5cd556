-- CreateTable
CREATE TABLE "FundingLine" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "campaignId" TEXT,
    "unitCode" TEXT NOT NULL,
    "taskCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sourceCode" TEXT NOT NULL,
    "capital" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "window" TEXT NOT NULL,
    "requested" BIGINT NOT NULL,
    "appraised" JSONB NOT NULL,
    "proposed" BIGINT,
    "decided" BIGINT,
    "referred" BOOLEAN NOT NULL DEFAULT false,
    "assigned" BIGINT NOT NULL DEFAULT 0,
    "supplemented" BIGINT NOT NULL DEFAULT 0,
    "carriedIn" BIGINT NOT NULL DEFAULT 0,
    "carriedOut" BIGINT NOT NULL DEFAULT 0,
    "recovered" BIGINT NOT NULL DEFAULT 0,
    "disbursed" BIGINT NOT NULL DEFAULT 0,
    "periods" JSONB NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "searchKey" TEXT NOT NULL,

    CONSTRAINT "FundingLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MoneyEvent" (
    "id" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "amount" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT,
    "caseId" TEXT,
    "caseSeq" INTEGER,
    "body" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MoneyEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "eventId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "document" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "Disbursement" (
    "lineId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "progress" INTEGER NOT NULL,
    "evidence" TEXT,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Disbursement_pkey" PRIMARY KEY ("lineId","period","version")
);

-- CreateTable
CREATE TABLE "Ceiling" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "window" TEXT NOT NULL DEFAULT '',
    "amount" BIGINT NOT NULL,
    "modes" JSONB NOT NULL,
    "document" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Ceiling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CeilingReservation" (
    "ceilingId" UUID NOT NULL,
    "lineId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "commandId" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "seq" INTEGER,

    CONSTRAINT "CeilingReservation_pkey" PRIMARY KEY ("ceilingId","lineId","stage","commandId")
);

-- CreateIndex
CREATE INDEX "FundingLine_year_sourceCode_id_idx" ON "FundingLine"("year", "sourceCode", "id");

-- CreateIndex
CREATE INDEX "FundingLine_requestId_idx" ON "FundingLine"("requestId");

-- CreateIndex
CREATE INDEX "FundingLine_unitCode_year_id_idx" ON "FundingLine"("unitCode", "year", "id");

-- CreateIndex
CREATE INDEX "FundingLine_taskCode_year_id_idx" ON "FundingLine"("taskCode", "year", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MoneyEvent_lineId_seq_key" ON "MoneyEvent"("lineId", "seq");

-- CreateIndex
CREATE INDEX "Allocation_lineId_idx" ON "Allocation"("lineId");

-- CreateIndex
CREATE UNIQUE INDEX "Ceiling_source_year_window_key" ON "Ceiling"("source", "year", "window");

-- CreateIndex
CREATE INDEX "CeilingReservation_commandId_idx" ON "CeilingReservation"("commandId");

-- AddForeignKey
ALTER TABLE "MoneyEvent" ADD CONSTRAINT "MoneyEvent_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "FundingLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "FundingLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disbursement" ADD CONSTRAINT "Disbursement_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "FundingLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CeilingReservation" ADD CONSTRAINT "CeilingReservation_ceilingId_fkey" FOREIGN KEY ("ceilingId") REFERENCES "Ceiling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CeilingReservation" ADD CONSTRAINT "CeilingReservation_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "FundingLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------- what Prisma cannot say ----------

-- The laws of money (domain/funding/ledger-rules.ts), a second time: no program may write a row that breaks them.
ALTER TABLE "FundingLine"
  ADD CONSTRAINT "FundingLine_not_negative" CHECK (least("requested", "proposed", "decided", "assigned", "supplemented",
    "carriedIn", "carriedOut", "recovered", "disbursed") >= 0),
  ADD CONSTRAINT "FundingLine_decided_within_requested" CHECK ("decided" <= "requested"),
  ADD CONSTRAINT "FundingLine_assigned_within_decided" CHECK ("assigned" <= coalesce("decided", 0)),
  ADD CONSTRAINT "FundingLine_spent_within_given"
    CHECK ("disbursed" + "carriedOut" + "recovered" <= "assigned" + "supplemented" + "carriedIn"),
  ADD CONSTRAINT "FundingLine_settled_is_empty" CHECK (NOT "settled"
    OR "disbursed" + "carriedOut" + "recovered" = "assigned" + "supplemented" + "carriedIn");
ALTER TABLE "MoneyEvent"
  ADD CONSTRAINT "MoneyEvent_type_known" CHECK ("type" IN ('requested', 'appraised', 'proposed', 'decided', 'referred',
    'assigned', 'supplemented', 'disbursed', 'carried-over', 'carried-in', 'recovered', 'withdrawn', 'settled')),
  ADD CONSTRAINT "MoneyEvent_seq_positive" CHECK ("seq" > 0);
ALTER TABLE "Disbursement"
  ADD CONSTRAINT "Disbursement_progress_percent" CHECK ("progress" BETWEEN 0 AND 100),
  ADD CONSTRAINT "Disbursement_done_has_evidence" CHECK ("progress" < 100 OR "evidence" IS NOT NULL),
  ADD CONSTRAINT "Disbursement_version_positive" CHECK ("version" > 0);
ALTER TABLE "Ceiling" ADD CONSTRAINT "Ceiling_not_negative" CHECK ("amount" >= 0);
ALTER TABLE "CeilingReservation"
  ADD CONSTRAINT "CeilingReservation_state_known" CHECK ("state" IN ('held', 'confirmed', 'freed', 'superseded')),
  ADD CONSTRAINT "CeilingReservation_not_negative" CHECK ("amount" >= 0);

-- Counting under a ceiling looks at the few reservations that still stand.
CREATE INDEX "CeilingReservation_standing" ON "CeilingReservation" ("lineId", "stage")
  WHERE "state" IN ('held', 'confirmed');
CREATE INDEX "FundingLine_search" ON "FundingLine" USING gin ("searchKey" gin_trgm_ops);

CREATE TRIGGER "MoneyEvent_append_only" BEFORE UPDATE OR DELETE ON "MoneyEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "MoneyEvent_no_truncate" BEFORE TRUNCATE ON "MoneyEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Disbursement_append_only" BEFORE UPDATE OR DELETE ON "Disbursement"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A reservation is confirmed or freed by whatever settles its command, in the same transaction: every way to settle
-- (the request, the settler, the worker) ends in this update. The later of two decisions on a line is the one that counts.
CREATE FUNCTION "settle_reservations"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "CeilingReservation" r
    SET "state" = CASE WHEN NEW."outcome" = 'accepted' THEN 'confirmed' ELSE 'freed' END, "seq" = NEW."seq"
    WHERE r."commandId" = NEW."id" AND r."state" = 'held';
  IF NEW."outcome" = 'accepted' THEN
    UPDATE "CeilingReservation" older SET "state" = 'superseded'
      FROM "CeilingReservation" mine, "CeilingReservation" newest
      WHERE mine."commandId" = NEW."id"
        AND (older."ceilingId", older."lineId", older."stage") = (mine."ceilingId", mine."lineId", mine."stage")
        AND (newest."ceilingId", newest."lineId", newest."stage") = (mine."ceilingId", mine."lineId", mine."stage")
        AND older."state" = 'confirmed' AND newest."state" = 'confirmed' AND newest."seq" > older."seq";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Command_settles_reservations" AFTER UPDATE OF "outcome" ON "Command"
  FOR EACH ROW WHEN (NEW."verb" = 'decide-lines' AND OLD."outcome" IS NULL AND NEW."outcome" IS NOT NULL)
  EXECUTE FUNCTION "settle_reservations"();
