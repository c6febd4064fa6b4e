// fast-slow.js: defines the tag, unless another version of it has.

import { FastSlow } from "./fast_slow";

export type * from "./contract";
export { FastSlow };

if (!customElements.get("fast-slow")) customElements.define("fast-slow", FastSlow);
