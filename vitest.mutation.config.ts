import { defineConfig } from "vitest/config";

const folders = ["engine", "pipelines", "migrate", "calendar"];
/** Thousands of mutants meet the tests one by one: random stories are told only to those that all else lets live. */
const stories = ["tests/domain/pipelines/walks.test.ts", "tests/domain/engine/model/**"];

/** What mutation testing runs against every mutant: the pure tests that speak of the engine, none that needs a server. */
export default defineConfig({
  test: {
    include: folders.map((folder) => `tests/domain/${folder}/**/*.test.ts`),
    exclude: process.env.STORIES === "1" ? [] : stories,
    testTimeout: 20_000,
    // One worker reads the engine once for all files: pure tests have nothing to keep apart.
    isolate: false,
    env: { RUNS: "60" },
  },
});
