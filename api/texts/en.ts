import { calendarEditEn, calendarHealthEn } from "./calendar.ts";
import { obstacleText } from "../../domain/migrate/index.ts";
import { formatDate } from "../../domain/calendar/local-time.ts";
import { windowName } from "../../domain/funding/windows.ts";
import { lowerFirst } from "../../domain/text/text.ts";
import type { Texts } from "./types.ts";
import { delegationEn, delegationNoticesEn } from "./delegation-en.ts";
import { enEngine } from "./en-engine.ts";
import { enMoney, enMoneyProblems } from "./en-money.ts";

const kinds: Record<string, string> = { string: "text", number: "a number", array: "a list", object: "an object" };
const measured = (kind: string): string => (kind === "string" ? "characters" : kind === "array" ? "items" : "");

const campaignVerbs: Texts["campaignVerbs"] = {
  "start-consolidation": "Start the consolidation",
  exclude: "Take an agency out of the cycle",
  include: "Take an agency back into the cycle",
};
const campaignStatuses: Texts["campaignStatuses"] = {
  open: "Open",
  closed: "Past the due date",
  consolidating: "Being consolidated",
  "with-ubnd": "With UBND",
  decided: "Decided",
  published: "Published",
  archived: "Archived",
};

const memberStandings: Texts["memberStandings"] = {
  open: "its report is inside the agency, there is nothing to take back",
  sent: "its report has been sent, there is nothing to take back",
  returned: "its report has been returned, there is nothing to take back",
  accepted: "its report has been accepted, there is nothing to take back",
  consolidated: "its report has been consolidated and is closed",
  excluded: "it has been taken out of the cycle before",
};

export const en: Texts = {
  problems: {
    "malformed-json": () => ({
      title: "The data sent is not valid JSON",
      detail: "The request body could not be read. Nothing was changed.",
      remedy: "Check brackets, commas and quotes, then send it again.",
    }),
    "invalid-input": ({ fields }) => ({
      title: "Some fields are not right",
      detail: `Please look at: ${fields.join(", ")}. Nothing was changed.`,
      remedy: "Correct the fields in the list of errors and send again.",
    }),
    "too-large": ({ limitKb }) => ({
      title: "Too much content",
      detail: `One request may not exceed ${limitKb} kB. Nothing was changed.`,
      remedy: "Shorten the text or attach long documents as files.",
    }),
    "wrong-content-type": ({ given }) => ({
      title: "Unsupported content type",
      detail: `The server accepts application/json only; this request says ${given || "nothing"}.`,
      remedy: "Send it again with Content-Type: application/json.",
    }),
    "unknown-route": ({ method, path }) => ({
      title: "No such address",
      detail: `${method} ${path} is not part of this interface.`,
      remedy: "See the list of addresses at /openapi.json.",
    }),
    "not-found": () => ({
      title: "Not found",
      detail: "The record does not exist or is outside what you may see.",
      remedy: "Check the link, or search in the list of cases.",
    }),
    "own-account": () => ({
      title: "Not your own account",
      detail: "An administrator does not open or end their own account.",
      remedy: "Ask another administrator to do it.",
    }),
    "account-exists": ({ name }) => ({
      title: "There is an account",
      detail: `${name} can sign in already.`,
      remedy: "If the password is forgotten, end the account and open it anew for a new password.",
    }),
    "account-missing": ({ name }) => ({
      title: "There is no account",
      detail: `${name} has no account to end.`,
      remedy: "Load the list of people again.",
    }),
    "sign-in-needed": () => ({
      title: "Please sign in",
      detail: "There is no session, or it has ended.",
      remedy: "Sign in and try again. Saved drafts are safe.",
    }),
    "invalid-credentials": () => ({
      title: "E-mail or password is wrong",
      detail: "Signing in did not work with what was entered.",
      remedy: "Check both fields and try again.",
    }),
    "too-many-attempts": ({ seconds }) => ({
      title: "Too many attempts",
      detail: "Signing in is paused to protect the account.",
      remedy: `Try again in ${seconds} seconds.`,
    }),
    "foreign-origin": ({ origin }) => ({
      title: "The request comes from another site",
      detail: `${origin ? `The site ${origin}` : "A page that does not say where it comes from"} may not send requests to this system.`,
      remedy: "Open the system at its official address and try again.",
    }),
    "no-account": ({ email }) => ({
      title: "The account belongs to nobody in the directory",
      detail: `${email} can sign in but is not in the directory.`,
      remedy: "Ask the administrator to link the account to your post.",
    }),
    "not-allowed": () => ({
      title: "Not within the rights of your posts",
      detail: "None of your posts may use this function.",
      remedy: "If this seems wrong, ask the administrator to check your posts.",
    }),
    "post-not-yours": ({ post }) => ({
      title: "You cannot act in this post",
      detail: `You do not hold the post ${post}.`,
      remedy: "Choose one of your own posts.",
    }),
    "delegation-not-current": () => ({
      title: "The delegation is over",
      detail: "It has run out, was ended, or one of the two has left their post.",
      remedy: "Reload the case; where it is still needed, ask for a new delegation.",
    }),
    "choose-post": ({ posts }) => ({
      title: "Choose a post",
      detail: `Several of your posts can do this: ${posts.join("; ")}.`,
      remedy: "Choose the post and try again.",
    }),
    "draft-changed": ({ by, at }) => ({
      title: "The draft has changed",
      detail: `${by} saved a newer version at ${at}. Yours has not overwritten it.`,
      remedy: "Load the newest version, compare and save again.",
    }),
    "desk-changed": ({ units }) => ({
      title: "The reports have changed since you looked",
      detail: `What would be frozen is not what is on your screen: ${units} agencies are in it now. Nothing was frozen.`,
      remedy: "Reload the desk, look at the new figures, then freeze.",
    }),
    "draft-not-editable": ({ reason }) => ({
      title: "The draft cannot be edited now",
      detail: reason,
      remedy: "Wait until the case is back in drafting, or ask the present step to return it.",
    }),
    "content-incomplete": ({ count }) => ({
      title: "The content is not complete",
      detail: `${count} points need to be added or corrected. The case was not submitted.`,
      remedy: "Open each item of the list of errors, complete it and submit again.",
    }),
    "command-id-reused": () => ({
      title: "The command id was used for something else",
      detail: "This id belongs to a command with other content. The new command was not carried out.",
      remedy: "Make a new id for a new command.",
    }),
    "not-carried-out": () => ({
      title: "The command was not carried out",
      detail: "The command did not reach the engine in time; the case is unchanged.",
      remedy: "Open the case again and send it as a new command.",
    }),
    "calendar-moved-on": () => ({
      title: "Somebody else has just changed the calendar",
      detail: "This edit was made on the calendar as it was before. Nothing was saved.",
      remedy: "Open the calendar again, look at the new change, then enter yours.",
    }),
    "calendar-invalid": ({ problems }) => ({
      title: "The edit of the calendar is not right yet",
      detail: `${problems.join(" ")} Nothing was saved.`,
      remedy: "Correct the lines named above and look at the preview again.",
    }),
    "calendar-year-missing": ({ year }) => ({
      title: `The ${year} cycle cannot be opened yet`,
      detail: `There is no table of working days for ${year} (holidays, swapped days), so no due date can be computed.`,
      remedy: `Enter the working calendar of ${year} first, then open the cycle again.`,
    }),
    "pipeline-not-valid": ({ count }) => ({
      title: "The table cannot be published",
      detail: `${count} ${count === 1 ? "fault was" : "faults were"} found. Nothing was published.`,
      remedy: "Correct each place in the list of errors and publish again.",
    }),
    "pipeline-moved-on": ({ pipeline, latest, by, at }) => ({
      title: latest === 0 ? "There is no such pipeline yet" : "Another version was published meanwhile",
      detail:
        latest === 0
          ? `No version of ${pipeline} has been published; your change names one it was made on. Nothing was published.`
          : `${by ?? "The program"} published version ${latest} of ${pipeline} at ${at ?? ""}; your change was made on another one. Nothing was published.`,
      remedy:
        latest === 0
          ? "Publish the table as a new pipeline."
          : `Look at what version ${latest} changed, carry your change over to it and publish again.`,
    }),
    "pipeline-unchanged": ({ pipeline }) => ({
      title: "Nothing has changed",
      detail: `The table is the same as the latest version of ${pipeline}. No new version was made.`,
      remedy: "Change the table, or leave the latest version in force.",
    }),
    "money-refused": ({ reason }) => ({
      title: "The amount cannot be recorded",
      detail: reason,
      remedy: "Open the line again to see its latest figures, then record it anew.",
    }),
    ...enMoneyProblems,
    "setting-value": () => ({
      title: "Not a value of this setting",
      detail: "The value does not have the type of this setting. Nothing has changed.",
      remedy: "Give amounts in đồng and dates with day and month, then save again.",
    }),
    "setting-in-force": ({ today }) => ({
      title: "What was in force is not edited",
      detail: `A new value holds from ${formatDate(today)} at the earliest: earlier papers are judged by the value of their day.`,
      remedy: "Choose a day from today on.",
    }),
    "unit-not-consultable": ({ unit, why }) => ({
      title: "This unit cannot be asked",
      detail: {
        unknown: `There is no unit ${unit} in the directory.`,
        "not-in-effect": `${unit} does not exist yet or any more.`,
        "nobody-there": `Nobody at ${unit} holds a post that is asked, so nobody could answer.`,
      }[why],
      remedy: "Choose another unit, or the one that took over its tasks.",
    }),
    "migration-over": () => ({
      title: "This migration does not wait for a confirmation",
      detail: "It was confirmed, it was declined, or it needs none.",
      remedy: "Reload the page to see what became of it.",
    }),
    "migration-own": () => ({
      title: "A second administrator is needed",
      detail: "This migration gives some posts the right to act on cases; whoever proposed it cannot confirm it.",
      remedy: "Ask another administrator to look at the preview and confirm.",
    }),
    "case-not-yours-to-start": ({ pipeline }) => ({
      title: "This case cannot be opened",
      detail: `None of your posts drafts in ${pipeline}, or cases of it are opened by a cycle.`,
      remedy: "Choose one of the pipelines you are offered, or ask the drafter of the unit.",
    }),
    "store-unavailable": () => ({
      title: "The database is out of reach",
      detail: "The request was not taken; nothing was changed.",
      remedy: "Try again in a few minutes. Administrators: see System health.",
    }),
    "engine-unavailable": () => ({
      title: "The engine is out of reach",
      detail: "The request was not carried out; nothing was changed.",
      remedy: "Try again in a few minutes. Administrators: see System health.",
    }),
    "nobody-in-post": ({ post, person }) => ({
      title: "There is nobody to take the work",
      detail: person ? `The person chosen does not hold the post ${post} now.` : `Nobody holds the post ${post} now.`,
      remedy: "Choose somebody else of the list, or bring the directory up to date first.",
    }),
    defect: ({ incident }) => ({
      title: "A fault of the system",
      detail: `The request was not completed because of a fault that was recorded as ${incident}.`,
      remedy: "Try again; if it stays, give this code to the administrator.",
    }),
  },
  rejections: {
    ...enEngine,
    ...enMoney,
    ...delegationEn,
    "case-closed": () => ({
      title: "The case has ended",
      detail: "The case is closed and takes no further action.",
      remedy: "See the outcome under Progress on the case page.",
    }),
    "case-put-aside": ({ reason }) => ({
      title: "The agency has been taken out of the cycle",
      detail: `The case rests where it is. Reason: ${reason}`,
      remedy: "If that is wrong, ask the department to take the agency back; the case goes on from where it rests.",
    }),
    stale: ({ last, step }, names) => ({
      title: "The case has changed since you opened it",
      detail: last
        ? `${last.by ?? "The system"} acted at ${names.time(last.at)}; the case is now at ${names.step(step)}.`
        : `The case is at ${names.step(step)}, which differs from what you had on screen.`,
      remedy: "Reload the case, look at the change and decide.",
    }),
    "verb-not-available": ({ verb, step, available }, names) => ({
      title: `“${names.verb(verb)}” is not possible at this step`,
      detail: `The step ${names.step(step)} takes ${available.length > 0 ? `only: ${available.map(names.verb).join(", ")}` : "no action"}.`,
      remedy: "Choose an action of the present step.",
    }),
    "not-your-step": ({ step, needs, unit }, names) => ({
      title: "It is not your turn",
      detail: `The step ${names.step(step)} belongs to ${names.holder(needs, unit)}.`,
      remedy: "Wait until this step is done, or remind whoever holds the case.",
    }),
    "own-case": () => ({
      title: "Nobody decides on their own case",
      detail: "You wrote or submitted this content, so you may not decide on it.",
      remedy: "Another holder of the post must decide; if there is none, an administrator reassigns it.",
    }),
    "already-decided": ({ at }, names) => ({
      title: "You have decided at this step already",
      detail: at === null ? "Each person decides once." : `The decision was recorded at ${names.time(at)}.`,
      remedy: "Nothing more to do.",
    }),
    "delegation-over": ({ until }, names) => ({
      title: "The delegation has ended",
      detail: `The delegation was valid until ${names.time(until)}.`,
      remedy: "Ask for an extension, or let the delegating person decide.",
    }),
    "reason-required": () => ({
      title: "A reason is needed",
      detail: "This action needs a reason in words.",
      remedy: "Enter the reason and try again.",
    }),
    "target-not-allowed": ({ to, allowed }, names) => ({
      title: "It cannot be returned to this step",
      detail: `${names.step(to)} is not allowed; allowed: ${allowed.map(names.step).join(", ") || "none"}.`,
      remedy: "Choose a step of the list.",
    }),
    "minimum-not-reached": ({ included, needed }) => ({
      title: "Not enough reports to freeze",
      detail: `${included} reports are accepted, at least ${needed} are needed.`,
      remedy: "Remind the missing agencies, or exclude one with a reason.",
    }),
    "missing-unexplained": ({ unit }, names) => ({
      title: "A missing agency has no reason",
      detail: `${names.unit(unit)} has no report and no explanation.`,
      remedy: "Give a reason for each missing agency and freeze again.",
    }),
    "assignee-not-allowed": ({ to, allowed = [] }, names) => ({
      title: "It cannot be reassigned to this post",
      detail: `${names.post(to)} may not take the present step.`,
      remedy:
        allowed.length > 0
          ? `Choose one of these posts: ${allowed.map(names.post).join("; ")}.`
          : "Choose a post of the proposed list.",
    }),
    "migration-not-possible": ({ obstacles }) => ({
      title: "The case cannot be moved to that version",
      detail: obstacles.map((one) => obstacleText(one, "en")).join(" "),
      remedy: "Preview the cases again, change the order or the table, and try again.",
    }),
    "calendar-missing": ({ year }) => ({
      title: `No working calendar for ${year}`,
      detail: "The deadline cannot be computed: days off and swap days of that year have not been entered.",
      remedy: "Ask the administrator to enter the calendar of the year, then try again.",
    }),
    "not-your-campaign": ({ needs }, names) => ({
      title: "You do not run this cycle",
      detail: `The cycle is run by ${names.unit(needs.unit)}.`,
      remedy: "Talk to the agency that runs the cycle.",
    }),
    "verb-not-available-now": ({ verb, status }) => ({
      title: `“${campaignVerbs[verb]}” is not possible now`,
      detail: `The cycle is: ${lowerFirst(campaignStatuses[status])}.`,
      remedy: "See the state of the cycle and the consolidation desk.",
    }),
    "round-not-open": ({ status }) => ({
      title: "This round takes no requests now",
      detail: `The round is: ${lowerFirst(campaignStatuses[status])}.`,
      remedy: "Choose a round that is open, or ask the department to open one.",
    }),
    "round-over": ({ closesOn, today }) => ({
      title: "The last day has passed",
      detail: `The last day for requests is ${formatDate(closesOn)}, before today (${formatDate(today)}). No round was opened.`,
      remedy: "Choose today or a later day.",
    }),
    "round-year": ({ window, from, to }) => ({
      title: "The budget year does not fit the window",
      detail: `${windowName(window, "en")}: the budget year must be ${from === to ? from : `${from}–${to}`}, counted from the last day for requests.`,
      remedy: "Change the budget year, the window or the last day.",
    }),
    "choose-unit": ({ units }, names) => ({
      title: "Choose the unit",
      detail: `You draft for several units: ${units.map(names.unit).join("; ")}.`,
      remedy: "Choose the unit the request is for and try again.",
    }),
    "not-a-drafter": () => ({
      title: "You cannot begin a request for this unit",
      detail: "Only a specialist of the unit begins its requests.",
      remedy: "Choose your own unit, or ask its specialist to begin the request.",
    }),
    "not-a-member": ({ unit }, names) => ({
      title: "The unit is not part of this cycle",
      detail: `${names.unit(unit)} owes no report in this cycle.`,
      remedy: "Choose a unit of the cycle's list.",
    }),
    "member-stands-so": ({ unit, status }, names) => ({
      title: "Not possible for this agency",
      detail: `${names.unit(unit)}: ${memberStandings[status]}.`,
      remedy: "Reload the page to see where the agency stands in the cycle now.",
    }),
  },
  calendarEdit: calendarEditEn,
  issues: {
    missing: "This field is missing.",
    wrongType: (expected) => `Must be ${kinds[expected] ?? expected}.`,
    tooBig: (kind, limit) => `At most ${limit} ${measured(kind)}`.trim() + ".",
    tooSmall: (kind, limit) =>
      kind === "string" && limit === 1 ? "Must not be empty." : `At least ${limit} ${measured(kind)}`.trim() + ".",
    wrongFormat: "Not in the right form.",
    notOneOf: (values) => (values.length > 0 ? `Must be one of: ${values.join(", ")}.` : "Not a valid value."),
    unstorable: "Cannot be stored (a NUL, half a character, or nested too deeply).",
    unknownField: "This field is not part of the form.",
    invalid: "Not a valid value.",
  },
  roles: {
    specialist: "Specialist",
    "division-head": "Head of division",
    accountant: "Accountant",
    head: "Head of agency",
    "deputy-head": "Deputy head",
    "records-clerk": "Records clerk",
    chair: "Chair",
    "vice-chair": "Vice-chair",
    admin: "Administrator",
    auditor: "Auditor",
  },
  health: {
    ...calendarHealthEn,
    up: "Works as it should.",
    noAnswer: (error) => `No answer: ${error}`,
    namespaceMissing: (namespace) => `Answers, but has no namespace ${namespace}.`,
    pollers: (workflow, activity, backlog) =>
      `Pollers: ${workflow} for workflow tasks, ${activity} for activities; tasks waiting: ${backlog}.`,
    noPollers: "No worker takes tasks: cases will not move.",
    workerBehind: (seconds) => `A task has waited for ${seconds} seconds: the worker is gone or overloaded.`,
    workerUp: (seconds) => `Last asked for work ${seconds} seconds ago.`,
    scheduleUp: (next) => (next ? `Opens the next cycle at ${next}.` : "Active, without a next opening."),
    scheduleMissing: "The yearly schedule that opens the cycle does not exist.",
    schedulePaused: (note) => `The yearly schedule is paused${note ? `: ${note}` : "."}`,
    settlerIdle: "Every command has its outcome.",
    settlerOff: "Turned off in this process.",
    settlerBacklog: (count, seconds) => `${count} commands without outcome, the oldest for ${seconds} seconds.`,
    store: (connections) => `Works as it should (${connections}).`,
  },
  causes: {
    overdue: "Past due without action",
    "nobody-holds-post": "Nobody holds the post",
    "only-holder-is-author": "The only holder is the author",
    "cycle-is-past": "Waits for a cycle that is over",
    "activity-failing": "Work of the system keeps failing",
    "workflow-task-failing": "The workflow fails when it runs",
    "command-not-settled": "A command has no outcome yet",
    "workflow-missing": "Open in the database, but no workflow runs",
    "not-recorded": "A workflow runs, but the records say otherwise",
  },
  subjects: {
    campaign: (id, year) => (year === null ? `Cycle ${id}` : `Cycle of ${year} (${id})`),
    case: (id) => `Case ${id}`,
    opener: (id) => `Opening of a cycle (${id})`,
  },
  campaignVerbs,
  campaignStatuses,
  memberStandings,
  notices: {
    ...delegationNoticesEn,
    "migration-proposed": ({ by, title }) =>
      `${by} proposes to move cases to a new version of ${title}; another administrator must confirm`,
    "your-turn": ({ title, due }) => `Waiting for you: ${title}${due ? `, due ${due}` : ""}`,
    returned: ({ title, by }) => `${by} returned: ${title}`,
    reminder: ({ title, due }) => `Reminder: ${title}${due ? `, due ${due}` : ""}`,
    overdue: ({ title, due }) => `Overdue${due ? ` since ${due}` : ""}: ${title}`,
    escalated: ({ title }) => `Told to the next level because overdue: ${title}`,
    reassigned: ({ title, by }) => `${by} reassigned: ${title}`,
    "clarification-asked": ({ title, by, reason }) => `${by} asks to clarify: ${title}${reason ? ` – ${reason}` : ""}`,
    clarified: ({ title, by }) => `${by} has clarified: ${title}`,
    "clarification-withdrawn": ({ title, by }) => `${by} took their question back: ${title}`,
    "skip-proposed": ({ title, by }) => `${by} proposes to skip a step; another administrator must confirm: ${title}`,
    withdrawn: ({ title, by }) => `${by} has taken back: ${title}`,
    retracted: ({ title, by }) => `${by} has taken the request back: ${title}`,
    answered: ({ title, answer }) => `Answered: ${title}. ${answer}`,
    extended: ({ title, due }) => `Extended${due ? ` to ${due}` : ""}: ${title}`,
    commented: ({ title, by }) => `${by} has commented: ${title}`,
    excluded: ({ title, by }) => `${by} took the agency out of the cycle: ${title}`,
    included: ({ title, by }) => `${by} took the agency back into the cycle: ${title}`,
    finished: ({ title }) => `Finished: ${title}`,
    "spending-due": ({ title, due }) => `Report of spending is due${due ? ` by ${due}` : ""}: ${title}`,
    "spending-overdue": ({ title, due }) => `Report of spending is overdue${due ? ` since ${due}` : ""}: ${title}`,
  },
  actsFor: (name, holder) => `${name} (on behalf of ${holder})`,
  sectionEmpty: (name) => `Section “${name}” is empty.`,
  period: (start, end) => `from ${start} to the end of ${end}`,
  draftReasons: {
    notYours: "The draft belongs to the drafters of the unit that holds the case.",
    notDrafting: "The case has left the drafting step.",
  },
  system: "The system",
  remedies: {
    waitForMachine: "The system retries by itself; a technical administrator should look at the error.",
    notAdministrator: "Administrators only.",
    personDecides: "This step waits for a person.",
  },
  readyz: { ready: "Ready.", down: (parts) => `Not ready: ${parts.join("; ")}` },
};
