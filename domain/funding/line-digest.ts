import { hashOf } from "../engine/seal.ts";
import type { LineKey } from "./money-event.ts";
import type { Dong } from "../money/dong.ts";

/**
 * Hash of all that a line asks for, the same from the request, from the list and from the ledger: whoever decides on a
 * line that has changed since is told so.
 */
export const digestOfLine = ({
  lineId,
  requestId,
  unitCode,
  taskCode,
  title,
  sourceCode,
  capital,
  year,
  window,
  requested,
}: LineKey & { readonly requested: Dong }): string =>
  hashOf({ lineId, requestId, unitCode, taskCode, title, sourceCode, capital, year, window, requested });
