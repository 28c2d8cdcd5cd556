import type { Logger } from "pino";
import type { Db } from "../store/index.ts";
import type { Accounts } from "./auth/accounts.ts";
import type { Auth } from "./auth/auth.ts";
import type { Directory } from "./views/directory.ts";
import type { Engine } from "./engine.ts";
import type { Seats } from "../domain/rights/index.ts";
import type { Rights } from "./rights.ts";

export interface Deps {
  db: Db;
  engine: Engine;
  auth: Auth;
  accounts: Accounts;
  rights: Rights;
  seats: Seats;
  directory: Directory;
  clock: () => number;
  log: Logger;
  publicUrl: string;
  origins: string[];
  uiDir: string | null;
  demo: boolean;
  settlerOn: boolean;
  /** How long one call to the engine may take; three of them decide that a silent command was not carried out. */
  callDeadlineMs: number;
  trustProxy: number;
  /** Answers are checked against the contract and stripped of anything it does not name. */
  checkResponses: boolean;
}
