import type { FundingList } from "../../../domain/funding/list.ts";

type Member = FundingList["members"][number];

export const requestName = ({ unitName, title }: Member): string => (title ? `${unitName}: ${title}` : unitName);

/** As it is being ordered here; what was not placed yet stays as the list has it, after the rest. */
export function ordered(members: readonly Member[], order: readonly string[]): readonly Member[] {
  const place = ({ caseId }: Member): number => (order.includes(caseId) ? order.indexOf(caseId) : order.length);
  return [...members].sort((a, b) => place(a) - place(b));
}

/** Ids after one request has changed places with its neighbour. */
export function moved(rows: readonly Member[], index: number, by: -1 | 1): string[] {
  const ids = rows.map(({ caseId }) => caseId);
  const [one, other] = [ids[index], ids[index + by]];
  if (one === undefined || other === undefined) return ids;
  ids[index] = other;
  ids[index + by] = one;
  return ids;
}
