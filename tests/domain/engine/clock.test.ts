import { describe, expect, it } from "vitest";
import { atLocal, compactCalendar, endOfDay, type CalendarDay } from "../../../domain/calendar/index.ts";
import { annualReport } from "../../../domain/pipelines/index.ts";
import {
  apply,
  changeCalendar,
  dueChangeUnder,
  dueOfStep,
  extendDue,
  extensionRefusal,
  nextTimer,
  pauseClock,
  resumeClock,
  targetOfStep,
  termOf,
  timersOf,
  type CaseState,
} from "../../../domain/engine/index.ts";
import { ANNUAL_REPORT_DUE } from "../../../domain/calendar/due-rule.ts";
import {
  DAY,
  DUE,
  inputOf,
  OPENED,
  receiver,
  reportInput,
  sendBack,
  sentReport,
  specialist,
  Story,
  submit,
} from "./scenario.ts";

const at = atLocal;
const later = (serial: number, days: CalendarDay[], years = [2026, 2027]) => ({
  ...compactCalendar(`v${serial}`, years, days),
  serial,
});

/** At Sở KH&CN since Thursday 15/10: three working days end with Tuesday 20/10. */
const intake = (): Story => sentReport();
const intakeDue = endOfDay("2026-10-20");

describe("the clock of a desk with its own time", () => {
  it("stands still while a supplement is awaited, and has no due date and no timers", () => {
    const { input, state } = intake();
    expect(state.dueAt).toBe(intakeDue);
    const paused: CaseState = { ...state, ...pauseClock(input, state, at("2026-10-16", "10:00")) };
    expect(paused.dueAt).toBeNull();
    expect(nextTimer(input, paused)).toBeNull();
  });

  it.each([
    ["2026-10-16", "10:00", "2026-10-16", "15:00", "2026-10-20"],
    ["2026-10-16", "10:00", "2026-10-19", "09:00", "2026-10-21"],
    ["2026-10-16", "10:00", "2026-10-19", "17:00", "2026-10-21"],
    ["2026-10-16", "10:00", "2026-10-19", "17:01", "2026-10-22"],
    ["2026-10-16", "10:00", "2026-10-17", "10:00", "2026-10-21"],
    ["2026-10-17", "10:00", "2026-10-18", "10:00", "2026-10-21"],
    ["2026-10-20", "23:00", "2026-10-30", "08:00", "2026-10-30"],
  ])("paused %s %s, resumed %s %s, is due on %s", (day, hour, day2, hour2, due) => {
    const { input, state } = intake();
    const paused: CaseState = { ...state, ...pauseClock(input, state, at(day, hour)) };
    expect(resumeClock(input, paused, at(day2, hour2)).dueAt).toBe(endOfDay(due));
  });

  it("adds up pauses, and a second pause inside the first changes nothing", () => {
    const { input, state } = intake();
    const step = (before: CaseState, move: typeof pauseClock, day: string): CaseState => ({
      ...before,
      ...move(input, before, at(day, "09:00")),
    });
    let now = step(step(step(state, pauseClock, "2026-10-16"), pauseClock, "2026-10-19"), resumeClock, "2026-10-19");
    expect(now.dueAt).toBe(endOfDay("2026-10-21"));
    now = step(step(now, pauseClock, "2026-10-20"), resumeClock, "2026-10-22");
    expect(now.clock.pausedFor).toBe(3);
    expect(now.dueAt).toBe(endOfDay("2026-10-23"));
  });

  it("runs on while a term of the case is asked about: that one does not stop", () => {
    const { input, state } = new Story(reportInput);
    expect(pauseClock(input, state, at("2026-10-16", "10:00")).dueAt).toBe(DUE);
  });

  it("finds what was left when a file that it gave back returns", () => {
    const story = intake();
    story.now = at("2026-10-19", "10:00");
    story.when(receiver, sendBack());
    expect(story.state.clock.left).toEqual({ intake: 1 });
    const back: CaseState = { ...story.state, step: "intake", enteredAt: at("2026-11-02", "10:00") };
    expect(dueOfStep(story.input, back)).toBe(endOfDay("2026-11-03"));
  });

  it("gives at least one working day to a file that returns after its time was over", () => {
    const story = intake();
    story.now = at("2026-10-26", "10:00");
    expect(story.when(receiver, sendBack()).state.clock.left).toEqual({ intake: 1 });
  });
});

describe("an extension", () => {
  const extension = (to: number) => ({
    to,
    seq: 9,
    reason: "Chờ số liệu của Cục Thống kê",
    at: at("2026-10-16", "09:00"),
  });

  it("keeps the old date and the reason, and lets reminders that lie ahead again go out again", () => {
    const story = intake().until(intakeDue);
    expect(story.state.fired).toContain("overdue");
    const to = endOfDay("2026-10-28");
    const extended = extendDue(story.input, story.state, { ...extension(to), at: intakeDue });
    expect(extended).toMatchObject({ dueAt: to, fired: [] });
    expect(extended.clock.extended).toEqual([
      { from: intakeDue, to, seq: 9, reason: "Chờ số liệu của Cục Thống kê", of: "step" },
    ]);
    const next = { ...story.state, ...extended };
    expect(timersOf(story.input, next).map((timer) => timer.key)).toEqual(["remind:0", "overdue", "escalate:1"]);
  });

  it("to a day off ends with the next working day", () => {
    const { input, state } = intake();
    expect(extendDue(input, state, extension(endOfDay("2026-10-24"))).dueAt).toBe(endOfDay("2026-10-26"));
  });

  it("of the case's term goes along from desk to desk and is what lateness is judged by; the date as written stays", () => {
    const story = new Story(reportInput);
    const to = endOfDay("2026-12-10");
    const extended: CaseState = { ...story.state, ...extendDue(story.input, story.state, extension(to)) };
    expect(termOf(story.input, extended)).toMatchObject({ legalDue: DUE - DAY, effectiveDue: to });
    expect(extended.dueAt).toBe(to);
    story.state = extended;
    story.now = at("2026-12-08", "09:00");
    const sent = sentReport(story.input, story);
    expect(sent.state).toMatchObject({ step: "intake", late: false, sentAt: story.now });
    expect(sent.state.clock.extended).toHaveLength(1);
  });

  it("is refused where there is nothing to extend", () => {
    const { input, state } = intake();
    const paused: CaseState = { ...state, ...pauseClock(input, state, at("2026-10-16", "10:00")) };
    expect(extensionRefusal(state)).toBeNull();
    expect(extensionRefusal(paused)).toBe("paused");
    expect(extensionRefusal({ ...state, dueAt: null })).toBe("no-deadline");
  });
});

describe("a change of the calendar", () => {
  const ruled = inputOf(annualReport, {
    due: { legalDue: DUE - DAY, effectiveDue: DUE, internalTarget: DUE - 3 * DAY, rule: ANNUAL_REPORT_DUE },
  });
  const change = (story: Story, ...given: Parameters<typeof later>): Story => {
    const event = changeCalendar(story.input, story.state, later(...given), story.now);
    if (event) {
      const { state, event: sealed } = apply(story.input, story.state, event);
      story.state = state;
      story.events.push(sealed);
    }
    return story;
  };

  it("moves a rolled term and its timers, and seals the old date and the new", () => {
    const story = change(new Story(ruled), 1, [{ date: "2026-11-30", kind: "HOLIDAY" }]);
    expect(story.state.dueAt).toBe(DUE + DAY);
    expect(story.events.at(-1)).toMatchObject({
      type: "calendar-changed",
      data: { due: { from: DUE, to: DUE + DAY } },
    });
    expect(nextTimer(story.input, story.state)?.at).toBe(at("2026-11-01", "08:00"));
  });

  it("moves a term of working days, after the pauses it had", () => {
    const story = sentReport(ruled);
    story.state = { ...story.state, ...pauseClock(ruled, story.state, at("2026-10-16", "10:00")) };
    story.state = { ...story.state, ...resumeClock(ruled, story.state, at("2026-10-19", "09:00")) };
    expect(story.state.dueAt).toBe(endOfDay("2026-10-21"));
    change(story, 1, [{ date: "2026-10-20", kind: "OFF" }]);
    expect(story.state.dueAt).toBe(endOfDay("2026-10-22"));
    change(story, 2, [{ date: "2026-10-17", kind: "SWAP_WORK" }]);
    expect(story.state.dueAt).toBe(endOfDay("2026-10-20"));
  });

  it("is known from then on to the steps that follow", () => {
    const story = change(new Story(ruled), 1, [{ date: "2026-10-19", kind: "OFF" }]);
    expect(sentReport(ruled, story).state.dueAt).toBe(endOfDay("2026-10-21"));
  });

  it("leaves a date without a rule where it was given", () => {
    const story = change(new Story(reportInput), 1, [{ date: "2026-11-30", kind: "HOLIDAY" }]);
    expect(story.state.dueAt).toBe(DUE);
  });

  it("judges anew whether an open case was late: a day off declared afterwards excuses it", () => {
    const story = new Story(ruled);
    story.now = DUE + 9 * 3_600_000;
    sentReport(ruled, story);
    expect(story.state.late).toBe(true);
    expect(change(story, 1, [{ date: "2026-11-30", kind: "HOLIDAY" }]).state.late).toBe(false);
  });

  it("is taken once, and an older one not at all, nor by a closed case", () => {
    const story = change(new Story(ruled), 2, [{ date: "2026-11-30", kind: "HOLIDAY" }]);
    expect(change(story, 2, []).events).toHaveLength(2);
    expect(change(story, 1, []).events).toHaveLength(2);
    story.state = { ...story.state, outcome: "completed" };
    expect(change(story, 3, []).events).toHaveLength(2);
  });

  it("takes back no reminder that went out, but repeats one whose day comes again", () => {
    const story = new Story(ruled).until(at("2026-11-23", "08:00"));
    expect(story.state.fired).toEqual(["remind:30", "remind:7"]);
    change(story, 1, [{ date: "2026-11-30", kind: "HOLIDAY" }]);
    expect(story.state.fired).toEqual(["remind:30"]);
    expect(nextTimer(story.input, story.state)).toMatchObject({ key: "remind:7", at: at("2026-11-24", "08:00") });
  });
});

describe("what a calendar would do to an open case", () => {
  const ruled = inputOf(annualReport, {
    due: { legalDue: DUE - DAY, effectiveDue: DUE, internalTarget: DUE - 3 * DAY, rule: ANNUAL_REPORT_DUE },
  });
  const under = ({ input, state, now }: Story, ...given: Parameters<typeof later>) =>
    dueChangeUnder(input, state, later(...given), now);

  it("is told as the dates before and after, and nothing of it happens", () => {
    const story = new Story(ruled);
    const { state } = story;
    const holiday = { date: "2026-11-30", kind: "HOLIDAY" } as const;
    expect(under(story, 1, [holiday])).toEqual({ dueFrom: DUE, dueTo: DUE + DAY, lateFrom: false, lateTo: false });
    expect(story.state).toBe(state);
  });

  it("is nothing where no date moves, and nothing to a case that has ended", () => {
    expect(under(new Story(ruled), 1, [])).toBeNull();
    const done = { ...new Story(ruled).state, outcome: "completed" as const };
    const holiday = { date: "2026-11-30", kind: "HOLIDAY" } as const;
    expect(dueChangeUnder(ruled, done, later(1, [holiday]), OPENED)).toBeNull();
  });

  it("names the case, its table and the content it was told of", () => {
    const story = new Story(ruled).when(specialist, submit());
    const event = changeCalendar(story.input, story.state, later(1, []), story.now);
    const { id, hash } = story.state.content!;
    expect(event).toMatchObject({
      pipeline: "annual-report@2",
      seq: story.state.seq + 1,
      content: { id, hash },
      actor: null,
      commandId: null,
    });
    const empty = new Story(ruled);
    expect(changeCalendar(empty.input, empty.state, later(1, []), OPENED)?.content).toBeNull();
  });
});

describe("a year without a calendar", () => {
  const bare = (years: number[]) => inputOf(annualReport, { calendar: compactCalendar("bare", years, []) });

  it("refuses the command that would need it, by name", () => {
    const story = new Story(bare([2026]));
    story.now = at("2026-12-30", "09:00");
    sentReport(story.input, story);
    expect(story.lastRejection).toEqual({ code: "calendar-missing", year: 2027 });
    expect(story.state.step).toBe("dispatch");
  });

  it("stops no case that moves by itself: it says which year is missing, and finds its dates when that comes", () => {
    const story = new Story(bare([]));
    expect(story.state).toMatchObject({ dueAt: DUE, clock: { missingYear: 2026 } });
    expect(story.until(DUE).events.map((event) => event.data.timer)).toContain("overdue");
    const event = changeCalendar(story.input, story.state, later(1, []), DUE + 1);
    expect(event && apply(story.input, story.state, event).state).toMatchObject({
      dueAt: DUE,
      clock: { missingYear: null },
    });
  });
});

describe("the sub-deadline of a level", () => {
  const draft = annualReport.steps.draft;
  const step = { ...draft, deadline: { ...(draft && "deadline" in draft ? draft.deadline : {}), target: 5 } };
  const input = inputOf({ ...annualReport, steps: { ...annualReport.steps, draft: step as never } });

  it("lies so many working days before the internal target, and its desk hears of it that morning", () => {
    const { state } = new Story(input);
    expect(targetOfStep(input, state)).toBe(endOfDay("2026-11-20"));
    expect(timersOf(input, state)).toContainEqual({ key: "target", at: at("2026-11-20", "08:00"), event: "reminded" });
  });

  it("moves nothing else: overdue is what the term says", () => {
    const { state } = new Story(input);
    expect(state.dueAt).toBe(DUE);
  });

  it("is none where the step was entered after it, or the table sets none", () => {
    expect(targetOfStep(input, new Story(input, at("2026-11-21", "09:00")).state)).toBeNull();
    expect(targetOfStep(reportInput, new Story(reportInput).state)).toBeNull();
  });
});
