import { describe, expect, it } from "vitest";
import { assignablePosts, type Role } from "../../../domain/engine/index.ts";
import { atIssue, atLines, atOpinions, atSign, atTask, finance, agree, gathered, kindsInput } from "./all-kinds.ts";
import {
  admin,
  dossierInput,
  Story,
  submit,
  specialist,
  divisionHead,
  reportInput,
  approve,
  person,
} from "./scenario.ts";

const roles = (story: Story): [string, Role[]][] => {
  const posts = assignablePosts(story.input, story.state);
  return [...new Set(posts.map(({ unit }) => unit))].map((unit) => [
    unit,
    posts.filter((post) => post.unit === unit).map(({ role }) => role),
  ]);
};
const reassign = (unit: string, role: Role, personId?: string) =>
  ({ verb: "reassign", to: { unit, role, ...(personId !== undefined && { personId }) }, reason: "Đi vắng" }) as const;

const working: Role[] = [
  "specialist",
  "division-head",
  "accountant",
  "head",
  "deputy-head",
  "records-clerk",
  "chair",
  "vice-chair",
];

describe("work is given within the unit that holds it", () => {
  it("a draft to anybody who works there", () => {
    expect(roles(new Story(kindsInput))).toEqual([["SYT", working]]);
  });

  it("a check to the roles the table names and those above them, never below", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(roles(story)).toEqual([["SYT", ["division-head", "head", "deputy-head", "chair", "vice-chair"]]]);
    expect(story.when(admin, reassign("SYT", "specialist")).lastRejection?.code).toBe("assignee-not-allowed");
  });

  it("a signature only among those who may sign there", () => {
    const signOff = new Story(reportInput).when(specialist, submit()).when(divisionHead, approve);
    expect(roles(signOff)).toEqual([["SYT", ["head", "deputy-head"]]]);
    expect(roles(atSign())).toEqual([["UBND_TINH", ["chair", "vice-chair"]]]);
    expect(roles(atLines())).toEqual([["UBND_TINH", ["vice-chair"]]]);
    expect(roles(atIssue())).toEqual([["VP_UBND", ["records-clerk"]]]);
  });

  it("a role that the table gives no mark is never handed a paper nobody could then sign", () => {
    const table = structuredClone(kindsInput.pipeline);
    Object.assign(table.steps.sign!, { marks: { chair: ["TM."] } });
    const story = atSign();
    story.input = { ...kindsInput, pipeline: table };
    expect(roles(story)).toEqual([["UBND_TINH", ["chair"]]]);
  });

  it("an opinion, while it is awaited, to the heads of that unit", () => {
    const story = atOpinions();
    expect(roles(story)).toEqual([
      ["STC", ["head", "deputy-head"]],
      ["SKHDT", ["head", "deputy-head"]],
    ]);
    expect(roles(story.when(finance, agree)).map(([unit]) => unit)).toEqual(["SKHDT"]);
  });

  it("and what lies with nobody is given to nobody", () => {
    expect(roles(atTask())).toEqual([]);
    expect(roles(new Story({ ...kindsInput, parties: {} }))).toEqual([]);
  });
});

describe("a decision of the province", () => {
  const decided = (): Story => {
    const story = new Story(dossierInput);
    const freeze = { verb: "freeze", content: { id: "c", hash: "1".repeat(64) }, drafters: [] } as const;
    story.when(person("SKHCN", "specialist"), { ...freeze, drafters: [], included: 44, owing: 44, missing: [] });
    story.when(person("SKHCN", "division-head"), approve).when(person("SKHCN", "head"), approve);
    story.when(person("SKHCN", "records-clerk"), { verb: "issue" });
    return story.when(person("VP_UBND", "specialist"), approve);
  };

  it("is not given to another seat of the case, and the refusal names the posts that could have it", () => {
    const story = decided();
    expect(story.state.step).toBe("decision");
    const to = { unit: "SKHCN", role: "deputy-head" } as const;
    expect(story.when(admin, reassign(to.unit, to.role)).lastRejection).toEqual({
      code: "assignee-not-allowed",
      to,
      allowed: [
        { unit: "UBND_TINH", role: "vice-chair" },
        { unit: "UBND_TINH", role: "chair" },
        { unit: "UBND_TINH", role: "head" },
      ],
    });
    expect(story.when(admin, reassign("UBND_TINH", "chair", "ct")).state.assigned).toMatchObject({ personId: "ct" });
  });
});

describe("an opinion's answer", () => {
  it("stays with its unit", () => {
    expect(atOpinions().when(admin, reassign("UBND_TINH", "chair")).lastRejection?.code).toBe("unit-not-asked");
    expect(gathered().when(admin, reassign("SKHCN", "head")).lastRejection).toBeNull();
  });
});
