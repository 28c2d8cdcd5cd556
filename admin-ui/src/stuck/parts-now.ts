import { partNames, type PartView } from "../../../domain/contracts/operations.ts";

export interface PartNow extends Omit<PartView, "checkedAt"> {
  /** null: it was never seen. */
  checkedAt: string | null;
}

/** A part that cannot be asked is not what it was when it last answered: it is unknown, since then. */
export function partsNow(last: readonly PartView[], ready: readonly PartView[]): PartNow[] {
  return partNames.map((name): PartNow => {
    const seen = ready.find((part) => part.name === name);
    if (seen) return seen;
    const before = last.find((part) => part.name === name);
    return { name, status: "unknown", detail: "", latencyMs: null, checkedAt: before?.checkedAt ?? null };
  });
}
