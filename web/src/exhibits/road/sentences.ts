// The rules of the road as sentences with parts to choose. They are the only place where it is decided what binds a driver.

import type { Gate } from "./world";

export interface Sentences {
  /** At ... stop before the line. */
  stop: "red" | "blue" | "both";
  /** Give way to ... */
  yield: "all" | "pedestrians" | "ambulances";
  /** At most ... near a school, in places a step. */
  limit: 1 | 2 | 3;
}

/** As the network learned them. */
export const STANDARD: Sentences = { stop: "red", yield: "all", limit: 2 };

export const OPTIONS = {
  stop: ["red", "blue", "both"],
  yield: ["all", "pedestrians", "ambulances"],
  limit: [1, 2, 3],
} as const satisfies { [Part in keyof Sentences]: readonly Sentences[Part][] };

/** Whether the sentences say that the driver has to wait there while it is closed. */
export function binds({ stop, yield: to }: Sentences, { kind, glass }: Pick<Gate, "kind" | "glass">): boolean {
  if (kind === "light") return stop === "both" || stop === glass;
  return to === "all" || to === (kind === "crossing" ? "pedestrians" : "ambulances");
}

/** Bad input in place: what is not offered is refused, naming the part. */
export function readChoice<Part extends keyof Sentences>(part: Part, text: string): Sentences[Part] | null {
  const offered: readonly (string | number)[] = OPTIONS[part];
  return (offered.find((one) => String(one) === text) as Sentences[Part] | undefined) ?? null;
}
