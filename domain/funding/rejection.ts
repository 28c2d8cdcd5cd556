/** What money says against a command of a case when it is claimed; the engine has not seen it by then. */
export type MoneyRejection =
  | { code: "ceiling-reason-needed"; line: string; source: string; over: number }
  | { code: "ceiling-needs-higher"; line: string; source: string; over: number }
  /** The request of the line is not as this list has it, or not there any more. */
  | { code: "line-stale"; line: string; title: string; unit: string; why: "withdrawn" | "returned" | "changed" }
  /** Another act on the line is under way. */
  | { code: "line-in-hand"; line: string; title: string }
  | { code: "line-decided"; line: string; title: string }
  | { code: "line-not-settled"; line: string; title: string; year: number; remaining: string };
