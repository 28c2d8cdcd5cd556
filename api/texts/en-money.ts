import { formatDong } from "../../domain/money/dong.ts";
import { dongText } from "./dong-text.ts";
import type { MoneyProblemTexts, MoneyTexts } from "./types.ts";

const stale = {
  withdrawn: "was withdrawn",
  returned: "is with its agency to be changed",
  changed: "has changed since the list was frozen",
} as const;

export const enMoney: MoneyTexts = {
  "ceiling-reason-needed": ({ line, source, over }) => ({
    title: "Above a ceiling: a reason is needed",
    detail: `Line ${line} exceeds the ceiling of source ${source} by ${dongText(over)}.`,
    remedy: "Say why and send it again, or lower the amount.",
  }),
  "ceiling-needs-higher": ({ line, source, over }) => ({
    title: "Above a ceiling: a higher signature is needed",
    detail: `Line ${line} exceeds the ceiling of source ${source} by ${dongText(over)}; at this step the head decides in person.`,
    remedy: "Put it to the head, lower the amount, or have the ceiling changed.",
  }),
  "line-stale": ({ title, unit, why }, names) => ({
    title: "The line is not as the list has it",
    detail: `“${title}” of ${names.unit(unit)} ${stale[why]}.`,
    remedy: "Return the list to be consolidated again, or reject this line.",
  }),
  "line-in-hand": ({ title }) => ({
    title: "The line is being worked on",
    detail: `Another decision on “${title}” is being recorded.`,
    remedy: "Wait a few seconds, load the page again and repeat.",
  }),
  "line-decided": ({ title }) => ({
    title: "UBND has decided on this line",
    detail: `“${title}” is decided or waits for the council, so its request cannot be returned, withdrawn or refused alone.`,
    remedy: "Return the funding list to be consolidated first, then deal with the request.",
  }),
  "line-not-settled": ({ title, year, remaining }) => ({
    title: "A line is not settled yet",
    detail: `“${title}”, ${year}: ${formatDong(remaining)} đồng left, and the settlement of the line is not recorded.`,
    remedy: "Report, carry over or recover what is left, record the settlement of each line, then confirm the case.",
  }),
};

const statuses = { proposed: "entered", confirmed: "confirmed", declined: "declined", withdrawn: "withdrew" } as const;

const seconds = {
  "leader-of-unit": "a division head, the head or a deputy of the unit that entered it",
  "head-of-unit": "the head of the unit that entered it (above a ceiling a higher hand is needed)",
  "administrator-or-head": "another administrator or the director of Sở KH&CN",
} as const;

const toDo = {
  stop: "Lower the amount, or have the ceiling changed first.",
  reason: "Say why it goes above the ceiling and send it again, or lower the amount.",
  head: "Have the head of the unit confirm it, or lower the amount.",
} as const;

export const enMoneyProblems: MoneyProblemTexts = {
  "over-ceiling": ({ says, source, remaining, over }) => ({
    title: "Above the ceiling",
    detail: `The ceiling of source ${source} leaves ${formatDong(remaining)} đồng; this exceeds it by ${formatDong(over)} đồng.`,
    remedy: toDo[says],
  }),
  "paper-answered": ({ status, by }) => ({
    title: "The paper has been dealt with",
    detail: `${by} ${statuses[status]} it.`,
    remedy: "Load the page again. For another amount, enter a new paper.",
  }),
  "second-person": ({ who, own }) => ({
    title: "A second person must confirm",
    detail: own ? "Whoever entered a paper does not confirm it." : "Your post cannot confirm this paper.",
    remedy: `It is confirmed by ${seconds[who]}.`,
  }),
  "ceiling-moved-on": ({ version }) => ({
    title: "The ceiling has changed",
    detail: `It is at version ${version} now, not the one you were looking at. Nothing was recorded.`,
    remedy: "Load the ceilings again, look at the new figures and repeat.",
  }),
  "ceiling-in-change": () => ({
    title: "Another change of this ceiling waits to be confirmed",
    detail: "A ceiling has one open change at a time.",
    remedy: "Confirm, decline or take back the open change, then enter the new one.",
  }),
};
