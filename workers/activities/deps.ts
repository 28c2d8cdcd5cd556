import type { Client } from "@temporalio/client";
import type { Db } from "../../store/db.ts";

export interface ActivityDeps {
  db: Db;
  client: Client;
  now: () => number;
}
