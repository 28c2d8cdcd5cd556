import { localDate } from "../../domain/calendar/index.ts";
import type { SettingView } from "../../domain/contracts/settings.ts";
import { SETTING_KEYS, settingOn, settingRefusal, settingSpecs } from "../../domain/settings/index.ts";
import { addSetting, listSettings } from "../../store/index.ts";
import { iso } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { ProblemError } from "../http/problem.ts";
import { requireGrant } from "../rights.ts";

async function settingViews(deps: Deps): Promise<SettingView[]> {
  const rows = await listSettings(deps.db);
  const today = localDate(deps.clock());
  return SETTING_KEYS.map((key) => {
    const { type, label, effect, options = [] } = settingSpecs[key];
    const history = rows
      .filter((row) => row.key === key)
      .map(({ from, value, document, personName, at }) => ({ from, value, document, by: personName, at: iso(at) }))
      .reverse();
    return { key, type, label, effect, options: [...options], value: settingOn(rows, key, today), history };
  });
}

export const settingHandlers = (deps: Deps): Pick<Handlers, "listSettings" | "changeSetting"> => ({
  listSettings: async ({ caller }) => {
    requireGrant(caller, "oversee", "administer");
    return settingViews(deps);
  },

  changeSetting: async ({ caller, params: { key }, body: { id, from, value, document } }) => {
    requireGrant(caller, "administer");
    const now = deps.clock();
    const refused = settingRefusal({ key, from, value }, localDate(now));
    if (refused) throw new ProblemError(refused, { today: localDate(now) });
    const { personId, name } = caller;
    await addSetting(deps.db, { id, key, from, value, document, personId, personName: name, now });
    return settingViews(deps);
  },
});
