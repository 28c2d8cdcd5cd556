-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Program" (
    "code" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Program_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Unit" (
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "abbreviation" TEXT,
    "source" TEXT NOT NULL,
    "effectiveFrom" DATE,
    "effectiveTo" DATE,
    "reportDuty" BOOLEAN NOT NULL,
    "searchKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "UnitSuccession" (
    "fromCode" TEXT NOT NULL,
    "toCode" TEXT NOT NULL,

    CONSTRAINT "UnitSuccession_pkey" PRIMARY KEY ("fromCode","toCode")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "searchKey" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "PlanTask" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "parent" TEXT,
    "searchKey" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "PlanTask_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "FundingSource" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "parent" TEXT,
    "searchKey" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "FundingSource_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "searchKey" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "decisionRef" TEXT,
    "note" TEXT,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "demoBody" JSONB,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PipelineVersion" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "table" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PipelineVersion_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "legalDue" TIMESTAMPTZ(3) NOT NULL,
    "effectiveDue" TIMESTAMPTZ(3) NOT NULL,
    "internalTarget" TIMESTAMPTZ(3) NOT NULL,
    "dossierId" TEXT NOT NULL,
    "dossierOpened" BOOLEAN NOT NULL DEFAULT false,
    "state" JSONB NOT NULL,
    "input" JSONB NOT NULL,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignMember" (
    "campaignId" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "excluded" BOOLEAN NOT NULL DEFAULT false,
    "excludedReason" TEXT,

    CONSTRAINT "CampaignMember_pkey" PRIMARY KEY ("campaignId","unitCode")
);

-- CreateTable
CREATE TABLE "CampaignEvent" (
    "campaignId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "commandId" UUID,
    "body" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CampaignEvent_pkey" PRIMARY KEY ("campaignId","seq")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "pipelineId" TEXT NOT NULL,
    "pipelineVersion" INTEGER NOT NULL,
    "campaignId" TEXT,
    "unitCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "outcome" TEXT,
    "seq" INTEGER NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "late" BOOLEAN NOT NULL DEFAULT false,
    "contentHash" TEXT,
    "position" TEXT NOT NULL,
    "parties" TEXT[],
    "state" JSONB NOT NULL,
    "input" JSONB NOT NULL,
    "searchKey" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseEvent" (
    "caseId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "personId" TEXT,
    "commandId" UUID,
    "body" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseEvent_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateTable
CREATE TABLE "InboxItem" (
    "caseId" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personId" TEXT NOT NULL DEFAULT '',
    "seq" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "reassigned" BOOLEAN NOT NULL DEFAULT false,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboxItem_pkey" PRIMARY KEY ("caseId","unitCode","role","personId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "caseId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedBy" TEXT,
    "editors" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("caseId")
);

-- CreateTable
CREATE TABLE "ContentVersion" (
    "id" UUID NOT NULL,
    "caseId" TEXT NOT NULL,
    "number" INTEGER,
    "hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Command" (
    "id" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "envelope" JSONB NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "seq" INTEGER,
    "after" JSONB,
    "documentNumber" TEXT,
    "rejection" JSONB,
    "takenAt" TIMESTAMPTZ(3),
    "settleTries" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "Command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT,
    "campaignId" TEXT,
    "unitCode" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personId" TEXT NOT NULL DEFAULT '',
    "params" JSONB NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeRead" (
    "noticeId" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeRead_pkey" PRIMARY KEY ("noticeId","personId")
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "unitCode" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "NumberSeries_pkey" PRIMARY KEY ("unitCode","year","series")
);

-- CreateTable
CREATE TABLE "DocumentNumber" (
    "caseId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "unitCode" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "symbol" TEXT NOT NULL,
    "date" DATE NOT NULL,

    CONSTRAINT "DocumentNumber_pkey" PRIMARY KEY ("caseId","step","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "Unit_slug_key" ON "Unit"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Post_unitCode_role_idx" ON "Post"("unitCode", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Post_personId_unitCode_role_from_key" ON "Post"("personId", "unitCode", "role", "from");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_kind_year_key" ON "Campaign"("kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignMember_caseId_key" ON "CampaignMember"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignEvent_commandId_key" ON "CampaignEvent"("commandId");

-- CreateIndex
CREATE INDEX "Case_year_id_idx" ON "Case"("year" DESC, "id");

-- CreateIndex
CREATE INDEX "Case_campaignId_unitCode_idx" ON "Case"("campaignId", "unitCode");

-- CreateIndex
CREATE INDEX "Case_unitCode_year_id_idx" ON "Case"("unitCode", "year" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "CaseEvent_commandId_key" ON "CaseEvent"("commandId");

-- CreateIndex
CREATE INDEX "InboxItem_unitCode_role_dueAt_caseId_idx" ON "InboxItem"("unitCode", "role", "dueAt", "caseId");

-- CreateIndex
CREATE UNIQUE INDEX "ContentVersion_caseId_number_key" ON "ContentVersion"("caseId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_key" ON "Notice"("key");

-- CreateIndex
CREATE INDEX "Notice_unitCode_role_at_idx" ON "Notice"("unitCode", "role", "at");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentNumber_unitCode_year_series_value_key" ON "DocumentNumber"("unitCode", "year", "series", "value");

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_fromCode_fkey" FOREIGN KEY ("fromCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_toCode_fkey" FOREIGN KEY ("toCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignEvent" ADD CONSTRAINT "CampaignEvent_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContentVersion" ADD CONSTRAINT "ContentVersion_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeRead" ADD CONSTRAINT "NoticeRead_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentNumber" ADD CONSTRAINT "DocumentNumber_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------- By hand: what Prisma cannot say ----------

-- Accent-free search: LIKE '%word%' on the folded key. pg_trgm is a trusted extension, the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Case_searchKey_trgm" ON "Case" USING gin ("searchKey" gin_trgm_ops);

-- What may be seen: cases in which one of the reader's units sits.
CREATE INDEX "Case_parties_gin" ON "Case" USING gin ("parties");

-- Open work only: closed cases, the bulk after some years, stay out of these.
CREATE INDEX "Case_open_due" ON "Case" ("dueAt", "id") WHERE "outcome" IS NULL;
CREATE INDEX "Case_open_id" ON "Case" ("id") WHERE "outcome" IS NULL;
CREATE INDEX "Command_unsettled" ON "Command" ("claimedAt", "id") WHERE "settledAt" IS NULL;

-- These rows are rewritten in place at every step: room for updates within the page.
ALTER TABLE "InboxItem" SET (fillfactor = 70);
ALTER TABLE "Case" SET (fillfactor = 80);

ALTER TABLE "Case"
  ADD CONSTRAINT "Case_seq_positive" CHECK ("seq" > 0),
  ADD CONSTRAINT "Case_round_positive" CHECK ("round" > 0),
  ADD CONSTRAINT "Case_outcome_known" CHECK ("outcome" IN ('completed', 'rejected', 'withdrawn', 'lapsed')),
  ADD CONSTRAINT "Case_position_known"
    CHECK ("position" IN ('drafting', 'in-agency', 'sent', 'returned', 'accepted', 'consolidated'));
ALTER TABLE "CaseEvent"
  ADD CONSTRAINT "CaseEvent_seq_positive" CHECK ("seq" > 0),
  ADD CONSTRAINT "CaseEvent_hash_form" CHECK (length("hash") = 64 AND length("prevHash") = 64);
ALTER TABLE "Campaign"
  ADD CONSTRAINT "Campaign_seq_positive" CHECK ("seq" > 0),
  ADD CONSTRAINT "Campaign_status_known"
    CHECK ("status" IN ('open', 'closed', 'consolidating', 'with-ubnd', 'decided', 'published', 'archived'));
ALTER TABLE "CampaignEvent"
  ADD CONSTRAINT "CampaignEvent_seq_positive" CHECK ("seq" > 0),
  ADD CONSTRAINT "CampaignEvent_hash_form" CHECK (length("hash") = 64 AND length("prevHash") = 64);
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_version_not_negative" CHECK ("version" >= 0);
ALTER TABLE "ContentVersion" ADD CONSTRAINT "ContentVersion_number_positive" CHECK ("number" > 0);
ALTER TABLE "NumberSeries" ADD CONSTRAINT "NumberSeries_last_positive" CHECK ("last" > 0);
ALTER TABLE "DocumentNumber" ADD CONSTRAINT "DocumentNumber_value_positive" CHECK ("value" > 0);
ALTER TABLE "Command"
  ADD CONSTRAINT "Command_subject_known" CHECK ("subjectKind" IN ('case', 'campaign')),
  ADD CONSTRAINT "Command_outcome_known" CHECK ("outcome" IN ('accepted', 'refused', 'not-carried-out')),
  ADD CONSTRAINT "Command_settled_has_outcome" CHECK (("settledAt" IS NULL) = ("outcome" IS NULL)),
  ADD CONSTRAINT "Command_accepted_has_seq" CHECK ("outcome" IS DISTINCT FROM 'accepted' OR "seq" IS NOT NULL),
  ADD CONSTRAINT "Command_refused_has_reason" CHECK ("outcome" IS DISTINCT FROM 'refused' OR "rejection" IS NOT NULL);
ALTER TABLE "CalendarDay"
  ADD CONSTRAINT "CalendarDay_kind_known" CHECK ("kind" IN ('WORK', 'OFF', 'HOLIDAY', 'SWAP_OFF', 'SWAP_WORK'));
ALTER TABLE "Post" ADD CONSTRAINT "Post_dates_in_order" CHECK ("to" IS NULL OR "to" > "from");
ALTER TABLE "Person" ADD CONSTRAINT "Person_email_lower" CHECK ("email" = lower("email"));

-- Events, given numbers and settled contents are evidence: nobody rewrites them, not even the program itself.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of "%" are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "CaseEvent_append_only" BEFORE UPDATE OR DELETE ON "CaseEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CaseEvent_no_truncate" BEFORE TRUNCATE ON "CaseEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CampaignEvent_append_only" BEFORE UPDATE OR DELETE ON "CampaignEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CampaignEvent_no_truncate" BEFORE TRUNCATE ON "CampaignEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "DocumentNumber_append_only" BEFORE UPDATE OR DELETE ON "DocumentNumber"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "DocumentNumber_no_truncate" BEFORE TRUNCATE ON "DocumentNumber"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Until its command is settled a content has no number: it may be given one, or be removed with a refused command.
CREATE TRIGGER "ContentVersion_settled" BEFORE UPDATE OR DELETE ON "ContentVersion"
  FOR EACH ROW WHEN (OLD."number" IS NOT NULL) EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ContentVersion_only_numbered" BEFORE UPDATE ON "ContentVersion"
  FOR EACH ROW WHEN (OLD."number" IS NULL
    AND (OLD."id", OLD."caseId", OLD."hash", OLD."body", OLD."createdBy", OLD."createdAt")
      IS DISTINCT FROM (NEW."id", NEW."caseId", NEW."hash", NEW."body", NEW."createdBy", NEW."createdAt"))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ContentVersion_no_truncate" BEFORE TRUNCATE ON "ContentVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
