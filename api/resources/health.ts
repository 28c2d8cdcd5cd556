import type { Deps } from "../deps.ts";
import { partsOf } from "../health/parts.ts";
import type { Handlers } from "../http/handler.ts";
import { requireGrant } from "../rights.ts";

export const healthHandlers = (deps: Deps): Pick<Handlers, "listParts"> => ({
  listParts: async ({ caller, language }) => {
    requireGrant(caller, "administer", "audit");
    return { parts: await partsOf(deps, language) };
  },
});
