import type { CommandRequest } from "../../domain/contracts/cases.ts";
import type { Actor } from "../../domain/engine/case.ts";
import { actionsFor } from "../../domain/engine/actions.ts";
import type { CaseCommand, CommandBody } from "../../domain/engine/command.ts";
import { mayUse } from "../../domain/engine/may.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import type { CaseRow, UnderCeilings } from "../../store/index.ts";
import { chooseActor } from "./actor.ts";
import { checkConsulted } from "./check-consulted.ts";
import { checkLines } from "./check-lines.ts";
import { freezeConsolidated, freezeDraft, type Frozen } from "./freeze.ts";
import { underCeilings } from "./lines-under-ceilings.ts";
import type { Envelope, Order } from "./order.ts";

interface CaseCall {
  caller: Caller;
  request: CommandRequest;
  row: CaseRow & { knownSeq: number };
  language: Language;
}

/** A request on a case as an order: who acts, what is frozen with it, up to where SQL has the events. */
export function caseOrder(deps: Deps, call: CaseCall): Order {
  const { caller, request, row } = call;
  const { id, ...rest } = request;
  return {
    kind: "case",
    subjectId: row.id,
    commandId: id,
    verb: request.body.verb,
    caller,
    request: rest,
    input: row.input,
    closed: row.outcome !== null,
    endedAs: { code: "case-closed" },
    build: () => build(deps, call),
  };
}

async function build(deps: Deps, call: CaseCall): Promise<Envelope> {
  const { request, row } = call;
  const actor = await actorOf(deps, call);
  const { body, frozen } = await bodyOf(deps, call, actor);
  const { id, expected } = request;
  const command: CaseCommand = { id, actor, expected, body, knownSeq: row.knownSeq };
  const under = await placeOf(deps, call, command);
  return { command, ...(frozen && { content: { ...frozen, createdBy: actor.personId } }), ...(under && { under }) };
}

/** What the directory and the money say is asked only for those who may decide: the others get the engine's refusal. */
async function placeOf(deps: Deps, { row, language }: CaseCall, command: CaseCommand): Promise<UnderCeilings | null> {
  const { input, state } = row;
  const { body, actor } = command;
  if (mayUse({ input, state, verb: body.verb, actor, now: deps.clock() }) !== null) return null;
  await checkLines(deps, row, body, language);
  await checkConsulted(deps, body, language);
  return underCeilings(command, state);
}

async function actorOf(deps: Deps, { caller, request, row, language }: CaseCall): Promise<Actor> {
  const { input, state } = row;
  const { verb } = request.body;
  const now = deps.clock();
  const units = await deps.directory.units();
  const may = (actor: Actor): boolean => mayUse({ input, state, verb, actor, now }) === null;
  const actor = chooseActor({ caller, as: request.as, may, units, language });
  if (request.as || may(actor)) return actor;
  const closest = actionsFor(input, state, actorsOf(caller), now).find((action) => action.verb === verb);
  return closest?.actor ?? actor;
}

async function bodyOf(deps: Deps, call: CaseCall, actor: Actor): Promise<{ body: CommandBody; frozen?: Frozen }> {
  const { request, row } = call;
  const { body } = request;
  const { input, state } = row;
  if (body.verb !== "submit" && body.verb !== "freeze") return { body: plain(body) };
  const allowed = mayUse({ input, state, verb: body.verb, actor, now: deps.clock() }) === null;
  // Content is checked only for those who may submit it; the others get the engine's refusal, not a look at the draft.
  if (!allowed) return { body: contentless(body, request.id) };
  return body.verb === "submit" ? freezeDraft(deps, call, body) : freezeConsolidated(deps, call, body);
}

type Requested = CommandRequest["body"];
type Freezing = Extract<Requested, { verb: "submit" | "freeze" }>;

function plain(body: Exclude<Requested, Freezing>): CommandBody {
  return withoutUndefined(body.verb === "extend" ? { ...body, dueAt: Date.parse(body.dueAt) } : body) as CommandBody;
}

/** As it goes through JSON: what the sender left out is not there. */
const withoutUndefined = (value: object): unknown => JSON.parse(JSON.stringify(value));

const NO_CONTENT = "0".repeat(64);

function contentless(body: Freezing, id: string): CommandBody {
  const content = { id, hash: NO_CONTENT };
  return body.verb === "submit"
    ? { verb: "submit", content, drafters: [] }
    : { verb: "freeze", content, drafters: [], included: 0, owing: 0, missing: body.missing };
}
