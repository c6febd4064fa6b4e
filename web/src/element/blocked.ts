// What is blocked on the way says nothing: it is told of after a while.

import type { Problem } from "../protocol/engine";
import type { Loading } from "../protocol/parts";

/** As the contract promises. */
export const BLOCKED_MS = 5000;

type Tell = (problem: Problem) => void;

/** Tells unless what it returns is called before. */
function blockedUnless(tell: Tell): () => void {
  const args = { host: new URL(import.meta.url).host, seconds: String(BLOCKED_MS / 1000) };
  const timer = setTimeout(() => tell({ key: "element.blocked", args }), BLOCKED_MS);
  return () => clearTimeout(timer);
}

/** Something is to come by then. */
export function expected<T>(coming: Promise<T>, tell: Tell): Promise<T> {
  return coming.finally(blockedUnless(tell));
}

/** Watches over the parts of a game: each that is on its way has to come nearer. One that is slow but comes is waited for. */
export class Arrivals {
  private readonly waiting = new Map<string, () => void>();
  private readonly tell: Tell;

  constructor(tell: Tell) {
    this.tell = tell;
  }

  readonly hear = ({ part, state, phase }: Pick<Loading, "part" | "state" | "phase">): void => {
    this.waiting.get(part)?.();
    this.waiting.delete(part);
    if (state === "loading" && phase === "fetch") this.waiting.set(part, blockedUnless(this.tell));
  };

  end(): void {
    this.waiting.forEach((stop) => stop());
    this.waiting.clear();
  }
}
