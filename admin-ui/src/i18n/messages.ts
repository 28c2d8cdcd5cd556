import { caseMessages as caseVi } from "./vi/case.ts";
import { draft as draftVi } from "./vi/draft.ts";
import { funding as fundingVi } from "./vi/funding.ts";
import { ledger as ledgerVi } from "./vi/ledger.ts";
import { lines as linesVi } from "./vi/lines.ts";
import { oversight as oversightVi } from "./vi/oversight.ts";
import { rounds as roundsVi } from "./vi/rounds.ts";
import { shell as shellVi } from "./vi/shell.ts";
import { work as workVi } from "./vi/work.ts";
import { caseMessages as caseEn } from "./en/case.ts";
import { draft as draftEn } from "./en/draft.ts";
import { funding as fundingEn } from "./en/funding.ts";
import { ledger as ledgerEn } from "./en/ledger.ts";
import { lines as linesEn } from "./en/lines.ts";
import { oversight as oversightEn } from "./en/oversight.ts";
import { rounds as roundsEn } from "./en/rounds.ts";
import { shell as shellEn } from "./en/shell.ts";
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
};

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
export type MessageKey = Paths<Messages>;
