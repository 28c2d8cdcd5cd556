import type { Role, StepKind } from "../engine/pipeline.ts";
import { kindLabels, partyLabels, roleLabels } from "./labels.ts";
import type { FindingWords } from "./words-vi.ts";

const role = (name: Role): string => roleLabels[name].en;
const kind = (name: StepKind): string => kindLabels[name].en;
const list = (items: readonly string[]): string => items.join(", ");

export const findingWordsEn: FindingWords = {
  "start-unknown": ({ target }) => `The table starts at “${target}”, which it does not have. Correct “start”.`,
  "start-without-author": ({ kind: is }) =>
    `A new case would rest at a “${kind(is)}” step before anybody has written its content. Start with drafting or gathering.`,
  "target-unknown": ({ target }) => `Leads to “${target}”, which the table does not have. Correct the target.`,
  unreachable: () => "No way leads here from the start. Connect the step or remove it.",
  "no-way-out": () => "From here no end can ever be reached. Add a way that leads to an end.",
  "never-completes": () => "Even if everyone agrees the case never ends. Correct the way taken on agreement.",
  "automatic-circle": ({ circle }) =>
    `The steps ${list(circle)} can pass the case round for ever without anybody acting. Break the circle or put a person into it.`,
  "return-not-earlier": ({ target }) =>
    `Returns to “${target}”, which does not come before. Choose a step already passed.`,
  "return-to-machine": ({ target, kind: is }) =>
    `Returns to “${target}” (${kind(is)}), where nobody can mend anything. Choose a step that a person takes.`,
  "asks-nobody": ({ target }) => `Asks “${target}” to clarify, where nobody sits. Choose another step.`,
  "asks-later-step": ({ target }) =>
    `Asks “${target}” to clarify, which the file has not passed. Choose an earlier step.`,
  "lapse-not-to-end": ({ target }) =>
    `When the campaign is over it leads to “${target}”; it must lead to an end with outcome “lapsed”.`,
  "withdraw-not-to-end": ({ target }) =>
    `Withdrawing leads to “${target}”; it must lead to an end with outcome “withdrawn”.`,
  "reject-completes": ({ target }) =>
    `A rejection leads to “${target}”, an end with outcome “completed”. Lead it to an end with outcome “rejected”.`,
  "holder-empty": () => "No role is named. Name at least one.",
  "role-never-acts": ({ role: who }) =>
    `An ${role(who)} never takes a step: who runs or audits the system does not approve. Choose another role.`,
  "role-unfit": ({ role: who, kind: is, allowed }) =>
    `A ${role(who)} cannot take a “${kind(is)}” step. Roles that can: ${list(allowed.map(role))}.`,
  "quorum-unreachable": ({ quorum, persons }) =>
    persons === null
      ? `A quorum of ${quorum} makes no sense; it is at least 1.`
      : `${quorum} persons must approve, but these roles have at most ${persons}. Lower the quorum or add a role.`,
  "four-eyes-impossible": ({ author, quorum, persons }) =>
    `The author at “${author}” holds the approving post; without them ${persons} are left, ${quorum} needed. Add another approving role.`,
  "four-eyes-same-post": ({ author, role: who }) =>
    `This step and the drafting step “${author}” are both the ${role(who)}’s: it works only where a second person holds the post.`,
  "term-empty": ({ days }) => `A term of ${days} working days cannot be used. Give a positive number.`,
  "reminder-outside-term": ({ days, span }) =>
    `Reminds ${days} days before the due date, but the term is at most ${span} days long: it would never be sent.`,
  "reminder-twice": ({ days }) => `The reminder ${days} days before is listed twice. Remove one.`,
  "escalation-too-soon": ({ days }) =>
    `Tells the next level after ${days} days: it must be at least 1 working day past due.`,
  "escalation-twice": ({ days }) => `The escalation after ${days} days is listed twice. Remove one.`,
  "escalation-to-nobody": () => "Only a step of opinions asks units that could be told. Name somebody above this step.",
  "escalation-to-holder": () => "When overdue, the very holders of the step are told. Tell somebody above them.",
  "term-shorter-than-parts": ({ term, parts, way }) =>
    `The steps ${list(way)} need ${parts} working days, but the case has only ${term}. Shorten the steps.`,
  "branch-arm-dead": ({ target }) => `The arm to “${target}” is never taken: an earlier arm catches all its cases.`,
  "nobody-asked": () => "Opinions are asked of nobody. Add a unit or remove the step.",
  "maybe-nobody-asked": () =>
    "Every unit is asked on a condition: it may be that none is asked, and the step is passed over.",
  "asked-twice": ({ party }) => `${partyLabels[party].en} is asked twice. Remove one.`,
  "lines-without-ceiling": () => "A decision per line must say what happens above the ceiling.",
  "higher-without-way": () => "Above the ceiling a higher signature is wanted, but no way leads to it (on.higher).",
  "higher-never-taken": () =>
    "There is a way to a higher signature that the ceiling rule never takes. Remove on.higher or change the rule.",
  "referral-to-nobody": () =>
    "Resolutions are recorded, but no body is named that lines are referred to. State “refers”.",
  "lines-without-content": () => "Before this step nobody has put together the lines to decide on.",
  "mark-unfit": ({ mark, role: who }) =>
    `A ${role(who)} may not sign “${mark === "own" ? "without a mark" : mark}” (Decree 30/2020, art. 13).`,
  "mark-of-nobody": ({ role: who }) => `States how a ${role(who)} signs, who does not sign here.`,
  "mark-missing": ({ role: who }) => `The ${role(who)} signs here, but the form of the signature is not stated.`,
  "concerns-unknown": ({ section }) => `The signature concerns section “${section}”, which the content does not have.`,
  "fact-too-early": ({ field }) => `Depends on “${field}” of the content before any content has been written.`,
  "task-unknown": ({ task, known }) =>
    `The system does not know the task “${task}”. It knows: ${list(known) || "none"}.`,
  "minimum-impossible": ({ percent }) => `A minimum of ${percent}% is impossible. Give 0 to 100.`,
  "section-twice": ({ section }) => `Section “${section}” is listed twice. Remove one.`,
  "name-missing": ({ language }) => `The ${language === "vi" ? "Vietnamese" : "English"} name is missing.`,
  "name-not-nfc": ({ language }) =>
    `The ${language === "vi" ? "Vietnamese" : "English"} name is not in NFC. Type it with precomposed Unicode.`,
  "name-shared": ({ other }) => `Has the same name as “${other}”. Readers cannot tell the two apart.`,
  "milestone-nobody-tells": ({ milestone }) => `Waits for the milestone “${milestone}”, which no pipeline tells.`,
  "milestone-nobody-hears": ({ milestone }) => `Tells the milestone “${milestone}”, for which nobody waits.`,
  "party-not-seated": ({ party }) => `No unit sits as ${partyLabels[party].en}: nobody could take this step.`,
  "nobody-holds-post": ({ unit, roles }) =>
    `${unit}: nobody is ${list(roles.map(role))}. Appoint somebody or correct the directory before a case gets here.`,
  "quorum-above-holders": ({ unit, roles, quorum, holders }) =>
    `${unit}: ${quorum} persons are needed (${list(roles.map(role))}), there are only ${holders}. Add people or lower the quorum.`,
  "nobody-to-escalate-to": ({ unit, roles }) =>
    `${unit}: nobody is ${list(roles.map(role))}, so nobody would hear that this step is overdue.`,
  "only-holder-is-author": ({ unit, roles, author }) =>
    `${unit}: the only ${list(roles.map(role))} is also the author at “${author}”. A second person is needed.`,
};
