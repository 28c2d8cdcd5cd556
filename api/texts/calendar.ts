import type { EditProblem } from "../../domain/calendar/edit.ts";

/** What is wrong with an edit of the calendar; `date` is written day first, empty where no date is at fault. */
export type CalendarEditTexts = Record<EditProblem["code"], (date: string) => string>;

export interface CalendarHealthTexts {
  calendarUp: (years: number[]) => string;
  calendarProvisional: (years: number[]) => string;
  calendarMissing: (years: number[], cases: number) => string;
  calendarUntold: (serial: number, failed: number) => string;
}

const list = (years: number[]): string => years.join(", ");

export const calendarEditVi: CalendarEditTexts = {
  "nothing-changed": () => "Chưa có thay đổi nào để lưu.",
  "year-missing": (date) => `Ngày ${date} thuộc năm chưa có trong lịch: nhập năm đó trước.`,
  "day-twice": (date) => `Ngày ${date} được ghi hai lần.`,
  "not-a-weekend": (date) => `Ngày ${date} vốn là ngày làm việc: chỉ thứ bảy, chủ nhật mới làm bù.`,
  "is-a-weekend": (date) => `Ngày ${date} vốn là ngày nghỉ: chỉ ngày làm việc mới nghỉ hoán đổi.`,
  "hours-out-of-order": () => "Giờ mở cửa phải trước giờ trưa, giờ trưa phải trước giờ đóng cửa.",
  "no-such-date": (date) => `Không có ngày ${date}.`,
};

export const calendarEditEn: CalendarEditTexts = {
  "nothing-changed": () => "There is nothing to save yet.",
  "year-missing": (date) => `${date} lies in a year that is not in the calendar: enter the year first.`,
  "day-twice": (date) => `${date} is listed twice.`,
  "not-a-weekend": (date) => `${date} is a working day anyway: only a Saturday or Sunday is worked in exchange.`,
  "is-a-weekend": (date) => `${date} is a day off anyway: only a working day is taken off in exchange.`,
  "hours-out-of-order": () => "Opening must come before noon, and noon before closing.",
  "no-such-date": (date) => `There is no ${date}.`,
};

export const calendarHealthVi: CalendarHealthTexts = {
  calendarUp: (years) => `Đã nhập các năm ${list(years)}.`,
  calendarProvisional: (years) =>
    `Năm ${list(years)} mới là dự kiến: cần xác nhận lịch nghỉ Tết và ngày hoán đổi theo quyết định của năm.`,
  calendarMissing: (years, cases) =>
    `Chưa nhập lịch làm việc năm ${list(years)}: không tính được hạn rơi vào năm đó.` +
    (cases > 0 ? ` ${cases} hồ sơ đang mở chưa có hạn vì thiếu lịch.` : ""),
  calendarUntold: (serial, failed) => `Thay đổi lịch số ${serial} chưa đến được ${failed} hồ sơ; hệ thống tự thử lại.`,
};

export const calendarHealthEn: CalendarHealthTexts = {
  calendarUp: (years) => `Entered: ${list(years)}.`,
  calendarProvisional: (years) =>
    `${list(years)} is provisional: confirm Tết and the swap days from the decision of the year.`,
  calendarMissing: (years, cases) =>
    `The working calendar of ${list(years)} has not been entered: no due date in it can be computed.` +
    (cases > 0 ? ` ${cases} open cases have no due date for want of it.` : ""),
  calendarUntold: (serial, failed) => `Change ${serial} has not reached ${failed} cases yet; it is tried again.`,
};
