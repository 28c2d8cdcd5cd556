import type { PartView } from "../../domain/contracts/operations.ts";
import { unsettledBacklog } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { texts, type HealthTexts } from "../texts/index.ts";
import { checkCalendar } from "./calendar-part.ts";
import { checkPart, type Finding, type PartName } from "./check.ts";
import { checkSchedule, checkServer, checkTaskQueue, checkWorker } from "./temporal-parts.ts";

/** design.md I15: a command without outcome for longer than this is a fault, not a delay. */
const BACKLOG_MS = 60_000;
/** Younger commands are on their way. */
const SETTLING_MS = 12_000;

async function checkStore({ db }: Deps, words: HealthTexts): Promise<Finding> {
  await db.pool.query("select 1");
  const { totalCount, idleCount } = db.pool;
  return { status: "up", detail: words.store(`${totalCount - idleCount}/${totalCount}`) };
}

async function checkSettler({ db, clock, settlerOn }: Deps, words: HealthTexts): Promise<Finding> {
  const { count, oldestAt } = await unsettledBacklog(db, clock() - SETTLING_MS);
  if (count === 0 || oldestAt === null)
    return { status: "up", detail: settlerOn ? words.settlerIdle : words.settlerOff };
  const age = clock() - oldestAt;
  const detail = words.settlerBacklog(count, Math.round(age / 1000));
  return { status: age > BACKLOG_MS ? "degraded" : "up", detail };
}

/** Every part is in the answer, whatever state the others are in. */
export function partsOf(deps: Deps, language: Language): Promise<PartView[]> {
  const { engine, clock } = deps;
  const words = texts[language].health;
  const checks: Record<PartName, () => Promise<Finding>> = {
    temporal: () => checkServer(engine, words),
    "task-queue": () => checkTaskQueue(engine, clock(), words),
    worker: () => checkWorker(engine, clock(), words),
    postgres: () => checkStore(deps, words),
    schedule: () => checkSchedule(engine, words),
    settler: () => checkSettler(deps, words),
    calendar: () => checkCalendar(deps, words),
  };
  const names = Object.keys(checks) as PartName[];
  return Promise.all(names.map((name) => checkPart(name, language, clock, checks[name])));
}

/** What this process cannot do its work without. */
export async function readiness(deps: Deps, language: Language): Promise<PartView[]> {
  const { engine, clock } = deps;
  const words = texts[language].health;
  return Promise.all([
    checkPart("temporal", language, clock, () => checkServer(engine, words)),
    checkPart("postgres", language, clock, () => checkStore(deps, words)),
  ]);
}
