import { defineConfig } from "vitest/config";

// The built site in a real browser, from a plain static server. Waits are generous; nothing is timed.
export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: [`${import.meta.dirname}/site_server.ts`],
    environment: "node",
    testTimeout: 180_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
