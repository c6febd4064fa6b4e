import { mergeConfig } from "vitest/config";

import browser from "../browser/vitest.config";

/** As in the other browser's tests, but WebKit on a busy machine is slower still: it draws and compiles without help. */
const PATIENCE = 150_000;

// The built site in the other two engines, from the same server.
export default mergeConfig(browser, {
  test: { dir: import.meta.dirname, testTimeout: 3 * PATIENCE, hookTimeout: PATIENCE, provide: { patience: PATIENCE } },
});
