import { describe, expect, it } from "vitest";
import { annualReport, fundingList } from "../../../domain/pipelines/index.ts";
import { partiesOf, releasedOf, seatedUnits } from "../../../domain/engine/index.ts";
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

describe("seats in a case", () => {
  it("are those that the table names, whoever else could sit", () => {
    expect([...partiesOf(annualReport)].sort()).toEqual(["department", "owner"]);
    expect(partiesOf(fundingList).has("finance")).toBe(true);
    const input = inputOf(annualReport, { parties: { ...reportInput.parties, finance: "STC", planning: "SKHDT" } });
    expect(seatedUnits(input, new Story(input).state)).toEqual(["SYT", "SKHCN"]);
  });
});
