import { defineConfig } from "vitest/config";

const folders = ["engine", "pipelines", "migrate", "calendar"];

/**
 * What mutation testing runs against every mutant: the pure tests that speak of the engine, none that needs a server.
 * The model tests tell fewer stories than in `npm test`: thousands of mutants meet them one by one.
 */
export default defineConfig({
  test: {
    include: folders.map((folder) => `tests/domain/${folder}/**/*.test.ts`),
    // Hundreds of walks that go where the model tests go as well.
    exclude: ["tests/domain/pipelines/walks.test.ts"],
    testTimeout: 20_000,
    pool: "forks",
    env: { RUNS: "15" },
  },
});
