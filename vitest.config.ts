import { defineConfig } from "vitest/config";

// Everything that needs no browser; the browser's tests have their own configuration beside them.
export default defineConfig({
  test: {
    include: ["tests/web/unit/**/*.test.ts", "tests/wasm/**/*.test.ts"],
    environment: "node",
  },
});
