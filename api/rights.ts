import type { Grant } from "../domain/contracts/directory.ts";
import type { CaseInput, CaseState, LineState, PostRef } from "../domain/engine/case.ts";
import { presentUnits, seatedUnits } from "../domain/engine/holders.ts";
import {
  canEditDraft,
  canOpenCampaign,
  canSeeCase,
  canSeeContent,
  canSeeDesk,
  grantsOf,
  sightOf,
  type Seats,
  type Sight,
} from "../domain/rights/index.ts";
import type { Caller } from "./auth/caller.ts";
import { ProblemError } from "./http/problem.ts";

/** The one seam between requests and rights: a finer policy replaces this object and nothing else. */
export interface Rights {
  grantsOf: (posts: readonly PostRef[]) => Grant[];
  sightOf: (caller: Caller) => Sight;
  canSeeCase: (caller: Caller, input: CaseInput, state: CaseState) => boolean;
  /** Lines of all agencies; who is only asked about its own lines sees these. */
  linesInSight: (caller: Caller, input: CaseInput, state: CaseState) => LineState[];
  canSeeContent: (caller: Caller, input: CaseInput, state: CaseState) => boolean;
  /** A draft is read by the unit that writes it, and by nobody above before it is sent. */
  canSeeDraft: (caller: Caller, input: CaseInput) => boolean;
  canEditDraft: (caller: Caller, input: CaseInput, state: CaseState) => boolean;
  canSeeDesk: (caller: Caller) => boolean;
  canOpenCampaign: (caller: Caller) => boolean;
}

export function createRights(seats: Seats): Rights {
  return {
    grantsOf: (posts) => grantsOf(posts, seats),
    sightOf: ({ posts }) => sightOf(posts, seats),
    canSeeCase: ({ posts }, input, state) => canSeeCase(posts, input, seats, presentUnits(input, state)),
    linesInSight: ({ posts }, input, state) => {
      if (canSeeCase(posts, input, seats, seatedUnits(input, state))) return state.lines;
      return state.lines.filter(({ owner }) => posts.some(({ unit }) => unit === owner));
    },
    canSeeContent: ({ posts }, input, state) => canSeeContent(posts, input, seats, seatedUnits(input, state)),
    canSeeDraft: ({ posts }, input) => {
      const writers = input.parties.owner ?? input.parties.department;
      return posts.some((post) => post.unit === writers && post.role !== "admin" && post.role !== "auditor");
    },
    canEditDraft: ({ posts }, input, state) => canEditDraft(posts, input, state),
    canSeeDesk: ({ posts }) => canSeeDesk(posts, seats),
    canOpenCampaign: ({ posts }) => canOpenCampaign(posts, seats),
  };
}

export function requireGrant(caller: Caller, ...anyOf: Grant[]): void {
  const [needs = "work"] = anyOf;
  if (!anyOf.some((grant) => caller.grants.includes(grant))) throw new ProblemError("not-allowed", { needs });
}
