import { describe, expect, it } from "vitest";
import { partNames, type PartView } from "../../../domain/contracts/operations.ts";
import { partsNow } from "./parts-now.ts";

const part = (name: PartView["name"], status: PartView["status"], checkedAt: string): PartView => ({
  name,
  status,
  detail: "",
  checkedAt,
  latencyMs: 1,
});
const EARLIER = "2026-11-20T01:00:00.000Z";
const NOW = "2026-11-20T01:05:00.000Z";

describe("the parts while the look at them fails", () => {
  it("shows what can still be asked as it is, and everything else as unknown since it was last seen", () => {
    const last = partNames.map((name) => part(name, "up", EARLIER));
    const seen = partsNow(last, [part("postgres", "down", NOW), part("temporal", "up", NOW)]);
    expect(seen.map(({ name, status, checkedAt }) => [name, status, checkedAt])).toEqual(
      partNames.map((name) =>
        name === "postgres"
          ? [name, "down", NOW]
          : name === "temporal"
            ? [name, "up", NOW]
            : [name, "unknown", EARLIER],
      ),
    );
  });

  it("leaves none out when nothing answers and nothing was ever seen", () => {
    expect(partsNow([], []).map(({ status, checkedAt }) => [status, checkedAt])).toEqual(
      partNames.map(() => ["unknown", null]),
    );
  });
});
