import type { CaseInput } from "../../domain/engine/case.ts";
import { hashOf } from "../../domain/engine/seal.ts";
import type { StakedClaim } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { AnyRejection } from "../texts/index.ts";
import type { SubjectKind } from "./ask-engine.ts";

/** What goes to the workflow, and the content it freezes. */
export interface Envelope {
  command: unknown;
  content?: { hash: string; body: unknown; createdBy: string };
  /** What it means for money, claimed together with it. */
  staked?: StakedClaim;
  /** Refused on what SQL shows: logged, and never sent. */
  refused?: AnyRejection;
}

/** A command on anything, before it is known whether it is new. */
export interface Order {
  kind: SubjectKind;
  subjectId: string;
  commandId: string;
  verb: string;
  caller: Caller;
  /** The request as parsed; the same id with another one is refused. */
  request: unknown;
  /** The case's own input; null for a campaign. */
  input: CaseInput | null;
  /** Whether the projection already shows the end: then a missing workflow has simply finished. */
  closed: boolean;
  /** How the engine's "no such workflow" reads once it has ended. */
  endedAs: AnyRejection;
  /** Built only for a new id: the draft a repeat was built on may be gone. */
  build: () => Promise<Envelope>;
}

export const payloadHash = ({ kind, subjectId, caller, request }: Order): string =>
  hashOf({ kind, subjectId, personId: caller.personId, request });
