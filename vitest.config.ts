import { defineConfig } from "vitest/config";

import { buildFacts } from "./web/build/facts";
import { measured } from "./web/build/measured";
import { declarationSchema } from "./web/build/schema";

// Everything that needs no browser; the browser's tests have their own configuration beside them.
export default defineConfig({
  plugins: [declarationSchema(), buildFacts(), measured()],
  test: {
    include: ["tests/web/unit/**/*.test.ts", "tests/wasm/**/*.test.ts"],
    environment: "node",
    globalSetup: "tests/reply_schema.ts",
    setupFiles: ["tests/check_replies.ts", "tests/words.ts"],
    // Against hanging for ever. How fast things are is no test's business, and machines may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
