// The page of ./dev compare in Chromium: measures the peer that it is told to.

import { measurePeer } from "./measure";
import type { Job, Told } from "./measure";
import { pageLibraries } from "./libraries_page";
import { makePeer } from "./peers";
import type { PeerName } from "./peers";

declare global {
  interface Window {
    measure(peer: PeerName, job: Job): Promise<void>;
    /** Back to who opened the page (place_chromium.ts). */
    tell(told: Told): Promise<void>;
  }
}

window.measure = async (peer, job) => {
  // Telling takes its turn after what is timed, and comes in order.
  let telling = Promise.resolve();
  await measurePeer(makePeer(peer, pageLibraries), job, (told) => {
    telling = telling.then(() => window.tell(told));
  });
  await telling;
};
