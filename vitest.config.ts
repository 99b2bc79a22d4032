import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{server,cli,log,house,bench}/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
