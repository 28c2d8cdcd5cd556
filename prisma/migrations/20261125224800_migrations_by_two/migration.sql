-- What was previewed is what is migrated; where somebody gains the right to act, two administrators agree.
ALTER TABLE "PipelineMigration" ADD COLUMN "twoPersons" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "confirmer" JSONB,
  ADD COLUMN "declined" TEXT;
ALTER TABLE "PipelineMigrationItem" ALTER COLUMN "expected" DROP NOT NULL;
