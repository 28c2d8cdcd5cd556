-- CreateTable
CREATE TABLE "CalendarChange" (
    "serial" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "edit" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "calendar" JSONB NOT NULL,

    CONSTRAINT "CalendarChange_pkey" PRIMARY KEY ("serial")
);

-- CreateTable
CREATE TABLE "CalendarRollout" (
    "serial" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "CalendarRollout_pkey" PRIMARY KEY ("serial")
);

-- CreateTable
CREATE TABLE "CalendarChangeItem" (
    "serial" INTEGER NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "dueFrom" TIMESTAMPTZ(3),
    "dueTo" TIMESTAMPTZ(3),
    "error" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarChangeItem_pkey" PRIMARY KEY ("serial","subjectKind","subjectId")
);

-- CreateTable
CREATE TABLE "CalendarSetting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "CalendarSetting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarChange_id_key" ON "CalendarChange"("id");

-- AddForeignKey
ALTER TABLE "CalendarRollout" ADD CONSTRAINT "CalendarRollout_serial_fkey" FOREIGN KEY ("serial") REFERENCES "CalendarChange"("serial") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarChangeItem" ADD CONSTRAINT "CalendarChangeItem_serial_fkey" FOREIGN KEY ("serial") REFERENCES "CalendarChange"("serial") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------- By hand: what Prisma cannot say ----------

ALTER TABLE "CalendarChange" ADD CONSTRAINT "CalendarChange_serial_positive" CHECK ("serial" > 0);
ALTER TABLE "CalendarRollout"
  ADD CONSTRAINT "CalendarRollout_outcome_known" CHECK ("outcome" IN ('finished', 'superseded')),
  ADD CONSTRAINT "CalendarRollout_finished_has_outcome" CHECK (("finishedAt" IS NULL) = ("outcome" IS NULL));
ALTER TABLE "CalendarChangeItem"
  ADD CONSTRAINT "CalendarChangeItem_subject_known" CHECK ("subjectKind" IN ('case', 'campaign')),
  ADD CONSTRAINT "CalendarChangeItem_outcome_known" CHECK ("outcome" IN ('moved', 'unchanged', 'closed', 'failed'));

-- Who changed which day, and why, is evidence like an event is.
CREATE TRIGGER "CalendarChange_append_only" BEFORE UPDATE OR DELETE ON "CalendarChange"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CalendarChange_no_truncate" BEFORE TRUNCATE ON "CalendarChange"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
