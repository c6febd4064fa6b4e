import { mergeConfig } from "vitest/config";

import browser from "../browser/vitest.config";

// The built site in the other two engines, from the same server.
export default mergeConfig(browser, { test: { dir: import.meta.dirname } });
