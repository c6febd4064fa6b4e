// The networks, and which of them has learned what. A file has those of one kind for one object.

import card from "../../../../models/exhibits/objects/card.json";
import type { NetworkFile } from "../../protocol/messages";

const ADDRESSES = import.meta.glob<string>("../../../../models/exhibits/objects/*.onnx", {
  query: "?url",
  import: "default",
  eager: true,
});

/** Worlds of the engine (engine/physics/objects.h). */
export const OBJECTS = ["pendulum", "block"] as const;
export type ObjectName = (typeof OBJECTS)[number];
export const NETWORKS = ["plain", "hamiltonian", "port"] as const;
export type NetworkName = (typeof NETWORKS)[number];

/** From how many motions a network has learned. */
export const COUNTS: readonly number[] = card.counts;
/** Seconds between two moments that a network foresees. */
export const INTERVAL = card.interval_s;

export interface Setup {
  object: ObjectName;
  friction: boolean;
  drive: boolean;
  /** One of COUNTS. */
  count: number;
}

/** The number of a network in its file; the card says the same in words. */
export const numberOf = ({ friction, drive, count }: Setup): number =>
  ((friction ? 1 : 0) + (drive ? 2 : 0)) * COUNTS.length + COUNTS.indexOf(count);

export function fileOf(object: ObjectName, network: NetworkName): NetworkFile {
  const { file, sha256 } = card.files.find((one) => one.object === object && one.network === network)!;
  const address = ADDRESSES[`../../../../models/exhibits/objects/${file}`] ?? file;
  return { address: new URL(address, location.href).href, sha256 };
}
