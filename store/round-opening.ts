import { calendarForYears } from "../domain/calendar/index.ts";
import { campaignDue } from "../domain/campaign/calendar-change.ts";
import type { CampaignInput } from "../domain/campaign/campaign.ts";
import { dueOfRound, namesOf, yearsAround, type Opening } from "../domain/campaign/opening.ts";
import type { CaseInput, Instant } from "../domain/engine/case.ts";
import { dueUnder } from "../domain/engine/due.ts";
import { partiesOf } from "../domain/rights/seats.ts";
import { calendarFor } from "./calendar.ts";
import { seatsAt, yearsOf } from "./case-surroundings.ts";
import { getCampaign, type CampaignRow } from "./campaigns.ts";
import type { Db } from "./db.ts";
import { UnknownSubject } from "./defects.ts";
import { tableInForce } from "./pipelines.ts";
import { run, statement } from "./query.ts";

type RoundOpening = Extract<Opening, { kind: "funding-round" }>;

/** A round plans nobody: its members are the requests that come. */
export async function planRound(db: Db, opening: RoundOpening, now: Instant): Promise<CampaignInput> {
  const { campaignId, dossierId, year } = namesOf(opening);
  const years = yearsAround(opening.closesOn);
  const [calendar, { department }] = await Promise.all([calendarFor(db, years), seatsAt(db, now)]);
  return {
    campaignId,
    kind: opening.kind,
    round: opening.round,
    year,
    due: dueOfRound(calendar, opening.closesOn),
    calendarSerial: calendar.serial ?? 0,
    dossierId,
    owing: 0,
    department,
  };
}

export const fundingListToOpen = async (
  db: Db,
  { dossierId, id, year, input, openedAt }: CampaignRow,
  { calendar, parties }: Pick<CaseInput, "calendar" | "parties">,
): Promise<CaseInput> => ({
  caseId: dossierId,
  title: `Danh mục kinh phí: ${input.round?.name ?? ""}`,
  year,
  campaignId: id,
  pipeline: await tableInForce(db, "funding-list", openedAt),
  parties,
  settings: settingsOf(input),
  due: null,
  calendar,
});

const settingsOf = ({ round }: CampaignInput): CaseInput["settings"] =>
  round ? { window: round.window, budgetYear: round.budgetYear } : {};

/** One request more of the same agency stands after those before it. */
const joinStatement = statement(`
WITH joined AS (
  INSERT INTO "CampaignMember" ("campaignId", "unitCode", "caseId", "position")
  SELECT $1, u."code", $3, (SELECT coalesce(max(m."position"), 0) + 1 FROM "CampaignMember" m WHERE m."campaignId" = $1)
  FROM "Unit" u WHERE u."code" = $2
  ON CONFLICT ("caseId") DO NOTHING
)
SELECT u."name" AS "unitName" FROM "Unit" u WHERE u."code" = $2`);

export interface RequestToOpen {
  campaignId: string;
  caseId: string;
  unit: string;
}

/** An agency's request in a round, entered in its roster; asking again for the same case changes nothing. */
export async function requestToOpen(
  db: Db,
  { campaignId, caseId, unit }: RequestToOpen,
  now: Instant,
): Promise<CaseInput> {
  const campaign = await getCampaign(db, campaignId);
  if (!campaign) throw new UnknownSubject(campaignId);
  const years = yearsOf(campaign.year);
  const [calendar, seats, [owner]] = await Promise.all([
    calendarFor(db, [campaign.year - 1, ...years]),
    seatsAt(db, now),
    run<{ unitName: string }>(db.pool, joinStatement, campaign.id, unit, caseId),
  ]);
  const unitName = owner?.unitName ?? unit;
  return {
    caseId,
    title: `Đề nghị kinh phí – ${unitName} – ${campaign.input.round?.name ?? ""}`,
    year: campaign.year,
    campaignId: campaign.id,
    pipeline: await tableInForce(db, "funding-request", campaign.openedAt),
    parties: partiesOf(unit, seats),
    settings: { ...settingsOf(campaign.input), unitName },
    due: dueUnder(calendar, campaignDue(campaign.input, campaign.state), campaign.year),
    calendar: calendarForYears(calendar, years),
  };
}
