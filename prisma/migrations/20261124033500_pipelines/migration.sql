-- AlterTable
ALTER TABLE "PipelineVersion" ADD COLUMN     "publishedBy" TEXT,
ADD COLUMN     "publishedByName" TEXT,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "PipelineFinding" (
    "pipelineId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "unitCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PipelineFinding_pkey" PRIMARY KEY ("pipelineId","step","code","unitCode")
);

-- CreateTable
CREATE TABLE "PipelineCheck" (
    "pipelineId" TEXT NOT NULL,
    "errors" INTEGER NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PipelineCheck_pkey" PRIMARY KEY ("pipelineId")
);

-- CreateTable
CREATE TABLE "PipelineMigration" (
    "id" UUID NOT NULL,
    "pipelineId" TEXT NOT NULL,
    "toVersion" INTEGER NOT NULL,
    "order" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PipelineMigration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PipelineMigrationItem" (
    "migrationId" UUID NOT NULL,
    "caseId" TEXT NOT NULL,
    "commandId" UUID NOT NULL,
    "expected" JSONB NOT NULL,

    CONSTRAINT "PipelineMigrationItem_pkey" PRIMARY KEY ("migrationId","caseId")
);

-- CreateIndex
CREATE INDEX "PipelineMigration_pipelineId_createdAt_idx" ON "PipelineMigration"("pipelineId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PipelineMigrationItem_commandId_key" ON "PipelineMigrationItem"("commandId");

-- AddForeignKey
ALTER TABLE "PipelineMigrationItem" ADD CONSTRAINT "PipelineMigrationItem_migrationId_fkey" FOREIGN KEY ("migrationId") REFERENCES "PipelineMigration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------- By hand: what Prisma cannot say ----------

ALTER TABLE "PipelineVersion"
  ADD CONSTRAINT "PipelineVersion_version_positive" CHECK ("version" > 0),
  ADD CONSTRAINT "PipelineVersion_hash_form" CHECK (length("hash") = 64),
  ADD CONSTRAINT "PipelineVersion_person_gives_reason"
    CHECK ("publishedBy" IS NULL OR ("publishedByName" IS NOT NULL AND "reason" <> ''));

-- Which cases still run with which version.
CREATE INDEX "Case_open_pipeline" ON "Case" ("pipelineId", "pipelineVersion", "id") WHERE "outcome" IS NULL;

-- A published table is never edited, not even by the program itself.
CREATE TRIGGER "PipelineVersion_append_only" BEFORE UPDATE OR DELETE ON "PipelineVersion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PipelineVersion_no_truncate" BEFORE TRUNCATE ON "PipelineVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
