import { addDays, type LocalDate } from "../calendar/index.ts";
import { yearOf } from "../calendar/local-time.ts";
import { LAST_YEAR, type BudgetWindow } from "../funding/windows.ts";

/** "MM-DD": a day of the budget calendar, set locally (vietnam.md §5.2). */
export type DayOfYear = string;

export interface ClosingDays {
  readonly nextYear: DayOfYear;
  readonly investmentYear: DayOfYear;
}

/** What the budget calendar suggests for a round of this window, as of today. */
export interface RoundProposal {
  readonly window: BudgetWindow;
  readonly budgetYear: number;
  /** null: the calendar names no day for it. */
  readonly closesOn: LocalDate | null;
  readonly name: string;
}

/** The next time the day comes, today included; 29/2 is the day before 1/3. */
function nextTime(day: DayOfYear, today: LocalDate): LocalDate {
  const on = (year: number): LocalDate => (day === "02-29" ? addDays(`${year}-03-01`, -1) : `${year}-${day}`);
  const thisYear = on(yearOf(today));
  return thisYear < today ? on(yearOf(today) + 1) : thisYear;
}

const withinPlan = ({ budgetYear }: RoundProposal): boolean => budgetYear <= LAST_YEAR;

export function proposeRounds(days: ClosingDays, today: LocalDate): readonly RoundProposal[] {
  const year = yearOf(today);
  const estimates = nextTime(days.nextYear, today);
  const investment = nextTime(days.investmentYear, today);
  const [budget, plan] = [yearOf(estimates) + 1, yearOf(investment) + 1];
  const all: RoundProposal[] = [
    { window: "next-year", budgetYear: budget, closesOn: estimates, name: `Lập dự toán năm ${budget}` },
    { window: "in-year", budgetYear: year, closesOn: null, name: `Bổ sung trong năm ${year}` },
    {
      window: "investment-year",
      budgetYear: plan,
      closesOn: investment,
      name: `Kế hoạch đầu tư công năm ${plan}`,
    },
    { window: "investment-term", budgetYear: year, closesOn: null, name: "Kế hoạch đầu tư công trung hạn" },
  ];
  return all.filter(withinPlan);
}
