import type { RoundRequest } from "../../domain/contracts/rounds.ts";
import type { RoundRequestRow } from "../../store/index.ts";
import { caseListItem, type ListContext } from "./case-list.ts";

export const roundRequestView = (row: RoundRequestRow, context: ListContext): RoundRequest => ({
  caseId: row.caseId,
  unit: row.unitCode,
  unitName: row.unitName,
  subject: row.subject,
  position: row.case?.position ?? "drafting",
  requested: row.requested,
  proposed: row.proposed,
  decided: row.decided,
  assigned: row.assigned,
  case: row.case && caseListItem(row.case, context),
});
