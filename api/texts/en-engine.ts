import type { LineStatus } from "../../domain/engine/case.ts";
import type { SigningForm } from "../../domain/engine/pipeline.ts";
import { dongText } from "./dong-text.ts";
import type { EngineTexts } from "./types.ts";

const lineStatuses: Record<LineStatus, string> = {
  open: "not decided",
  "to-clarify": "to be clarified",
  referred: "waiting for the resolution",
  approved: "approved",
  "approved-in-part": "approved in part",
  deferred: "moved to the next list",
  rejected: "not approved",
  withdrawn: "withdrawn",
};
const formText = (form: SigningForm): string => (form === "own" ? "in one's own name" : form);
const notValid = {
  "not-yet": "The delegation has not begun.",
  scope: "This is outside what was delegated.",
  "passed-on": "The delegating person holds it by delegation only; a delegation is never passed on.",
};

/** Refusals of the step kinds beyond drafting and approving. */
export const enEngine: EngineTexts = {
  "not-your-right": ({ verb, needs, unit }, names) => ({
    title: `“${names.verb(verb)}” is not yours to do`,
    detail: `“${names.verb(verb)}” is done by ${names.holder(needs, unit)}.`,
    remedy: "Ask someone who may do it.",
  }),
  "delegation-not-valid": ({ why }) => ({
    title: "The delegation does not apply",
    detail: notValid[why],
    remedy: "Let the delegating person decide, or make a delegation of the right scope and dates.",
  }),
  "delegation-ceiling": ({ ceiling, amount }) => ({
    title: "Above the amount that was delegated",
    detail: `Delegated up to ${dongText(ceiling)}, this case is ${dongText(amount)}.`,
    remedy: "Let the delegating person decide.",
  }),
  "mark-not-allowed": ({ mark, allowed }) => ({
    title: "The form of signature does not fit",
    detail: `${mark === null ? "No form of signature was chosen" : `Signing ${formText(mark)} is not allowed`}; allowed: ${allowed.map(formText).join(", ") || "none"}.`,
    remedy: "Choose the form that fits the post and the written assignment or authorisation.",
  }),
  "nothing-to-withdraw": () => ({
    title: "It cannot be taken back any more",
    detail: "You did not send the case here, or the next level has acted.",
    remedy: "Ask whoever holds the case to return it.",
  }),
  "question-open": () => ({
    title: "Your earlier question awaits its answer",
    detail: "Each person asks one question at a time.",
    remedy: "Wait for the answer, take the earlier one back, or decide if there are grounds enough.",
  }),
  "question-unclear": () => ({
    title: "Which question is not clear",
    detail: "Several questions are open, or this one was answered or taken back.",
    remedy: "Reload the case and choose a question from the list.",
  }),
  "no-question": () => ({
    title: "Nothing was asked",
    detail: "The case has no question that awaits an answer.",
    remedy: "Use a comment to add information.",
  }),
  "term-not-over": ({ dueAt }, names) => ({
    title: "The term for opinions is not over",
    detail: dueAt === null ? "This step has no term." : `Opinions may be given until ${names.time(dueAt)}.`,
    remedy: "Remind the units that have not answered, or wait until the term is over.",
  }),
  "unit-already-asked": ({ unit }, names) => ({
    title: "The unit is asked already",
    detail: `${names.unit(unit)} is on the list.`,
    remedy: "Choose another unit.",
  }),
  "unit-not-asked": ({ unit }, names) => ({
    title: "The unit is not asked",
    detail: `${names.unit(unit)} is not on the list.`,
    remedy: "Choose a unit of the list.",
  }),
  "unit-has-answered": ({ unit }, names) => ({
    title: "The unit has given its opinion",
    detail: `The opinion of ${names.unit(unit)} is on record and cannot be taken out.`,
    remedy: "Answer this opinion in the next step.",
  }),
  "last-unit": ({ unit }, names) => ({
    title: "The last unit cannot be removed",
    detail: `${names.unit(unit)} is the only unit asked.`,
    remedy: "Add another unit first, or remind this one.",
  }),
  "line-unknown": ({ line }) => ({
    title: "There is no such line",
    detail: `Line ${line} is not in the content under decision.`,
    remedy: "Reload the case and choose from its lines.",
  }),
  "line-not-open": ({ line, status }) => ({
    title: "This line cannot be decided now",
    detail: `Line ${line}: ${lineStatuses[status]}.`,
    remedy: status === "referred" ? "Record the resolution first, then decide." : "Choose another line.",
  }),
  "line-missing": ({ line }) => ({
    title: "A line has no opinion",
    detail: `Line ${line} needs a position and its appraised amount.`,
    remedy: "Give both for every line that is yours to appraise and send again.",
  }),
  "line-not-yours": ({ line }) => ({
    title: "Another unit appraises this line",
    detail: `Line ${line} is not of the source that your unit appraises.`,
    remedy: "Leave the line out; what there is to say about it belongs in the general opinion.",
  }),
  "position-not-fitting": ({ line, amount, requested }) => ({
    title: "The position does not fit the amount",
    detail: `Line ${line}: requested ${dongText(requested)}, given ${dongText(amount)}.`,
    remedy:
      "“Agree” keeps the amount, “Agree with changes” gives another, “Not placed” gives 0. Correct one of the two.",
  }),
  "line-unexplained": ({ line }) => ({
    title: "A difference is not explained",
    detail: `Line ${line}: an adviser would not place it as requested.`,
    remedy: "Give the department’s own figure and a reason for every such line and send again.",
  }),
  "no-lines": () => ({
    title: "The list has no line",
    detail: "No request of the round has been accepted, so there is nothing to put forward.",
    remedy: "Accept at least one request, then freeze again.",
  }),
  "too-many-lines": ({ lines, most }) => ({
    title: "The list is too long",
    detail: `The list has ${lines} lines; a list has ${most} at most.`,
    remedy: "Return some requests for the next round, or have agencies merge lines of one source.",
  }),
  "referral-not-possible": ({ line }) => ({
    title: "Nothing can be referred at this step",
    detail: `Line ${line} cannot wait for a resolution here.`,
    remedy: "Decide the line in another way.",
  }),
  "amount-not-allowed": ({ line, amount, requested }) => ({
    title: "The amount is not valid",
    detail: `Line ${line}: requested ${dongText(requested)}, given ${amount === null ? "no amount" : dongText(amount)}.`,
    remedy: "Give whole đồng, no more than requested; what is approved must be above 0.",
  }),
  "ceiling-exceeded": ({ line, over }) => ({
    title: "Above the ceiling",
    detail: `Line ${line} exceeds the ceiling by ${dongText(over)}.`,
    remedy: "Lower the amount, use another source, or have the ceiling changed.",
  }),
  "due-not-later": ({ current }, names) => ({
    title: "The new date must be later",
    detail:
      current === null
        ? "This step has no term."
        : `The present date is ${names.time(current)}; the new one must be after it.`,
    remedy: "Choose a later date.",
  }),
  "clock-paused": () => ({
    title: "The clock stands still",
    detail: "The step waits for an answer to a question, so it has no due date to move.",
    remedy: "Wait for the answer: what was left of the time then runs on. Extend it then if still needed.",
  }),
  "no-line-referred": () => ({
    title: "No line waits for a resolution",
    detail: "No line has been referred to the council at this step.",
    remedy: "Refer the line first, then record the resolution.",
  }),
  "not-weighed": () => ({
    title: "Not held against the ceilings",
    detail: "A decision on money is taken only after the server has held it against the ceilings.",
    remedy: "Send the decision from the page of the case.",
  }),
  "content-not-stored": () => ({
    title: "The content has not been stored",
    detail: "The content that the command names is not in the system.",
    remedy: "Reload the case, save the draft and submit again.",
  }),
  "skip-not-proposed": () => ({
    title: "No skip was proposed",
    detail: "A step is skipped when one administrator proposes it and another confirms.",
    remedy: "Propose it first, with a reason.",
  }),
  "skip-already-proposed": ({ by }) => ({
    title: "A skip is proposed already",
    detail: `${by} proposed it; a second administrator must confirm.`,
    remedy: "Another administrator confirms.",
  }),
  "second-person-needed": ({ by }) => ({
    title: "A second person must confirm",
    detail: `${by} proposed it and cannot confirm it too.`,
    remedy: "Another administrator confirms.",
  }),
};
