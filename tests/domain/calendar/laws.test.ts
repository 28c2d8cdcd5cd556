import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addWorkingDays,
  atLocal,
  isWorkingDay,
  lastDayOf,
  shiftDue,
  workingDaysAfter,
  workingDaysBefore,
} from "../../../domain/calendar/index.ts";
import { vietnamCalendar } from "../../../domain/calendar/vietnam-days.ts";
import {
  apply,
  fireTimers,
  openCase,
  pauseClock,
  resumeClock,
  timersOf,
  type CaseState,
} from "../../../domain/engine/index.ts";
import { shippedPipelines } from "../../../domain/pipelines/index.ts";
import { DUE, inputOf, OPENED, sentReport } from "../engine/scenario.ts";

const calendar = vietnamCalendar();
const day = fc.integer({ min: 0, max: 2300 }).map((n) => addDays("2024-02-15", n));
const minute = fc.integer({ min: 0, max: 1439 });
const moment = fc.tuple(day, minute).map(([date, minutes]) => atLocal(date, "00:00") + minutes * 60_000);
const term = fc.integer({ min: 1, max: 40 });

describe("laws of a term of working days", () => {
  it("never ends on a day off, whole or with half a day", () => {
    fc.assert(
      fc.property(moment, term, fc.boolean(), (start, n, half) => {
        const due = addWorkingDays(calendar, start, half ? n - 0.5 : n);
        expect(isWorkingDay(calendar, lastDayOf(due))).toBe(true);
        expect(due).toBeGreaterThan(start);
      }),
    );
  });

  it("ends no earlier when it begins later or is longer", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 30 * 86_400_000 }), term, (start, wait, n) => {
        const due = addWorkingDays(calendar, start, n);
        expect(addWorkingDays(calendar, start + wait, n)).toBeGreaterThanOrEqual(due);
        expect(addWorkingDays(calendar, start, n + 0.5)).toBeGreaterThan(due);
        expect(addWorkingDays(calendar, start, n + 1)).toBeGreaterThan(due);
      }),
    );
  });

  it("is undone by counting back, from any working day", () => {
    fc.assert(
      fc.property(day, term, (date, n) => {
        fc.pre(isWorkingDay(calendar, date));
        expect(workingDaysBefore(calendar, workingDaysAfter(calendar, date, n), n)).toBe(date);
      }),
    );
  });
});

describe("laws of the clock", () => {
  const at = fc.integer({ min: 0, max: 60 * 1440 }).map((minutes) => OPENED + minutes * 60_000);

  it("a pause and its end move the date by the working days between them, and by nothing else", () => {
    const { input, state } = sentReport();
    const before = state.dueAt ?? 0;
    fc.assert(
      fc.property(at, at, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const paused: CaseState = { ...state, ...pauseClock(input, state, from) };
        const resumed: CaseState = { ...paused, ...resumeClock(input, paused, to) };
        expect(resumed.dueAt).toBe(shiftDue(input.calendar, before, resumed.clock.pausedFor));
        expect(resumed.dueAt).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe.each(shippedPipelines.map((pipeline) => [`${pipeline.id}@${pipeline.version}`, pipeline] as const))(
  "a deadline of %s",
  (_, pipeline) => {
    const input = inputOf(pipeline, { calendar });
    const timed = Object.keys(pipeline.steps).filter((step) => "deadline" in (pipeline.steps[step] ?? {}));

    it("reminds, escalates and marks; at no step does it decide or move anything", () => {
      expect(timed.length).toBeGreaterThan(0);
      for (const step of timed) {
        let state: CaseState = { ...openCase(input, OPENED).state, step, dueAt: DUE };
        for (const timer of timersOf(input, state)) {
          const event = fireTimers(input, state, timer.at);
          expect(event?.data.timer).toBe(timer.key);
          expect(event).toMatchObject({ actor: null, commandId: null });
          expect(event?.to).toBeUndefined();
          const after = event ? apply(input, state, event).state : state;
          const { seq, lastHash, fired } = after;
          expect(after).toEqual({ ...state, seq, lastHash, fired });
          state = after;
        }
        expect(fireTimers(input, state, DUE + 366 * 86_400_000)).toBeNull();
      }
    });
  },
);
