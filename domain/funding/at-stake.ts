import type { CaseInput, CaseState } from "../engine/case.ts";
import type { CaseCommand, CommandBody } from "../engine/command.ts";
import { grantedBy } from "../engine/lines.ts";
import { rightOf } from "../engine/persons.ts";
import type { Dong } from "../money/dong.ts";
import type { CountedStage, Placed } from "./ceiling.ts";
import { givenTo, isIdle, type LineMoney } from "./line-money.ts";
import { LIST, PUBLICATION, REQUEST, SETTLEMENT } from "./steps.ts";

/** An amount that a command is about to give a line. */
export interface Place {
  readonly lineId: string;
  readonly amount: Dong;
  /** Where it belongs, for a line that no ledger knows yet. */
  readonly key?: Placed;
  /** The line must be asked for at present, and as the sender saw it. */
  readonly stands: boolean;
  readonly digest?: string;
  /** What was said for going above a ceiling that warns. */
  readonly reason?: string;
}

/** Whether a higher signature is given with the act, or the way of the case leads to it. */
export type Higher = "given" | "on-the-way" | "missing";

export interface Placing {
  readonly kind: "place";
  readonly stage: CountedStage;
  readonly places: readonly Place[];
  readonly higher: Higher;
}

/**
 * What a command means for money that others may be deciding on at the same moment. `release`: the request leaves the
 * desk where it is decided on; `close`: it is said to be settled.
 */
export type AtStake =
  | Placing
  | { readonly kind: "release"; readonly requestId: string }
  | { readonly kind: "close"; readonly requestId: string };

type Given<V> = Extract<CommandBody, { verb: V }>;

export function atStake(
  input: CaseInput,
  state: CaseState,
  command: Pick<CaseCommand, "body" | "actor">,
): AtStake | null {
  const { id } = input.pipeline;
  if (id === REQUEST) return ofRequest(input, state, command.body);
  return id === LIST ? ofList(input, state, command) : null;
}

function ofRequest({ caseId }: CaseInput, state: CaseState, body: CommandBody): AtStake | null {
  switch (body.verb) {
    case "submit":
      return asked(body);
    case "return":
    case "reject":
    case "withdraw":
    case "retract":
      return { kind: "release", requestId: caseId };
    case "approve":
      return state.step === SETTLEMENT ? { kind: "close", requestId: caseId } : null;
    default:
      return null;
  }
}

function ofList(
  input: CaseInput,
  state: CaseState,
  { body, actor }: Pick<CaseCommand, "body" | "actor">,
): AtStake | null {
  switch (body.verb) {
    case "opine":
      return appraised(body, rightOf(actor).role === "head");
    case "decide-lines":
      return decided(body, state);
    case "issue":
      return state.step === PUBLICATION ? assigned(input, state, body) : null;
    default:
      return null;
  }
}

const reasonOf = (text: string | undefined): { reason?: string } =>
  text === undefined || text.trim() === "" ? {} : { reason: text };

/** A large request is signed by the head in person: so is one above a ceiling that asks for it. */
const asked = ({ lines = [], facts, comment }: Given<"submit">): Placing => ({
  kind: "place",
  stage: "requested",
  higher: "on-the-way",
  places: lines.map(({ id, requested, source, year }) => ({
    lineId: id,
    amount: String(requested),
    key: { sourceCode: source, year, window: String(facts?.["window"] ?? "") },
    stands: false,
    ...reasonOf(comment),
  })),
});

const appraised = ({ amounts = [], comment }: Given<"opine">, byHead: boolean): Placing => ({
  kind: "place",
  stage: "appraised",
  higher: byHead ? "given" : "missing",
  places: amounts.map(({ line, amount, reason }) => ({
    lineId: line,
    amount: String(amount),
    stands: false,
    ...reasonOf(reason ?? comment),
  })),
});

const GRANTING = ["approve", "approve-in-part", "refer"];

/** A line that changed or went may still be refused, and the list sent back: neither gives money. */
const decided = ({ decisions, comment }: Given<"decide-lines">, { lines }: CaseState): Placing => ({
  kind: "place",
  stage: "decided",
  higher: "on-the-way",
  places: decisions.map((given) => {
    const { line: lineId, decision, reason } = given;
    const line = lines.find(({ id }) => id === lineId);
    return {
      lineId,
      amount: String(line ? grantedBy(line, given) : 0),
      stands: GRANTING.includes(decision),
      ...(line?.digest !== undefined && { digest: line.digest }),
      ...reasonOf(reason ?? comment),
    };
  }),
});

const signedByChair = ({ parties }: CaseInput, { signatures }: CaseState): boolean =>
  signatures.some(
    ({ post, unit, supersededBy }) => post.role === "chair" && unit === parties.committee && supersededBy === undefined,
  );

const assigned = (input: CaseInput, state: CaseState, { comment }: Given<"issue">): Placing => ({
  kind: "place",
  stage: "assigned",
  higher: signedByChair(input, state) ? "given" : "missing",
  places: state.lines
    .filter(({ amount }) => amount > 0)
    .map(({ id, amount, digest }) => ({
      lineId: id,
      amount: String(amount),
      stands: true,
      ...(digest !== undefined && { digest }),
      ...reasonOf(comment),
    })),
});

/** What a line counts once the amount is given: an assignment comes on top of what the line has. */
export function placedAmount(stage: CountedStage, { amount }: Place, line: LineMoney | undefined): Dong {
  if (stage === "assigned") return ((line ? givenTo(line) : 0n) + BigInt(amount)).toString();
  return line !== undefined && stage !== "requested" && isIdle(line) ? "0" : amount;
}
