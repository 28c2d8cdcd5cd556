import { describe, expect, it } from "vitest";
import { annualReport, fundingList } from "../../../domain/pipelines/index.ts";
import { mayBeRead, partiesOf, releasedOf, seatedUnits, type CaseState } from "../../../domain/engine/index.ts";
import {
  approve,
  clerk,
  content,
  divisionHead,
  dossierInput,
  head,
  inputOf,
  issue,
  person,
  receiver,
  reportInput,
  sendBack,
  sentReport,
  specialist,
  Story,
  submit,
} from "./scenario.ts";

describe("versions that have left the house that wrote them", () => {
  it("are none while the report goes round inside the agency", () => {
    const story = new Story(reportInput).when(specialist, submit()).when(divisionHead, approve).when(head, approve);
    expect(releasedOf(story.input, story.state)).toEqual([]);
  });

  it("are the ones that were sent, not those reworked before or after", () => {
    const story = new Story(reportInput).when(specialist, submit("v1")).when(divisionHead, sendBack());
    sentReport(reportInput, story);
    expect(releasedOf(story.input, story.state)).toEqual([2]);
    story.when(receiver, sendBack()).when(specialist, submit("v3"));
    expect(releasedOf(story.input, story.state)).toEqual([2]);
    story.when(divisionHead, approve).when(head, approve).when(clerk, issue);
    expect(releasedOf(story.input, story.state)).toEqual([2, 3]);
  });

  it("are, of the dossier, the one that went up to the UBND office", () => {
    const frozen = { content: content("d"), drafters: [], included: 1, owing: 1, missing: [] };
    const story = new Story(dossierInput).when(receiver, { verb: "freeze", ...frozen });
    story.when(person("SKHCN", "division-head"), approve).when(person("SKHCN", "head"), approve);
    expect(releasedOf(story.input, story.state)).toEqual([]);
    story.when(person("SKHCN", "records-clerk"), issue);
    expect(releasedOf(story.input, story.state)).toEqual([1]);
  });

  it("are told by where it lies for a case from before they were noted down", () => {
    const { input, state } = sentReport();
    const { released: _released, ...before } = state;
    expect(releasedOf(input, before)).toEqual([1]);
    const inside = new Story(reportInput).when(specialist, submit()).state;
    const { released: _none, ...older } = inside;
    expect(releasedOf(input, older)).toEqual([]);
  });
});

describe("where a case from before lies now", () => {
  const before = ({ released: _released, ...state }: CaseState): CaseState => state;
  const released = ({ input, state }: Story): number[] => releasedOf(input, before(state));

  it("is outside at every desk of another house, and when it waits there or has ended", () => {
    expect(released(sentReport())).toEqual([1]);
    expect(released(sentReport().when(receiver, approve))).toEqual([1]);
    expect(released(sentReport().when(receiver, approve).hears("consolidated"))).toEqual([1]);
    expect(released(sentReport().when(receiver, sendBack()))).toEqual([]);
    expect(released(new Story(reportInput))).toEqual([]);
  });

  it("is outside while other units are asked for their opinions on it", () => {
    const gathered = new Story(inputOf(fundingList, { parties: { ...reportInput.parties, finance: "STC" } }));
    const lines = [{ id: "a", requested: 5, source: "IV.1.TX", year: 2027, branch: "regular" as const }];
    const facts = { regular: true };
    const frozen = { content: content("l"), drafters: [], included: 1, owing: 1, missing: [], lines, facts };
    expect(gathered.when(receiver, { verb: "freeze", ...frozen }).state.step).toBe("opinions");
    expect(released(gathered)).toEqual([1]);
  });
});

describe("a version", () => {
  it("is read by the house that writes it before it is sent, and by others after", () => {
    const inside = new Story(reportInput).when(specialist, submit());
    const reads = ({ input, state }: Story, ...units: string[]) => mayBeRead(input, state, { number: 1, units });
    expect([reads(inside, "SYT"), reads(inside, "SCT", "SYT"), reads(inside, "SKHCN"), reads(inside)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(reads(sentReport(), "SKHCN")).toBe(true);
    expect(mayBeRead(reportInput, sentReport().state, { number: 2, units: ["SKHCN"] })).toBe(false);
  });

  it("of a dossier is the department's, and nobody's where no house is known", () => {
    const { owner: _owner, ...parties } = dossierInput.parties;
    const story = new Story({ ...dossierInput, parties });
    expect(mayBeRead(story.input, story.state, { number: 1, units: ["SKHCN"] })).toBe(true);
    const nowhere = { ...story.input, parties: {} };
    expect(mayBeRead(nowhere, story.state, { number: 1, units: [""] })).toBe(true);
    expect(mayBeRead(nowhere, story.state, { number: 1, units: ["SKHCN"] })).toBe(false);
  });
});

describe("seats in a case", () => {
  it("are those that the table names, whoever else could sit", () => {
    expect([...partiesOf(annualReport)].sort()).toEqual(["department", "owner"]);
    expect(partiesOf(fundingList).has("finance")).toBe(true);
    const input = inputOf(annualReport, { parties: { ...reportInput.parties, finance: "STC", planning: "SKHDT" } });
    expect(seatedUnits(input, new Story(input).state)).toEqual(["SYT", "SKHCN"]);
  });
});
