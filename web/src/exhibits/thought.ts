// What an exhibit tells the meter: that one of the systems has thought, and for how long.

import type { System } from "../protocol/parts";

export interface Thought {
  who: System;
  ms: number;
}

/** As the event "thought", which leaves the exhibit and reaches the page around it. */
export function tellThought(exhibit: EventTarget, who: System, ms: number): void {
  const detail: Thought = { who, ms };
  exhibit.dispatchEvent(new CustomEvent("thought", { detail, bubbles: true, composed: true }));
}
