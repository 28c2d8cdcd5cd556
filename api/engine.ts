import { Client, Connection } from "@temporalio/client";
import { Reach } from "./reach.ts";

export interface Engine {
  client: Client;
  connection: Connection;
  namespace: string;
  /** Whether it can be reached just now. */
  reach: Reach;
  close: () => Promise<void>;
}

const PROBE_MS = 1_000;

/** Lazy: the API starts, and serves what people read, while the engine is still down. */
export function connectEngine(address: string, namespace: string): Engine {
  const connection = Connection.lazy({ address, connectTimeout: 3000 });
  const probe = () =>
    connection.withDeadline(Date.now() + PROBE_MS, () => connection.workflowService.getSystemInfo({}));
  return {
    client: new Client({ connection, namespace }),
    connection,
    namespace,
    reach: new Reach(probe, Date.now),
    close: () => connection.close(),
  };
}
