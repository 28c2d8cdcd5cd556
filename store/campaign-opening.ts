import { calendarForYears, dueDates, localDate, type WorkCalendar } from "../domain/calendar/index.ts";
import { campaignDue } from "../domain/campaign/calendar-change.ts";
import type { CampaignInput } from "../domain/campaign/campaign.ts";
import { namesOf, type Opening } from "../domain/campaign/opening.ts";
import type { CaseInput, Instant } from "../domain/engine/case.ts";
import { dueUnder } from "../domain/engine/due.ts";
import { agenciesWithReportDuty, PLAN_SET_DATE } from "../domain/plan/plan.ts";
import { partiesOf } from "../domain/rights/seats.ts";
import { calendarFor, dueRuleOf } from "./calendar.ts";
import { seatsAt, yearsOf } from "./case-surroundings.ts";
import { getCampaign, type CampaignRow } from "./campaigns.ts";
import type { Db } from "./db.ts";
import { UnknownSubject } from "./defects.ts";
import { tableInForce } from "./pipelines.ts";
import { run, statement } from "./query.ts";
import { fundingListToOpen, planRound } from "./round-opening.ts";

const planMembersStatement = statement(`
INSERT INTO "CampaignMember" ("campaignId", "unitCode", "caseId", "position")
SELECT $1, u."code", $1 || '-' || u."slug", u."position" FROM "Unit" u WHERE u."code" = ANY ($2::text[])
ON CONFLICT ("caseId") DO NOTHING`);

/**
 * Who owes a report and when. The same call gives the same plan: members are the agencies with the duty in the plan's
 * own set (PLAN_SET_DATE), and what has been planned once is not planned again.
 */
export async function planCampaign(db: Db, opening: Opening, now: Instant): Promise<CampaignInput> {
  if (opening.kind === "funding-round") return planRound(db, opening, now);
  const { kind, year } = opening;
  const { campaignId, dossierId } = namesOf(opening);
  const [calendar, { department }] = await Promise.all([calendarFor(db, yearsOf(year)), seatsAt(db, now)]);
  const rule = await dueRuleOf(db, kind);
  const { legalDue, effectiveDue, internalTarget } = dueDates(calendar, rule, year);
  const units = agenciesWithReportDuty(PLAN_SET_DATE).map((agency) => agency.code);
  await run(db.pool, planMembersStatement, campaignId, units);
  return {
    campaignId,
    kind,
    year,
    due: { legalDue, effectiveDue, internalTarget, rule },
    calendarSerial: calendar.serial ?? 0,
    dossierId,
    owing: units.length,
    department,
  };
}

interface MemberToOpen {
  unitCode: string;
  unitName: string;
  caseId: string;
  reviews: boolean;
}

// A content check exists where the agency has somebody whose office it is when the cycle opens.
const membersStatement = statement(`
SELECT m."unitCode", u."name" AS "unitName", m."caseId",
  EXISTS (SELECT 1 FROM "Post" p WHERE p."unitCode" = m."unitCode" AND p."role" = 'division-head'
    AND p."from" <= $4::date AND (p."to" IS NULL OR p."to" > $4::date)) AS "reviews"
FROM "CampaignMember" m JOIN "Unit" u ON u."code" = m."unitCode"
WHERE m."campaignId" = $1 AND ($2::text IS NULL OR m."unitCode" > $2) AND NOT m."excluded"
ORDER BY m."unitCode" LIMIT $3`);

async function opening(db: Db, campaignId: string): Promise<{ campaign: CampaignRow; calendar: WorkCalendar }> {
  const campaign = await getCampaign(db, campaignId);
  if (!campaign) throw new UnknownSubject(campaignId);
  const years = yearsOf(campaign.year);
  return { campaign, calendar: calendarForYears(await calendarFor(db, years), years) };
}

/** The next members in order of their units, as inputs for their cases. */
export async function membersToOpen(
  db: Db,
  { campaignId, after, limit }: { campaignId: string; after: string | null; limit: number },
): Promise<{ inputs: CaseInput[]; units: string[]; next: string | null }> {
  const { campaign, calendar } = await opening(db, campaignId);
  const rows = await run<MemberToOpen>(
    db.pool,
    membersStatement,
    campaignId,
    after,
    limit,
    localDate(campaign.openedAt),
  );
  // Of the same calendar as the case's own, which the campaign may not have heard of yet.
  const due = dueUnder(calendar, campaignDue(campaign.input, campaign.state), campaign.year);
  const [pipeline, seats] = await Promise.all([
    tableInForce(db, "annual-report", campaign.openedAt),
    seatsAt(db, campaign.openedAt),
  ]);
  const inputs = rows.map((member): CaseInput => ({
    caseId: member.caseId,
    title: `Báo cáo năm ${campaign.year} – ${member.unitName}`,
    year: campaign.year,
    campaignId,
    pipeline,
    parties: partiesOf(member.unitCode, seats),
    settings: { contentReview: member.reviews },
    due,
    calendar,
  }));
  const units = rows.map((member) => member.unitCode);
  return { inputs, units, next: rows.length < limit ? null : (units.at(-1) ?? null) };
}

export async function dossierToOpen(db: Db, campaignId: string, now: Instant): Promise<CaseInput> {
  const { campaign, calendar } = await opening(db, campaignId);
  const seats = await seatsAt(db, now);
  const parties = partiesOf(seats.department, seats);
  if (campaign.kind === "funding-round") return fundingListToOpen(db, campaign, { calendar, parties });
  return {
    caseId: campaign.dossierId,
    title: `Báo cáo tổng hợp năm ${campaign.year} trình UBND tỉnh`,
    year: campaign.year,
    campaignId,
    pipeline: await tableInForce(db, "consolidated-report", campaign.openedAt),
    parties,
    settings: {},
    due: null,
    calendar,
  };
}
