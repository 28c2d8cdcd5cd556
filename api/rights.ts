import type { Grant } from "../domain/contracts/directory.ts";
import type { CaseInput, CaseState, LineState, PostRef } from "../domain/engine/case.ts";
import { presentUnits } from "../domain/engine/holders.ts";
import {
  canEditDraft,
  canOpenCampaign,
  canSeeCase,
  canReadVersion,
  canSeeDesk,
  grantsOf,
  moneySightOf,
  sightOf,
  type MoneySight,
  type Sight,
  type StandingSeats,
} from "../domain/rights/index.ts";
import type { Caller } from "./auth/caller.ts";
import { ProblemError } from "./http/problem.ts";

interface Subject {
  input: CaseInput;
  state: CaseState;
}

/** The one seam between requests and rights: a finer policy replaces this object and nothing else. */
export interface Rights {
  grantsOf: (posts: readonly PostRef[]) => Grant[];
  sightOf: (caller: Caller) => Sight;
  moneySightOf: (caller: Caller) => MoneySight;
  canSeeCase: (caller: Caller, subject: Subject) => boolean;
  /** Lines of all agencies; who is only asked about its own lines sees these. */
  linesInSight: (caller: Caller, subject: Subject) => LineState[];
  canReadVersion: (caller: Caller, subject: Subject, number: number) => boolean;
  /** A draft is read by the unit that writes it, and by nobody above before it is sent. */
  canSeeDraft: (caller: Caller, input: CaseInput) => boolean;
  canEditDraft: (caller: Caller, subject: Subject) => boolean;
  canSeeDesk: (caller: Caller) => boolean;
  canOpenCampaign: (caller: Caller) => boolean;
}

/** Also those who are only asked about their own lines, as long as the question is open. */
function isPresent(posts: readonly PostRef[], { input, state }: Subject): boolean {
  const present = presentUnits(input, state);
  return posts.some(({ unit }) => present.includes(unit));
}

export function createRights(standing: StandingSeats): Rights {
  const { finance: _finance, planning: _planning, ...seats } = standing;
  return {
    grantsOf: (posts) => grantsOf(posts, seats),
    sightOf: ({ posts }) => sightOf(posts, seats),
    moneySightOf: ({ posts }) => moneySightOf(posts, standing),
    canSeeCase: ({ posts }, subject) => canSeeCase(posts, subject, seats) || isPresent(posts, subject),
    linesInSight: ({ posts }, subject) => {
      const { lines } = subject.state;
      if (canSeeCase(posts, subject, seats)) return lines;
      return lines.filter(({ owner }) => posts.some(({ unit }) => unit === owner));
    },
    canReadVersion: ({ posts }, subject, number) => canReadVersion(posts, subject, seats, number),
    canSeeDraft: ({ posts }, input) => {
      const writers = input.parties.owner ?? input.parties.department;
      return posts.some((post) => post.unit === writers && post.role !== "admin" && post.role !== "auditor");
    },
    canEditDraft: (caller, subject) => canEditDraft(caller, subject),
    canSeeDesk: ({ posts }) => canSeeDesk(posts, seats),
    canOpenCampaign: ({ posts }) => canOpenCampaign(posts, seats),
  };
}

export function requireGrant(caller: Caller, ...anyOf: Grant[]): void {
  const [needs = "work"] = anyOf;
  if (!anyOf.some((grant) => caller.grants.includes(grant))) throw new ProblemError("not-allowed", { needs });
}
