-- Several rounds in one year.
DROP INDEX "Campaign_kind_year_key";
CREATE INDEX "Campaign_kind_year_idx" ON "Campaign"("kind", "year");

-- Several requests of one agency in one round.
ALTER TABLE "CampaignMember" DROP CONSTRAINT "CampaignMember_pkey";
DROP INDEX "CampaignMember_caseId_key";
ALTER TABLE "CampaignMember" ADD CONSTRAINT "CampaignMember_pkey" PRIMARY KEY ("caseId");
CREATE INDEX "CampaignMember_campaignId_position_idx" ON "CampaignMember"("campaignId", "position");
