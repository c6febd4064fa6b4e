import { defineConfig } from "vitest/config";

/** How long a condition is waited for, in milliseconds: machines that test are busy. */
const PATIENCE = 40_000;

// The built site in a real browser, from a plain static server. Waits are generous; nothing is timed.
export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: [`${import.meta.dirname}/site_server.ts`],
    environment: "node",
    testTimeout: 180_000,
    hookTimeout: PATIENCE,
    expect: { poll: { timeout: PATIENCE } },
    provide: { patience: PATIENCE },
    fileParallelism: false,
  },
});
