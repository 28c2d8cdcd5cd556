import type { CommandRequest } from "../../domain/contracts/cases.ts";
import type { Actor } from "../../domain/engine/case.ts";
import { actionsFor } from "../../domain/engine/actions.ts";
import type { CaseCommand, CommandBody } from "../../domain/engine/command.ts";
import { checkFresh } from "../../domain/engine/decide.ts";
import { mayUse } from "../../domain/engine/may.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import type { CaseRow } from "../../store/index.ts";
import { chooseActor } from "./actor.ts";
import { checkAssignee } from "./check-assignee.ts";
import { checkConsulted } from "./check-consulted.ts";
import { checkLines } from "./check-lines.ts";
import { freezeConsolidated, freezeDraft, type Frozen } from "./freeze.ts";
import type { Envelope, Order } from "./order.ts";
import { stakeOf, withNothingToWeigh } from "./stake-of.ts";

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

/**
 * What the projection refuses is refused here and not sent, also where the projection lags behind the engine: the checks
 * that only the server can make (content, ceilings, amounts per line, who holds a post) were made on what it shows.
 */
async function build(deps: Deps, call: CaseCall): Promise<Envelope> {
  const { request, row } = call;
  const { input, state } = row;
  const { id, expected, body: requested } = request;
  const actor = await actorOf(deps, call);
  const given = { id, actor, expected, knownSeq: row.knownSeq };
  const refused =
    checkFresh(state, expected) ?? mayUse({ input, state, verb: requested.verb, actor, now: deps.clock() });
  if (refused) return { command: { ...given, body: withoutUndefined(requested) }, refused };
  const { body, frozen } = await bodyOf(deps, call);
  const command: CaseCommand = { ...given, body };
  await checkAssignee(deps, call, body);
  await checkConsulted(deps, body, call.language);
  checkLines(row, body, call.language);
  const staked = stakeOf(input, state, command);
  const sent = staked ? command : { ...command, body: withNothingToWeigh(body) };
  return {
    command: sent,
    ...(frozen && { content: { ...frozen, createdBy: actor.personId } }),
    ...(staked && { staked }),
  };
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

async function bodyOf(deps: Deps, call: CaseCall): Promise<{ body: CommandBody; frozen?: Frozen }> {
  const { body } = call.request;
  if (body.verb === "submit") return freezeDraft(deps, call, body);
  return body.verb === "freeze" ? freezeConsolidated(deps, call, body) : { body: plain(body) };
}

type Requested = CommandRequest["body"];
type Freezing = Extract<Requested, { verb: "submit" | "freeze" }>;

function plain(body: Exclude<Requested, Freezing>): CommandBody {
  return withoutUndefined(body.verb === "extend" ? { ...body, dueAt: Date.parse(body.dueAt) } : body) as CommandBody;
}

/** As it goes through JSON: what the sender left out is not there. */
const withoutUndefined = (value: object): unknown => JSON.parse(JSON.stringify(value));
