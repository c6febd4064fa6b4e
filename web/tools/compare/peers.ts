// All that are compared, by name.

import { clingoPeer } from "./clingo";
import type { Run } from "./clingo";
import { fastslowPeer } from "./fastslow";
import type { Module } from "./fastslow";
import { logicKeptPeer, logicPeer } from "./logic";
import type { Logic } from "./logic";
import { minizincPeer } from "./minizinc";
import type { MiniZinc } from "./minizinc";
import type { Peer } from "./peer";
import { z3KeptPeer, z3Peer } from "./z3";
import type { Z3 } from "./z3";

/** `kept`: the rules are told once and kept, where puzzles share them. */
export const PEERS = ["fastslow", "z3", "z3-kept", "clingo", "gecode", "chuffed", "logic", "logic-kept"] as const;
export type PeerName = (typeof PEERS)[number];

/** How each library is loaded, here or in a page. */
export interface Libraries {
  /** A new instance each time. */
  fastslow(): Promise<Module>;
  z3(): Promise<Z3>;
  clingo(): Promise<Run>;
  minizinc(): Promise<MiniZinc>;
  logic(): Promise<Logic>;
}

export function makePeer(name: PeerName, libraries: Libraries): Peer {
  const makers: Record<PeerName, () => Peer> = {
    fastslow: () => fastslowPeer(libraries.fastslow),
    z3: () => z3Peer(libraries.z3),
    "z3-kept": () => z3KeptPeer(libraries.z3),
    clingo: () => clingoPeer(libraries.clingo),
    gecode: () => minizincPeer(libraries.minizinc, "gecode"),
    chuffed: () => minizincPeer(libraries.minizinc, "chuffed"),
    logic: () => logicPeer(libraries.logic),
    "logic-kept": () => logicKeptPeer(libraries.logic),
  };
  return makers[name]();
}

export function keepsRules(name: PeerName): boolean {
  return name.endsWith("-kept");
}
