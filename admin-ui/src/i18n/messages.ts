import { caseMessages as caseVi } from "./vi/case.ts";
import { draft as draftVi } from "./vi/draft.ts";
import { funding as fundingVi } from "./vi/funding.ts";
import { oversight as oversightVi } from "./vi/oversight.ts";
import { shell as shellVi } from "./vi/shell.ts";
import { standing as standingVi } from "./vi/standing.ts";
import { work as workVi } from "./vi/work.ts";
import { caseMessages as caseEn } from "./en/case.ts";
import { draft as draftEn } from "./en/draft.ts";
import { funding as fundingEn } from "./en/funding.ts";
import { oversight as oversightEn } from "./en/oversight.ts";
import { shell as shellEn } from "./en/shell.ts";
import { standing as standingEn } from "./en/standing.ts";
import { work as workEn } from "./en/work.ts";

export const vi = { ...shellVi, ...workVi, ...caseVi, ...draftVi, ...oversightVi, ...fundingVi, ...standingVi };
export type Messages = typeof vi;

/** The annotation is the parity check: a key missing in English, or one too many, does not compile. */
export const en: Messages = {
  ...shellEn,
  ...workEn,
  ...caseEn,
  ...draftEn,
  ...oversightEn,
  ...fundingEn,
  ...standingEn,
};

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
export type MessageKey = Paths<Messages>;
