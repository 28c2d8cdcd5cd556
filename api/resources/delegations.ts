import {
  choicesFor,
  unitsRecordedBy,
  unitsToChooseFrom,
  type Answer,
  type Seated,
} from "../../domain/delegation/index.ts";
import type { PostRef } from "../../domain/engine/case.ts";
import {
  actsUnder,
  answerDelegation,
  delegationChain,
  getDelegation,
  listDelegations,
  makeDelegation,
  peopleIn,
  personById,
  type DelegationResult,
  type DelegationRow,
  type PersonInPost,
} from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { RejectionError } from "../http/rejection-problem.ts";
import { actView, delegationEventView, delegationView, pipelineNames, seatedView } from "../views/delegation.ts";
import { namesOfUnits } from "../views/names.ts";

type Names =
  | "listDelegations"
  | "listDelegationChoices"
  | "getDelegation"
  | "makeDelegation"
  | "acceptDelegation"
  | "declineDelegation"
  | "endDelegation"
  | "listDelegationEvents"
  | "listDelegatedActs";

const overseer = ({ grants }: Caller): boolean => grants.includes("administer") || grants.includes("audit");

/** Whose delegations one sees: one's own and those of units whose papers one keeps; administrators and auditors, all. */
const sightOf = ({ seats }: Deps, caller: Caller) =>
  overseer(caller) ? null : { personId: caller.personId, units: unitsRecordedBy(caller.posts, seats) };

function sees(deps: Deps, caller: Caller, { fromPersonId, toPersonId, fromUnit }: DelegationRow): boolean {
  const sight = sightOf(deps, caller);
  return sight === null || [fromPersonId, toPersonId].includes(sight.personId) || sight.units.includes(fromUnit);
}

async function visible(deps: Deps, caller: Caller, id: string): Promise<DelegationRow> {
  const row = await getDelegation(deps.db.pool, id);
  if (!row || !sees(deps, caller, row)) throw new ProblemError("not-found", { what: "delegation" });
  return row;
}

const context = async ({ directory }: Deps, caller: Caller) => ({
  caller,
  units: await directory.units(),
  tables: await directory.tables(),
});

/** The post in which it is done, for the record: one in that unit where there is one. */
function seatedAs({ personId, name, posts }: Caller, unit: string): Seated {
  const post = posts.find((one) => one.unit === unit) ?? posts[0];
  if (!post) throw new ProblemError("not-allowed", { needs: "work" });
  return { personId, name, post };
}

async function answered(deps: Deps, caller: Caller, result: DelegationResult | null) {
  if (result === null) throw new ProblemError("not-found", { what: "delegation" });
  if (result.kind === "payload-differs") throw new ProblemError("command-id-reused", {});
  if (result.kind === "refused") {
    throw new RejectionError(result.rejection, namesOfUnits(await deps.directory.units()));
  }
  return delegationView(deps, result.row, await context(deps, caller));
}

async function named(deps: Deps, { personId, post }: { personId: string; post: PostRef }): Promise<Seated> {
  const person = await personById(deps.db, personId);
  if (!person) throw new ProblemError("not-found", { what: "person" });
  return { personId, name: person.name, post };
}

const seatedOf = ({ personId, name, unit, role }: PersonInPost): Seated => ({ personId, name, post: { unit, role } });

export const delegationHandlers = (deps: Deps): Pick<Handlers, Names> => {
  const answer = async (caller: Caller, id: string, given: Answer, reason: string) => {
    const { fromUnit, toUnit } = await visible(deps, caller, id);
    const by = seatedAs(caller, given === "ended" ? fromUnit : toUnit);
    const acting = { by, posts: caller.posts, now: deps.clock() };
    return answered(deps, caller, await answerDelegation(deps.db, { ...acting, id, answer: given, reason }));
  };
  return {
    listDelegations: async ({ caller, query }) => {
      const filter = { seenBy: sightOf(deps, caller), open: query.open === "1", now: deps.clock() };
      const [page, about] = await Promise.all([
        listDelegations(deps.db, { ...filter, ...pageOf(query) }),
        context(deps, caller),
      ]);
      return { items: page.items.map((row) => delegationView(deps, row, about)), next: page.next };
    },

    listDelegationChoices: async ({ caller }) => {
      const [people, { units, tables }] = await Promise.all([
        peopleIn(deps.db, unitsToChooseFrom(caller, deps.seats), deps.clock()),
        context(deps, caller),
      ]);
      const givers = choicesFor(caller, people.map(seatedOf), deps.seats);
      return {
        givers: givers.map(({ giver, delegates }) => ({
          ...seatedView(units, giver),
          delegates: delegates.map((delegate) => seatedView(units, delegate)),
        })),
        pipelines: [...pipelineNames(tables)].map(([id, name]) => ({ id, name })),
      };
    },

    getDelegation: async ({ caller, params }) =>
      delegationView(deps, await visible(deps, caller, params.delegationId), await context(deps, caller)),

    makeDelegation: async ({ caller, body }) => {
      const terms = { ...body, from: await named(deps, body.from), to: await named(deps, body.to) };
      const acting = { by: seatedAs(caller, body.from.post.unit), posts: caller.posts, now: deps.clock() };
      return answered(deps, caller, await makeDelegation(deps.db, { ...acting, terms }));
    },

    acceptDelegation: ({ caller, params }) => answer(caller, params.delegationId, "accepted", ""),
    declineDelegation: ({ caller, params, body }) => answer(caller, params.delegationId, "declined", body.reason),
    endDelegation: ({ caller, params, body }) => answer(caller, params.delegationId, "ended", body.reason),

    listDelegationEvents: async ({ caller, params }) => {
      const { id } = await visible(deps, caller, params.delegationId);
      return (await delegationChain(deps.db, id)).map(delegationEventView);
    },

    listDelegatedActs: async ({ caller, params, query }) => {
      const { id } = await visible(deps, caller, params.delegationId);
      const [page, tables] = await Promise.all([actsUnder(deps.db, id, pageOf(query)), deps.directory.tables()]);
      return { items: page.items.map((row) => actView(row, tables)), next: page.next };
    },
  };
};
