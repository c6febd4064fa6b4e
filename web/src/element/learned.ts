// A network that learned by practice, for the System 1 of a tag. Fetched only where a tag wants one.

import type { Learned } from "../practice/learned";
import { asModel, fetchedNetwork, Networks } from "../practice/networks";
import { deviceStore, PracticeShelf } from "../practice/shelf";
import type { LearnedModel } from "../protocol/assets";
import type { NetworkPlace } from "./wish";

/** `shipped`: the shipped network's file. Rejects with a HostError, whose problem says why it cannot be had. */
export async function learnedFrom(
  place: NetworkPlace,
  shipped: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<{ card: Learned; model: LearnedModel }> {
  const networks = new Networks(new PracticeShelf(deviceStore()), shipped);
  if ("address" in place) {
    const kept = await fetchedNetwork(place.address, await networks.base());
    return { card: kept.card, model: asModel(kept) };
  }
  const found = await networks.must(place.name);
  return { card: found.card, model: asModel(found) };
}
