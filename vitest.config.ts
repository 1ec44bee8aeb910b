import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const database = ["tests/harness/start-database.ts"];

/** Each is run with `npm test -- --project <name>`. */
const projects = [
  { name: "unit", include: ["src/**/*.test.{ts,tsx}"], testTimeout: 10_000 },
  {
    name: "integration",
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/{browser,clone,crash,docker,harness}/**"],
    globalSetup: database,
    testTimeout: 120_000,
  },
  {
    name: "docker",
    include: ["tests/docker/**/*.test.ts"],
    globalSetup: [...database, "tests/harness/start-docker.ts"],
    testTimeout: 180_000,
  },
  // Whole products, started and killed: one after the other, so that they don't starve each other.
  { name: "browser", include: ["tests/browser/**/*.test.ts"], testTimeout: 180_000 },
  { name: "clone", include: ["tests/clone/**/*.test.ts"], testTimeout: 600_000 },
  { name: "crash", include: ["tests/crash/**/*.test.ts"], testTimeout: 600_000 },
];
const alone = new Set(["docker", "browser", "clone", "crash"]);

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  test: {
    maxWorkers: 2,
    // A machine that tests may be ten times as slow as one that is worked on.
    expect: { poll: { timeout: 60_000 } },
    setupFiles: ["tests/harness/seed-properties.ts"],
    projects: projects.map(({ name, ...test }, order) => ({
      extends: true as const,
      test: {
        name,
        ...test,
        hookTimeout: test.testTimeout,
        fileParallelism: !alone.has(name),
        sequence: { groupOrder: order },
      },
    })),
  },
});
