import { array, object, string, enum as zEnum, type infer as Infer } from "zod";
import { SETTING_KEYS } from "../settings/setting.ts";
import { instantSchema, labelSchema, localDateSchema, requiredText, text, uuidSchema } from "./common.ts";
import { endpoint } from "./endpoint.ts";

export const settingSchema = object({
  key: zEnum(SETTING_KEYS),
  type: zEnum(["dong", "days", "choice", "day-of-year", "date-or-always"]),
  label: labelSchema,
  effect: labelSchema,
  options: array(object({ value: string(), label: labelSchema })),
  /** In force today. */
  value: string(),
  /** Every value ever set, latest day first. */
  history: array(
    object({
      from: localDateSchema,
      value: string(),
      document: string(),
      by: string().nullable(),
      at: instantSchema,
    }),
  ),
});
export type SettingView = Infer<typeof settingSchema>;

export const settingEndpoints = {
  listSettings: endpoint({
    method: "GET",
    path: "/settings",
    tag: "administration",
    summary: "Thresholds and dates that change by decision, with what is in force today and every earlier value",
    response: array(settingSchema),
  }),
  changeSetting: endpoint({
    method: "POST",
    path: "/settings/{key}",
    tag: "administration",
    summary: "A new value from a day on, today at the earliest; the same id sets it once",
    params: object({ key: zEnum(SETTING_KEYS) }),
    body: object({ id: uuidSchema, from: localDateSchema, value: text(40), document: requiredText(300) }).strict(),
    response: array(settingSchema),
  }),
};
