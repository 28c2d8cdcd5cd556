import { formatDate } from "../../domain/calendar/index.ts";
import type { DelegationStatus } from "../../domain/delegation/index.ts";
import type { DelegationNoticeTexts, DelegationTexts } from "./types.ts";

const periods = {
  reversed: "The last day must not lie before the first.",
  past: "A delegation is never backdated: it begins today at the earliest.",
  "too-long": "A delegation is limited in time: one year at most.",
  "document-later": "The document must have been signed by the first day.",
};
const over: Partial<Record<DelegationStatus, string>> = {
  declined: "The delegate has given it back.",
  ended: "It has been ended.",
  expired: "Its time is over.",
};

/** Why a delegation is not made, not answered or not ended. */
export const delegationEn: DelegationTexts = {
  "delegation-not-yours": ({ post }, names) => ({
    title: "This is not yours to do",
    detail: `For ${names.post(post)} it is done by that person, or entered by the unit's records clerk from the document.`,
    remedy: "Ask that person or the unit's records clerk.",
  }),
  "delegation-post-not-held": ({ name, post }, names) => ({
    title: "The post is not held on the first day",
    detail: `${name} does not hold ${names.post(post)} on the day it begins.`,
    remedy: "Choose who holds the post, or another first day.",
  }),
  "delegation-passed-on": ({ name, post }, names) => ({
    title: "A delegation is never passed on",
    detail: `${name} acts as ${names.post(post)} by delegation only and cannot hand it on.`,
    remedy: "Whoever holds the post ends the old delegation and makes a new one.",
  }),
  "delegation-role-unfit": ({ post, who }, names) => ({
    title: who === "from" ? "This post cannot be delegated" : "This post cannot act for another",
    detail: `${names.post(post)}: only heads and deputies delegate signing and approving, and receive it.`,
    remedy: "Choose a head or deputy of the unit.",
  }),
  "delegation-other-body": ({ from, to }, names) => ({
    title: "The delegate belongs to another body",
    detail: `${names.unit(to.unit)} is not one body with ${names.unit(from.unit)}.`,
    remedy: "Choose somebody of the same body.",
  }),
  "delegation-to-self": () => ({
    title: "Nobody delegates to themselves",
    detail: "Both are the same person.",
    remedy: "Choose somebody else.",
  }),
  "delegation-period": ({ why }) => ({
    title: "The dates do not fit",
    detail: periods[why],
    remedy: "Correct the dates and send again.",
  }),
  "delegation-overlap": ({ name, start, end }) => ({
    title: "Another delegation covers this time",
    detail: `This right lies with ${name} from ${formatDate(start)} to ${formatDate(end)}.`,
    remedy: "End that one first, or choose other dates or pipelines.",
  }),
  "delegation-loop": ({ names }) => ({
    title: "The delegation would go in a circle",
    detail: `The work would come back to whoever delegates: ${names.join(" → ")}.`,
    remedy: "Choose somebody who delegates to nobody on this way meanwhile.",
  }),
  "delegation-closed": ({ status }) => ({
    title: "The delegation is over",
    detail: over[status] ?? "It has ended.",
    remedy: "Make a new one if it is still needed.",
  }),
};

export const delegationNoticesEn: DelegationNoticeTexts = {
  "delegation-made": ({ by, from, to, period }) => `${by}: ${from} delegates to ${to} ${period}`,
  "delegation-accepted": ({ by, period }) => `${by} accepted the delegation ${period}`,
  "delegation-declined": ({ by, period }) => `${by} gave the delegation back, ${period}`,
  "delegation-ended": ({ by, from, to }) => `${by} ended the delegation of ${from} to ${to}`,
};
