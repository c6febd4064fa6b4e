// A process of ./dev compare: measures the peer that it is called with on the job of its standard input, and tells of it
// on standard output, a line of JSON each.

import { text } from "node:stream/consumers";

import { runTool } from "../failure";
import { nodeLibraries } from "./libraries_node";
import { measurePeer } from "./measure";
import type { Job } from "./measure";
import { makePeer } from "./peers";
import type { PeerName } from "./peers";

await runTool("compare", async () => {
  const job = JSON.parse(await text(process.stdin)) as Job;
  // Libraries say things, too.
  console.info = console.log = () => {};
  const peer = makePeer(process.argv[2] as PeerName, nodeLibraries);
  await measurePeer(peer, job, (told) => void process.stdout.write(`${JSON.stringify(told)}\n`));
});
// Threads of Z3 and MiniZinc would keep it alive; what was written has to be gone first.
process.stdout.write("", () => process.exit());
