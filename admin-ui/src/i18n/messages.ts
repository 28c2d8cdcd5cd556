import { calendar as calendarVi } from "./vi/calendar.ts";
import { caseMessages as caseVi } from "./vi/case.ts";
import { delegations as delegationsVi } from "./vi/delegations.ts";
import { draft as draftVi } from "./vi/draft.ts";
import { funding as fundingVi } from "./vi/funding.ts";
import { ledger as ledgerVi } from "./vi/ledger.ts";
import { lines as linesVi } from "./vi/lines.ts";
import { oversight as oversightVi } from "./vi/oversight.ts";
import { rounds as roundsVi } from "./vi/rounds.ts";
import { people as peopleVi } from "./vi/people.ts";
import { pipelines as pipelinesVi } from "./vi/pipelines.ts";
import { paper as paperVi } from "./vi/paper.ts";
import { shell as shellVi } from "./vi/shell.ts";
import { standing as standingVi } from "./vi/standing.ts";
import { work as workVi } from "./vi/work.ts";
import { calendar as calendarEn } from "./en/calendar.ts";
import { caseMessages as caseEn } from "./en/case.ts";
import { delegations as delegationsEn } from "./en/delegations.ts";
import { draft as draftEn } from "./en/draft.ts";
import { funding as fundingEn } from "./en/funding.ts";
import { ledger as ledgerEn } from "./en/ledger.ts";
import { lines as linesEn } from "./en/lines.ts";
import { oversight as oversightEn } from "./en/oversight.ts";
import { rounds as roundsEn } from "./en/rounds.ts";
import { people as peopleEn } from "./en/people.ts";
import { pipelines as pipelinesEn } from "./en/pipelines.ts";
import { paper as paperEn } from "./en/paper.ts";
import { shell as shellEn } from "./en/shell.ts";
import { standing as standingEn } from "./en/standing.ts";
import { work as workEn } from "./en/work.ts";

export const vi = {
  ...shellVi,
  ...workVi,
  ...caseVi,
  ...draftVi,
  ...oversightVi,
  ...fundingVi,
  ...ledgerVi,
  ...linesVi,
  ...roundsVi,
  ...pipelinesVi,
  ...calendarVi,
  ...peopleVi,
  ...delegationsVi,
  ...paperVi,
  ...standingVi,
};
export type Messages = typeof vi;

/** The annotation is the parity check: a key missing in English, or one too many, does not compile. */
export const en: Messages = {
  ...shellEn,
  ...workEn,
  ...caseEn,
  ...draftEn,
  ...oversightEn,
  ...fundingEn,
  ...ledgerEn,
  ...linesEn,
  ...roundsEn,
  ...pipelinesEn,
  ...calendarEn,
  ...peopleEn,
  ...delegationsEn,
  ...paperEn,
  ...standingEn,
};

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
export type MessageKey = Paths<Messages>;
