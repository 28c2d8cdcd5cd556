import { covers } from "./windows.ts";

/** IV.3: recorded, not requested (vietnam.md §1.4). */
const ROOT = "IV.3";

export const isOutsideBudget = (sourceCode: string): boolean => covers(ROOT, sourceCode);
