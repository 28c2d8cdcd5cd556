import { defineConfig } from "vitest/config";

/** Folders whose tests reach the engine. */
const folders = ["engine", "pipelines", "migrate", "calendar", "campaign", "delegation", "funding", "lint", "rights"];

/** What mutation testing runs against every mutant: the pure tests that speak of the engine, none that needs a server. */
export default defineConfig({
  test: {
    include: folders.map((folder) => `tests/domain/${folder}/**/*.test.ts`),
    // Walks of hundreds of steps, and the laws of the ledger over random lives: told to every mutant they would take hours.
    exclude: ["tests/domain/pipelines/walks.test.ts", "tests/domain/funding/{money-of-case,ledger}.test.ts"],
    testTimeout: 20_000,
    // One worker reads the engine once for all files: pure tests have nothing to keep apart.
    isolate: false,
    env: { RUNS: "60" },
  },
});
