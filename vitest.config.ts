import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { runSeed } from "./house/run-seed.ts";

const tests = "{server,cli,log,house,bench,web}/**/*.test.ts";
const browserTests = "{server,cli,log,house,bench,web}/**/*.browser.test.ts";
const databaseSetup = "server/src/platform/database/test-setup.ts";

/** Two projects: `unit` in two workers, then `browser`, one file at a time because pages are slow on two cores. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    pool: "forks",
    maxWorkers: 2,
    setupFiles: ["./house/test-seed.ts"],
    provide: { seed: runSeed() },
    globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
    projects: [
      {
        extends: true,
        test: { name: "unit", include: [tests], exclude: [browserTests], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: [browserTests],
          fileParallelism: false,
          testTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
