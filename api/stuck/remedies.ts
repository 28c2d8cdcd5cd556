import type { StuckRow } from "../../domain/contracts/operations.ts";
import { assignablePosts } from "../../domain/engine/assigning.ts";
import { mayUse } from "../../domain/engine/may.ts";
import type { PostRef } from "../../domain/engine/case.ts";
import type { CaseRow, PersonInPost } from "../../store/index.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import type { Language } from "../http/language.ts";
import { rejectionText } from "../http/rejection-problem.ts";
import { texts } from "../texts/index.ts";
import { namesOfCase, postView, type Units } from "../views/names.ts";
import type { StuckCause } from "../views/stuck-cause.ts";

const machine: readonly StuckCause[] = [
  "activity-failing",
  "workflow-task-failing",
  "command-not-settled",
  "workflow-missing",
  "not-recorded",
];

interface RemedyContext {
  caller: Caller;
  row: CaseRow;
  cause: StuckCause;
  now: number;
  units: Units;
  language: Language;
}

type Remedy = StuckRow["remedies"][number];

function commandRemedy(verb: "remind" | "reassign", context: RemedyContext): Remedy {
  const { caller, row, now, units, language } = context;
  const { input, state } = row;
  const refusals = actorsOf(caller).map((actor) => mayUse({ input, state, verb, actor, now }));
  if (refusals.includes(null)) return { verb, enabled: true, reason: null };
  const [refusal] = refusals;
  if (!caller.grants.includes("administer") || !refusal) {
    return { verb, enabled: false, reason: texts[language].remedies.notAdministrator };
  }
  return { verb, enabled: false, reason: rejectionText(refusal, namesOfCase(input, units)(language), language).detail };
}

/** Where only the system can go on. */
export const machineRemedies = (language: Language): Remedy[] => [
  { verb: "wait", enabled: true, reason: texts[language].remedies.waitForMachine },
];

/** Reminding and reassigning are ordinary commands on the case; none of them decides anything. */
export function remediesOf(context: RemedyContext): Remedy[] {
  const words = texts[context.language].remedies;
  const waits = machine.includes(context.cause);
  return [
    commandRemedy("remind", context),
    commandRemedy("reassign", context),
    { verb: "wait", enabled: waits, reason: waits ? words.waitForMachine : words.personDecides },
  ];
}

/** Posts to which the step may be given. */
export const candidatePosts = ({ input, state }: CaseRow): PostRef[] => assignablePosts(input, state);

export function candidatesOf(posts: readonly PostRef[], people: readonly PersonInPost[], units: Units) {
  const inPost = (post: PostRef) =>
    people
      .filter((person) => person.unit === post.unit && person.role === post.role)
      .map(({ personId, name }) => ({ personId, name }));
  return posts
    .map((post) => ({ ...postView(units, post), people: inPost(post) }))
    .filter((candidate) => candidate.people.length > 0);
}
