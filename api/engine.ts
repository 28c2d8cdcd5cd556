import { Client, Connection } from "@temporalio/client";

export interface Engine {
  client: Client;
  connection: Connection;
  namespace: string;
  close: () => Promise<void>;
}

/** Lazy: the API starts, and serves what people read, while the engine is still down. */
export function connectEngine(address: string, namespace: string): Engine {
  const connection = Connection.lazy({ address, connectTimeout: 3000 });
  return { client: new Client({ connection, namespace }), connection, namespace, close: () => connection.close() };
}
