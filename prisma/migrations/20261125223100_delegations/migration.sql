CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "fromPersonId" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "fromUnit" TEXT NOT NULL,
    "fromRole" TEXT NOT NULL,
    "toPersonId" TEXT NOT NULL,
    "toName" TEXT NOT NULL,
    "toUnit" TEXT NOT NULL,
    "toRole" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "pipelines" TEXT[],
    "ceiling" BIGINT,
    "documentNumber" TEXT NOT NULL,
    "documentDate" DATE NOT NULL,
    "needsAcceptance" BOOLEAN NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "payloadHash" TEXT NOT NULL,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DelegationEvent" (
    "delegationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "DelegationEvent_pkey" PRIMARY KEY ("delegationId","seq")
);

CREATE INDEX "Delegation_fromPersonId_idx" ON "Delegation"("fromPersonId");
CREATE INDEX "Delegation_toPersonId_idx" ON "Delegation"("toPersonId");
CREATE INDEX "Delegation_madeAt_id_idx" ON "Delegation"("madeAt" DESC, "id" DESC);

ALTER TABLE "DelegationEvent" ADD CONSTRAINT "DelegationEvent_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_dates" CHECK ("from" < "to");
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_persons" CHECK ("fromPersonId" <> "toPersonId");
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_ended" CHECK (("endedAt" IS NULL) = ("outcome" IS NULL));

CREATE TRIGGER "DelegationEvent_append_only" BEFORE UPDATE OR DELETE ON "DelegationEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "DelegationEvent_no_truncate" BEFORE TRUNCATE ON "DelegationEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Who acts in which post, and when: its holders, and those to whom a holder delegated it, for as long as both keep
-- their posts. Lists join it, so that a delegation moves open work without touching a workflow.
CREATE VIEW "ActingPost" AS
SELECT p."personId", p."unitCode", p."role", p."from", p."to", p."personId" AS "holderId",
  NULL::uuid AS "delegationId", '{}'::text[] AS "pipelines"
FROM "Post" p
UNION ALL
SELECT d."toPersonId", h."unitCode", h."role", greatest(h."from", d."from", a."from"), least(h."to", d."to", a."to"),
  h."personId", d."id", d."pipelines"
FROM "Delegation" d
JOIN "Post" h ON (h."personId", h."unitCode", h."role") = (d."fromPersonId", d."fromUnit", d."fromRole")
JOIN "Post" a ON (a."personId", a."unitCode", a."role") = (d."toPersonId", d."toUnit", d."toRole")
WHERE d."endedAt" IS NULL AND (d."acceptedAt" IS NOT NULL OR NOT d."needsAcceptance");

-- What was done under a delegation.
CREATE INDEX "CaseEvent_delegation_idx" ON "CaseEvent" (("body" #>> '{actor,onBehalfOf,delegationId}'), "at" DESC)
  WHERE "body" #>> '{actor,onBehalfOf,delegationId}' IS NOT NULL;
