// What is blocked on the way says nothing: it is told of after a while.

import type { Problem } from "../protocol/engine";

/** As the contract promises. */
const BLOCKED_MS = 5000;

/** Tells unless what it returns is called before. */
export function blockedUnless(tell: (problem: Problem) => void): () => void {
  const args = { host: new URL(import.meta.url).host, seconds: String(BLOCKED_MS / 1000) };
  const timer = setTimeout(() => tell({ key: "element.blocked", args }), BLOCKED_MS);
  return () => clearTimeout(timer);
}
