import { defineConfig } from "vitest/config";

import { declarationSchema } from "./web/build/schema";

// Everything that needs no browser; the browser's tests have their own configuration beside them.
export default defineConfig({
  plugins: [declarationSchema()],
  test: {
    include: ["tests/web/unit/**/*.test.ts", "tests/wasm/**/*.test.ts"],
    environment: "node",
  },
});
