import { defineConfig } from "vitest/config";

/** What mutation testing runs against every mutant: the pure tests of the engine, and nothing that needs a server. */
export default defineConfig({
  test: { include: ["tests/domain/engine/**/*.test.ts", "tests/domain/pipelines/**/*.test.ts"], pool: "forks" },
});
