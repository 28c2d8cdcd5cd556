import type { Actor, SigningForm, Step } from "../../../../../domain/engine/index.ts";
import { right } from "./sheet.ts";

/** The form in which it is signed: the one named, else the only one; TUQ. is for delegates, and they have no other. */
export function marksFor(step: Step, actor: Actor, named: SigningForm | undefined): SigningForm | null {
  if (step.kind !== "sign") return null;
  const delegate = actor.onBehalfOf !== undefined;
  const open = (step.marks[right(actor).role] ?? []).filter((mark) => delegate === (mark === "TUQ."));
  if (named !== undefined) return open.includes(named) ? named : null;
  return open.length === 1 ? open[0]! : null;
}
