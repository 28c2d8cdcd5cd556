import { describe, expect, it } from "vitest";
import { stateLabel, verbLabel, verbRules, type Step, type Verb } from "../../../domain/engine/index.ts";
import { annualReport, shippedPipelines } from "../../../domain/pipelines/index.ts";
import { allKinds } from "./all-kinds.ts";

const verbs = Object.keys(verbRules) as Verb[];
const step = (id: string): Step => allKinds.steps[id]!;
const plain = { returned: false, aside: false };
const fallback = { vi: "Bước lạ", en: "Strange step" };

describe("what a verb is called", () => {
  it("has its own words in both languages, whatever the step", () => {
    for (const language of ["vi", "en"] as const) {
      const words = verbs.map((verb) => verbLabel(step("wait"), verb)[language]);
      expect(words.filter((word) => word.trim() === "")).toEqual([]);
      expect(new Set(words).size).toBe(verbs.length);
    }
  });

  it("is, of an approval, what the step makes of it", () => {
    const acts = (["approve", "sign", "receive", "examine"] as const).map(
      (act) => verbLabel({ ...step("check"), act } as Step, "approve").vi,
    );
    expect(acts).toEqual(["Phê duyệt", "Ký duyệt", "Tiếp nhận", "Thẩm tra, trình"]);
    expect(verbLabel(step("sign"), "approve")).toEqual({ vi: "Ký duyệt", en: "Sign and approve" });
    expect(verbLabel(step("check"), "return")).toEqual({ vi: "Trả lại", en: "Return" });
  });

  it("is, at the author's own desk, taking the whole request back", () => {
    expect(verbLabel(step("draft"), "withdraw")).toEqual({ vi: "Rút đề nghị", en: "Withdraw the request" });
    expect(verbLabel(step("check"), "withdraw").vi).toBe("Thu hồi");
    expect(verbLabel(step("draft"), "submit").vi).toBe("Trình");
  });
});

describe("where a case stands, in words", () => {
  it("has words in both languages at every step of a shipped table where somebody acts or waits", () => {
    for (const { id, steps } of shippedPipelines) {
      const standing = Object.keys(steps).filter((name) => !["branch", "task"].includes(steps[name]!.kind));
      const said = standing.map((name) => stateLabel({ pipelineId: id, step: name }, plain, fallback));
      expect(said.flatMap(({ vi, en }) => [vi, en]).filter((word) => word === "" || word === fallback.vi)).toEqual([]);
      expect(new Set(said.map(({ vi }) => vi)).size).toBe(standing.length);
    }
  });

  it("says that it came back, or that the cycle goes on without it, and knows nothing of other tables", () => {
    const at = { pipelineId: annualReport.id, step: annualReport.start };
    expect(stateLabel(at, { returned: true, aside: false }, fallback)).toEqual({
      vi: "Bị trả lại – đang soạn thảo",
      en: "Returned – being drafted",
    });
    expect(stateLabel(at, { returned: true, aside: true }, fallback)).toEqual({
      vi: "Ngoài kỳ báo cáo",
      en: "Out of the cycle",
    });
    expect(stateLabel({ pipelineId: "uploaded", step: "draft" }, plain, fallback)).toBe(fallback);
    expect(stateLabel({ pipelineId: annualReport.id, step: "elsewhere" }, plain, fallback)).toBe(fallback);
  });
});
