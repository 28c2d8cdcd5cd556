import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { signIn, type Person } from "../../tests/api/support/person.ts";
import { completeReport } from "../../tests/domain/report/complete-report.ts";

/** A report on its way between its clerk and its reviewer, who return and submit it for as long as one likes. */
export interface Desk {
  caseId: string;
  admin: Person;
  clerk: Person;
  reviewer: Person;
  draftVersion: number;
}

const CAMPAIGN = "annual-report-2026";
const at = (url: string, name: string, unit: string) => signIn(url, `${name}.${unit}@demo.trinhky.vn`);

/** Opens the cycle and takes the drafts of `count` agencies in hand. */
export async function openDesks(url: string, count: number): Promise<Desk[]> {
  const admin = await at(url, "quantri", "skhcn");
  await admin.send("POST", "/campaigns", { kind: "annual-report", year: 2026 });
  const listed = async () => (await admin.get("/cases?limit=200")).body.items;
  while ((await listed()).length < 44) await pause(200);
  const departments = (await listed()).filter(({ id }) => /^annual-report-2026-s[a-z]+$/.test(id));
  return Promise.all(departments.slice(0, count).map(({ id, unit }) => openDesk(url, { caseId: id, unit, admin })));
}

async function openDesk(url: string, opened: { caseId: string; unit: string; admin: Person }): Promise<Desk> {
  const { caseId, unit, admin } = opened;
  const slug = caseId.slice(CAMPAIGN.length + 1);
  const [clerk, reviewer] = await Promise.all([at(url, "chuyenvien", slug), at(url, "truongphong", slug)]);
  const draft = await clerk.get(`/cases/${caseId}/draft`);
  const body = completeReport(unit, 2026);
  const saved = await clerk.send("PUT", `/cases/${caseId}/draft`, { version: draft.body.version, body });
  return { caseId, admin, clerk, reviewer, draftVersion: saved.body.version };
}

const back = { verb: "return", code: "unclear", reason: "Làm rõ số liệu ở biểu 01 và biểu 03", sections: ["II"] };
const reminder = { verb: "remind", reason: "Làm rõ số liệu ở biểu 01 và biểu 03" };

/** Sends what was made ready; answers how long the answer took. */
export type Sending = () => Promise<number>;

/** Reads what is on screen; the time is that of the decision alone. */
async function ready(person: Person, caseId: string, act: (step: string) => object): Promise<Sending> {
  const { body } = await person.get(`/cases/${caseId}`);
  const shown: { hash: string } | null = body.content;
  const expected = { step: body.step, round: body.round, contentHash: shown?.hash ?? null };
  const command = { id: randomUUID(), expected, body: act(body.step) };
  return async () => {
    const since = performance.now();
    const answer = await person.send("POST", `/cases/${caseId}/commands`, command);
    const took = performance.now() - since;
    if (answer.status !== 200) throw new Error(`${caseId}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return took;
  };
}

/** Clerk and reviewer in turn; a return is also told to the campaign. */
export async function nextDecision({ caseId, clerk, reviewer, draftVersion }: Desk): Promise<Sending> {
  const { step } = (await clerk.get(`/cases/${caseId}`)).body;
  return ready(step === "draft" ? clerk : reviewer, caseId, () =>
    step === "draft" ? { verb: "submit", draftVersion } : back,
  );
}

/** The smallest command there is: one event, and nobody but the holder hears of it. */
export const nextReminder = ({ caseId, admin }: Desk): Promise<Sending> => ready(admin, caseId, () => reminder);
