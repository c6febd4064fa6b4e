// The exhibit's data, whole: WordNet mined, the critic asked (under Node, by the runtime that the page has).

import { readFileSync } from "node:fs";

import card from "../../../models/exhibits/wishes/card.json";
import type { WishData } from "../../src/exhibits/wishes/data";
import { Host } from "../../src/host/host";
import { nodeTransports, repositoryPath } from "../node_transports";
import { FEATURES, featuresOf, Kinds } from "./features";
import { assemble, candidatesOf, keyOf } from "./graph";
import type { Candidate } from "./mine";
import { readWordNet } from "./wordnet";

export type NetworkName = keyof typeof card.networks;

/** One of the exhibit's networks, as the host runs it under Node. */
export const networkFile = (name: NetworkName) => ({
  address: repositoryPath(`models/exhibits/wishes/${String(name)}.onnx`),
  sha256: card.networks[name].sha256,
});

async function opinions(host: Host, candidates: readonly Candidate[], kinds: Kinds): Promise<Map<string, number>> {
  const rows = candidates.map((one) =>
    [...featuresOf(one, kinds), ...Array<number>(FEATURES).fill(0)].slice(0, FEATURES),
  );
  const { outputs } = await host.run(networkFile("critic"), {
    words: { type: "int32", shape: [rows.length, FEATURES], data: rows.flat() },
  });
  return new Map(candidates.map((one, at) => [keyOf(one), outputs["answer"]!.data[at]!]));
}

export async function wishData(): Promise<WishData> {
  const host = new Host(nodeTransports());
  try {
    const synsets = readWordNet();
    return assemble(synsets, await opinions(host, candidatesOf(synsets), new Kinds(synsets.values())));
  } finally {
    host.close();
  }
}

/** Bytes of a network's file. */
export const networkBytes = (name: NetworkName): Buffer => readFileSync(networkFile(name).address);
