import { describe, expect, it } from "vitest";
import {
  fitsSetting,
  initialSettings,
  SETTING_KEYS,
  settingOn,
  settingRefusal,
  settingSpecs,
  type SettingRow,
} from "../../../domain/settings/index.ts";

const row = (from: string, value: string): SettingRow => ({ key: "large-request", from, value });

describe("a setting", () => {
  it.each(SETTING_KEYS)("%s begins with a value of its own type", (key) => {
    expect(fitsSetting(key, settingSpecs[key].initial)).toBe(true);
  });

  it("holds from its day on, and leaves earlier days as they were", () => {
    const rows = [row("2027-01-01", "7"), ...initialSettings];
    expect(settingOn(rows, "large-request", "2026-12-31")).toBe("5000000000");
    expect(settingOn(rows, "large-request", "2027-01-01")).toBe("7");
  });

  it("set twice for one day counts as set later", () => {
    expect(settingOn([row("2027-01-01", "7"), row("2027-01-01", "8")], "large-request", "2027-02-01")).toBe("8");
  });

  it("changes from today on, never for days that have been", () => {
    expect(settingRefusal(row("2026-11-24", "7"), "2026-11-25")).toBe("setting-in-force");
    expect(settingRefusal(row("2026-11-25", "7"), "2026-11-25")).toBeNull();
  });

  it.each([
    ["large-request", "0"],
    ["large-request", "1.000"],
    ["investment-without-policy", "maybe"],
    ["closes-next-year", "02-29"],
    ["closes-next-year", "7-10"],
    ["organisation-until", "2024-02-30"],
  ] as const)("%s cannot be %s", (key, value) => {
    expect(settingRefusal({ key, from: "2026-11-25", value }, "2026-11-25")).toBe("setting-value");
  });
});
