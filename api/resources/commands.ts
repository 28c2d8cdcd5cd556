import { getCampaign, getCase, getCommand, type CommandRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { campaignOrder } from "../commands/campaign-command.ts";
import { caseOrder } from "../commands/case-command.ts";
import { send } from "../commands/send.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { ProblemError } from "../http/problem.ts";
import { receiptOf } from "../views/receipt.ts";
import { visibleCase } from "../visible-case.ts";

const mayRead = (caller: Caller, row: CommandRow): boolean =>
  row.personId === caller.personId || caller.grants.includes("administer") || caller.grants.includes("audit");

const inputOf = async (deps: Deps, row: CommandRow) =>
  row.subjectKind === "case" ? ((await getCase(deps.db, row.subjectId))?.input ?? null) : null;

export const commandHandlers = (deps: Deps): Pick<Handlers, "sendCommand" | "sendCampaignCommand" | "getReceipt"> => ({
  sendCommand: async ({ caller, params, body, language }) => {
    const row = await visibleCase(deps, caller, params.caseId);
    return send(deps, caseOrder(deps, { caller, request: body, row, language }), language);
  },

  sendCampaignCommand: async ({ caller, params, body, language }) => {
    const row = await getCampaign(deps.db, params.campaignId);
    if (!row) throw new ProblemError("not-found", { what: "campaign" });
    return send(deps, campaignOrder(deps, { caller, request: body, row, language }), language);
  },

  getReceipt: async ({ caller, params, language }) => {
    const row = await getCommand(deps.db, params.commandId);
    if (!row || !mayRead(caller, row)) throw new ProblemError("not-found", { what: "command" });
    const [units, input] = await Promise.all([deps.directory.units(), inputOf(deps, row)]);
    return receiptOf(row, { units, input, language });
  },
});
