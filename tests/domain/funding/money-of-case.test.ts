import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apply,
  decide,
  type Actor,
  type CaseEvent,
  type CommandBody,
  type Verb,
} from "../../../domain/engine/index.ts";
import { countedAt } from "../../../domain/funding/ceiling.ts";
import { EMPTY_LEDGER, recordMoney, type Ledger } from "../../../domain/funding/ledger.ts";
import type { LineMoney } from "../../../domain/funding/line-money.ts";
import { moneyEventsOf } from "../../../domain/funding/money-of-case.ts";
import { fundingRequest } from "../../../domain/pipelines/index.ts";
import { back } from "../engine/all-kinds.ts";
import {
  atDecision,
  atExplain,
  decide as decideLines,
  director,
  divisionHead,
  explain,
  figure,
  freeze,
  given,
  health,
  lab,
  lines,
  listInput,
  specialist,
  training,
  viceChair,
} from "../engine/list-story.ts";
import { bodyOf, castOf, ofItself, possible } from "../engine/model/walk.ts";
import { content, inputOf, Story } from "../engine/scenario.ts";
import { transitionsOf } from "../../support/opened-case.ts";

const money = ({ id, source, year, requested, owner = "SYT" }: (typeof lines)[number]) => ({
  id: `asked-${id}`,
  type: "requested" as const,
  lineId: id,
  at: 0,
  amount: String(requested),
  line: {
    lineId: id,
    requestId: `request-${id}`,
    unitCode: owner,
    taskCode: "III.3.b.1",
    title: id,
    sourceCode: source,
    capital: "regular",
    year,
    window: "next-year",
  },
});

const asked = (of = lines): Ledger =>
  of.reduce((ledger, line) => {
    const recorded = recordMoney(ledger, money(line));
    return recorded.ok ? recorded.ledger : ledger;
  }, EMPTY_LEDGER);

/** Every event is judged by the laws of money as well: what the engine let through must not break one. */
function follow(story: Story, ledger = asked(), document = "15/QĐ-UBND"): Ledger {
  for (const transition of transitionsOf(story.input, story.events)) {
    for (const event of moneyEventsOf(story.input, transition, { lines: ledger.lines, document })) {
      const recorded = recordMoney(ledger, event);
      if (!recorded.ok) throw new Error(`${event.type} on ${event.lineId}: ${recorded.refusal.code}`);
      ledger = recorded.ledger;
    }
  }
  return ledger;
}

const lineIn = (ledger: Ledger, id: string): LineMoney => ledger.lines.get(id)!;

describe("the money of a list", () => {
  it("is appraised by the unit whose branch it is, and goes up with the department's own figure", () => {
    const ledger = follow(atExplain().when(divisionHead, explain(figure(health, 900))));
    expect(lineIn(ledger, "health")).toMatchObject({ appraised: { STC: 800n }, proposed: 900n });
    expect(lineIn(ledger, "lab")).toMatchObject({ appraised: { SKHDT: 700n }, proposed: 700n });
  });

  it("is free again when the decision is recalled, and only that", () => {
    const story = atDecision().when(
      viceChair,
      decideLines(given(lab, "approve"), given(training, "refer", { reason: "HĐND" })),
    );
    expect(lineIn(follow(story), "lab").decided).toBe(700n);
    story.when(viceChair, back("consolidate"));
    const ledger = follow(story);
    expect(lineIn(ledger, "lab")).toMatchObject({ decided: null, proposed: null, appraised: {} });
    expect(lineIn(ledger, "training")).toMatchObject({ referred: false });
    const whole = [given(health, "approve", { reason: "Đủ" }), given(lab, "approve"), given(training, "approve")];
    const recalled = atDecision().when(viceChair, decideLines(...whole));
    recalled.when(viceChair, { verb: "withdraw", reason: "Nhầm dòng" });
    expect(recalled.state.step).toBe("decision");
    expect(lineIn(follow(recalled), "lab")).toMatchObject({
      decided: null,
      proposed: 700n,
      appraised: { SKHDT: 700n },
    });
  });

  it("forgets a figure that is recalled, and an appraisal of an earlier round", () => {
    const story = atExplain().when(divisionHead, explain(figure(health, 900)));
    story.when(divisionHead, { verb: "withdraw", reason: "Sửa số" });
    expect(lineIn(follow(story), "health")).toMatchObject({ proposed: null, appraised: { STC: 800n } });
    story.when(divisionHead, explain(figure(health, 850))).when(director, back("consolidate"));
    story.when(specialist, freeze());
    expect(lineIn(follow(story), "health")).toMatchObject({ proposed: null, appraised: {} });
  });

  it("of a line taken off the list is neither decided nor reserved, and stands on the next list anew", () => {
    const others = [given(health, "approve-in-part", { amount: 900 }), given(training, "approve")];
    const story = atDecision()
      .when(viceChair, decideLines(given(lab, "refer", { reason: "HĐND" }), ...others))
      .when(viceChair, decideLines(given(lab, "defer", { reason: "Chờ kỳ họp" })));
    const ledger = follow(story);
    expect(lineIn(ledger, "lab")).toMatchObject({ decided: null, referred: false, deferred: true });
    expect(countedAt(lineIn(ledger, "lab"), "decided")).toBe(0n);
    const later = new Story({ ...listInput, caseId: "next-list" });
    later.when(specialist, freeze({ lines: [lab], facts: { investment: true, regular: false } }));
    expect(lineIn(follow(later, ledger), "lab")).toMatchObject({ deferred: false, appraised: {}, proposed: null });
  });
});

describe("a line that is out of a list's hands", () => {
  const without = (over: Partial<LineMoney>): Ledger => {
    const ledger = asked();
    const lines = new Map(ledger.lines).set("lab", { ...lineIn(ledger, "lab"), ...over });
    return { ...ledger, lines };
  };

  it("is left as it is: money given already, or asked for by nobody any more", () => {
    const assigned = { decided: 700n, assigned: 700n };
    const story = atDecision().when(viceChair, back("consolidate")).when(specialist, freeze());
    expect(lineIn(follow(story, without(assigned)), "lab")).toMatchObject(assigned);
    expect(lineIn(follow(atDecision(), without({ withdrawn: true })), "lab")).toMatchObject({ proposed: null });
  });
});

/** What a reader of the ledger counts by hand. */
function checkConserved(ledger: Ledger): void {
  for (const line of ledger.lines.values()) {
    expect(line.decided ?? 0n).toBeLessThanOrEqual(line.requested);
    expect(line.assigned).toBeLessThanOrEqual(line.decided ?? 0n);
    expect(line.proposed ?? 0n).toBeLessThanOrEqual(line.requested);
    if (line.withdrawn) expect(countedAt(line, "decided")).toBe(0n);
  }
}

const requestInput = inputOf(fundingRequest, {
  caseId: "request",
  parties: { ...listInput.parties, owner: "SYT" },
  campaignId: null,
});

/** Rows that change in amount, source or number from one version to the next. */
const rowsOf = (pick: number) =>
  [1, 2, 3].slice(0, 1 + (pick % 3)).map((n) => ({
    id: `request.${n}.2027`,
    requested: 100 * n + (pick % 7),
    source: pick % 5 === 0 ? "IV.1.TX.TW" : "IV.1.TX.DP",
    year: 2027,
    branch: "regular" as const,
    owner: "SYT",
    digest: `${n}/${pick % 7}/${pick % 5}`,
  }));

function bodyFor({ input, state }: Story, verb: Verb, pick: number, actor: Actor): CommandBody {
  const body = bodyOf(input, state, verb, pick, actor);
  if (body.verb === "submit") return { ...body, content: content(`v${pick}`), drafters: [], lines: rowsOf(pick) };
  if (body.verb !== "freeze") return body;
  return { ...body, content: content(`l${pick}`), drafters: [], lines: pick % 3 === 0 ? lines.slice(1) : [...lines] };
}

/** Talk leads nowhere, and ways back are taken now and then, so that most stories get to the money. */
const talk: readonly Verb[] = ["comment", "remind", "reassign", "extend", "clarify", "answer", "consult", "unconsult"];
const ways: readonly Verb[] = ["return", "withdraw", "reject"];

function next(story: Story, actors: readonly Actor[], pick: number): CaseEvent | null {
  const { input, state, now } = story;
  const all = possible(input, state, actors, now).filter(({ verb }) => !talk.includes(verb));
  const onward = all.filter(({ verb }) => !ways.includes(verb));
  const able = pick % 6 > 0 && onward.length > 0 ? onward : all;
  const chosen = able[pick % Math.max(1, able.length)];
  if (!chosen || (pick % 6 > 0 && onward.length === 0)) return ofItself(input, state, now);
  const command = story.command(chosen.actor, bodyFor(story, chosen.verb, 1 + (pick % 900), chosen.actor));
  const decision = decide(input, state, command, now);
  return decision.ok ? decision.event : null;
}

describe.each([
  ["a list", listInput, asked()],
  ["a request", requestInput, EMPTY_LEDGER],
] as const)("any acts on %s, in any order", (_, input, before) => {
  const actors = castOf(input.pipeline, input.parties);

  it("conserve the money of its lines and break no law of it", () => {
    let moved = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 20, maxLength: 90 }), (picks) => {
        const story = new Story(input);
        let ledger: Ledger = before;
        for (const pick of picks) {
          if (story.state.outcome !== null) break;
          const happening = next(story, actors, pick);
          if (!happening) continue;
          const { event, state } = apply(story.input, story.state, happening);
          story.state = state;
          for (const happened of moneyEventsOf(input, { event, state }, { lines: ledger.lines, document: "15/QĐ" })) {
            const recorded = recordMoney(ledger, happened);
            expect(recorded.ok ? null : [event.type, happened.type, recorded.refusal.code]).toBeNull();
            if (recorded.ok) ledger = recorded.ledger;
            moved += 1;
          }
          checkConserved(ledger);
          checkAgree(story, ledger);
        }
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(100);
  }, 60_000);
});

/** The ledger never holds a decision that the list itself has given up, nor lacks one it has taken. */
function checkAgree({ input, state }: Story, ledger: Ledger): void {
  if (input.pipeline.id !== "funding-list") return;
  for (const line of state.lines) {
    const money = ledger.lines.get(line.id);
    if (!money) continue;
    const granted = line.status === "approved" || line.status === "approved-in-part";
    const decided = granted ? BigInt(line.amount) : line.status === "rejected" ? 0n : null;
    expect([line.id, money.decided, money.referred]).toEqual([line.id, decided, line.status === "referred"]);
  }
}
