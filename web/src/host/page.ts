// The transports of a page. All its hosts share them: what one has compiled, the others need not.

import { assets } from "./assets";
import { browserTransports } from "./browser";

export const pageTransports = browserTransports(assets);
