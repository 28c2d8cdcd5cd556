import { describe, expect, it } from "vitest";
import { actionsFor, type Action, type Actor, type Verb } from "../../../domain/engine/index.ts";
import {
  atLines,
  atOpinions,
  atSign,
  chair,
  checker,
  collector,
  drafter,
  finance as asked,
  gathered,
  agree,
  viceChair,
} from "./all-kinds.ts";
import * as list from "./list-story.ts";
import { admin, receiver, reportInput, specialist, Story } from "./scenario.ts";

type Choices = Pick<Action, "targets" | "marks" | "units" | "lines" | "byLine" | "questions">;

/** What there is to choose from, by verb; verbs that offer nothing to choose are left out. */
function choices({ input, state, now }: Story, actor: Actor): Partial<Record<Verb, Partial<Choices>>> {
  const offered = actionsFor(input, state, [actor], now).map(({ verb, targets, marks, units, lines, ...rest }) => {
    const { byLine, questions } = rest;
    const all: Choices = { targets, marks, units, lines, byLine, questions };
    const some = Object.entries(all).filter(
      ([, value]) => value === true || (Array.isArray(value) && value.length > 0),
    );
    return [verb, Object.fromEntries(some)] as const;
  });
  return Object.fromEntries(offered.filter(([, given]) => Object.keys(given).length > 0));
}

describe("what is to be chosen from", () => {
  it("where one decides: the desks it may go back to, and those who may be asked", () => {
    const targets = ["draft", "gather"];
    expect(choices(gathered(), checker)).toEqual({ return: { targets }, clarify: { targets } });
  });

  it("where units are asked: who is still awaited", () => {
    const story = atOpinions();
    const back = { return: { targets: ["draft"] }, clarify: { targets: ["draft"] } };
    expect(choices(story, collector)).toEqual({
      ...back,
      unconsult: { units: ["STC", "SKHDT"] },
    });
    const { unconsult } = choices(story.when(asked, agree), collector);
    expect(unconsult).toEqual({ units: ["SKHDT"] });
  });

  it("where lines are decided: those left to decide and those that wait for the council", () => {
    const line = (lines: string[]) => ({ lines, byLine: true });
    const story = atLines();
    const back = { return: { targets: ["draft", "opinions"] }, clarify: { targets: ["draft"] } };
    expect(choices(story, viceChair)).toEqual({
      ...back,
      "decide-lines": line(["a", "b"]),
      "resolve-lines": { byLine: true },
    });
    story.when(viceChair, {
      verb: "decide-lines",
      decisions: [{ line: "a", decision: "refer", reason: "Thẩm quyền HĐND" }],
    });
    expect(choices(story, viceChair)).toMatchObject({ "decide-lines": line(["b"]), "resolve-lines": line(["a"]) });
  });

  it("where one signs: the forms this person may sign in", () => {
    const { approve } = choices(atSign(), chair);
    expect(approve).toEqual({ marks: ["own", "TM."] });
    expect(choices(atSign(), viceChair).approve).toEqual({ marks: ["KT."] });
  });

  it("where a question is open: to whom it was put, and for whoever asked it", () => {
    const story = gathered().when(checker, { verb: "clarify", reason: "Vì sao?", to: "draft" });
    const questions = [story.state.seq];
    expect(choices(story, drafter)).toMatchObject({ answer: { questions } });
    expect(choices(story, checker)).toMatchObject({ "retract-question": { questions } });
    expect(choices(story, checker).answer).toBeUndefined();
    expect(choices(story, drafter)["retract-question"]).toBeUndefined();
  });

  it("where opinions are by branch: the lines of one's own, given line by line", () => {
    const story = new Story(list.listInput).when(list.specialist, list.freeze());
    expect(choices(story, list.finance).opine).toEqual({ lines: ["health", "training"], byLine: true });
    expect(choices(story, list.planning).opine).toEqual({ lines: ["lab"], byLine: true });
  });

  it("where figures are proposed: the lines whose difference must be explained", () => {
    const { health, lab, training, says } = list;
    const story = new Story(list.listInput)
      .when(list.specialist, list.freeze())
      .when(list.finance, list.opine(says(health, "agree-with-changes", 800), says(training, "agree")))
      .when(list.planning, list.opine(says(lab, "object")));
    expect(choices(story, list.divisionHead).approve).toEqual({ lines: ["health", "lab"], byLine: true });
  });

  it("is nothing where a draft is written", () => {
    expect(choices(new Story(reportInput), specialist)).toEqual({});
  });

  it("is offered in the name of the post that may, and of none where there is no post at all", () => {
    const { input, state, now } = new Story(reportInput);
    expect(actionsFor(input, state, [], now)).toEqual([]);
    const urged = actionsFor(input, state, [receiver, admin], now).find(({ verb }) => verb === "reassign");
    expect(urged).toMatchObject({ enabled: true, actor: admin });
  });
});
