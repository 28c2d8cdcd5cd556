import type { TestServer } from "../../scripts/bootstrap/test-server.mjs";

export type PostgresOfRun = { readonly port: number; readonly administrator: string; readonly application: string };

declare module "vitest" {
  export interface ProvidedContext {
    postgres: PostgresOfRun;
    temporal: string;
    workflowBundle: string;
    testServer: TestServer;
    chromium: string;
    userInterface: string;
  }
}
