import type { LineMoney } from "../domain/funding/line-money.ts";
import type { LineKey } from "../domain/funding/money-event.ts";
import { fold } from "../domain/text/text.ts";
import { statement } from "./query.ts";

/** A line as the table has it. Amounts come as strings of digits: a bigint of SQL exceeds what a number holds. */
export interface FundingLineRow {
  id: string;
  requestId: string;
  campaignId: string | null;
  unitCode: string;
  taskCode: string;
  title: string;
  sourceCode: string;
  capital: string;
  year: number;
  window: string;
  requested: string;
  appraised: Record<string, string>;
  proposed: string | null;
  decided: string | null;
  referred: boolean;
  deferred: boolean;
  fundedOn: string | null;
  assigned: string;
  supplemented: string;
  carriedIn: string;
  carriedOut: string;
  recovered: string;
  disbursed: string;
  periods: Record<string, string>;
  returned: boolean;
  withdrawn: boolean;
  settled: boolean;
  recorded: string;
  seq: number;
}

const MONEY = [
  "requested",
  "proposed",
  "decided",
  "assigned",
  "supplemented",
  "carriedIn",
  "carriedOut",
  "recovered",
  "disbursed",
  "recorded",
] as const;
const STATE = [
  ...MONEY,
  "appraised",
  "periods",
  "referred",
  "deferred",
  "fundedOn",
  "returned",
  "withdrawn",
  "settled",
] as const;
const KEY = ["requestId", "unitCode", "taskCode", "title", "sourceCode", "capital", "year", "window"] as const;

export const lineColumns = (alias: string): string =>
  ["id", "campaignId", ...KEY, ...STATE, "seq"].map((column) => `${alias}."${column}"`).join(", ");

export const keyOfRow = (row: FundingLineRow): LineKey => ({
  lineId: row.id,
  requestId: row.requestId,
  unitCode: row.unitCode,
  taskCode: row.taskCode,
  title: row.title,
  sourceCode: row.sourceCode,
  capital: row.capital,
  year: row.year,
  window: row.window,
});

const whole = (amount: string | null): bigint | null => (amount === null ? null : BigInt(amount));
const mapped = <From, To>(values: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, to(value)]));

export const moneyOfRow = (row: FundingLineRow): LineMoney => ({
  key: keyOfRow(row),
  requested: BigInt(row.requested),
  appraised: mapped(row.appraised, BigInt),
  proposed: whole(row.proposed),
  decided: whole(row.decided),
  referred: row.referred,
  deferred: row.deferred,
  fundedOn: row.fundedOn,
  assigned: BigInt(row.assigned),
  supplemented: BigInt(row.supplemented),
  carriedIn: BigInt(row.carriedIn),
  carriedOut: BigInt(row.carriedOut),
  recovered: BigInt(row.recovered),
  disbursed: BigInt(row.disbursed),
  periods: mapped(row.periods, BigInt),
  returned: row.returned,
  withdrawn: row.withdrawn,
  settled: row.settled,
  recorded: BigInt(row.recorded),
});

/** What a write of the line carries; amounts as text, since JSON has no bigint. */
export function rowOfMoney({ key, ...money }: LineMoney, seq: number): Record<string, unknown> {
  const { lineId, ...place } = key;
  const amounts = Object.fromEntries(MONEY.map((column) => [column, money[column]?.toString() ?? null]));
  const { referred, deferred, fundedOn, returned, withdrawn, settled } = money;
  return {
    id: lineId,
    ...place,
    ...amounts,
    appraised: mapped(money.appraised as Record<string, bigint>, String),
    periods: mapped(money.periods, String),
    referred,
    deferred,
    fundedOn,
    returned,
    withdrawn,
    settled,
    seq,
    searchKey: fold(`${key.title} ${key.taskCode} ${key.unitCode}`),
  };
}

/** All but its id and its round: a new version of a request may ask for the same row under another source. */
const updated = [...KEY, ...STATE, "seq", "searchKey"].map((column) => `"${column}" = excluded."${column}"`).join(", ");

export const putLines = statement(`
INSERT INTO "FundingLine" AS l SELECT * FROM jsonb_populate_recordset(NULL::"FundingLine", $1::jsonb)
ON CONFLICT ("id") DO UPDATE SET ${updated}`);
