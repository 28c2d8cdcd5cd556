import { defineConfig } from "vitest/config";

type Project = { name: string; include: string[]; workers?: number; timeoutSeconds?: number };

/** In this order, one after the other: what fails soonest comes first, and what measures time runs alone. */
const projects: Project[] = [
  {
    name: "unit",
    include: ["tests/domain/**/*.test.ts", "tests/scripts/**/*.test.ts", "admin-ui/**/*.test.{ts,tsx}"],
    timeoutSeconds: 30,
  },
  { name: "ui", include: ["tests/ui/**/*.test.ts"], workers: 1, timeoutSeconds: 60 },
  { name: "workflows", include: ["tests/workflows/**/*.test.ts"], timeoutSeconds: 60 },
  { name: "store", include: ["tests/store/**/*.test.ts"], timeoutSeconds: 30 },
  { name: "api", include: ["tests/api/**/*.test.ts"], timeoutSeconds: 60 },
  { name: "durability", include: ["tests/durability/**/*.test.ts"], timeoutSeconds: 180 },
  { name: "e2e", include: ["tests/e2e/**/*.test.ts"], timeoutSeconds: 240 },
  { name: "launcher", include: ["tests/launcher/**/*.test.ts"], workers: 1, timeoutSeconds: 300 },
  { name: "chaos", include: ["tests/chaos/**/*.test.ts"], workers: 1, timeoutSeconds: 300 },
];

export default defineConfig({
  test: {
    // Temporal's native part ends the process with a segmentation fault when it is loaded in worker threads.
    pool: "forks",
    reporters: ["default"],
    projects: projects.map(({ name, include, workers = 2, timeoutSeconds = 10 }, order) => ({
      test: {
        name,
        include,
        pool: "forks" as const,
        maxWorkers: workers,
        sequence: { groupOrder: order },
        testTimeout: timeoutSeconds * 1_000,
        hookTimeout: Math.max(timeoutSeconds, 60) * 1_000,
        globalSetup: name === "unit" ? [] : ["tests/support/global-setup.ts"],
      },
    })),
  },
});
