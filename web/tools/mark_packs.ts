// ./dev marks [FAMILY...]: plays every puzzle of the packs with what is shipped (both Wasm modules, the model, ONNX
// Runtime Web), once by System 1 alone and once by the pair as the page plays it, and writes into the pack what
// happened. The page offers puzzles by these marks. Whenever the network changes, they are measured anew.

import { Host } from "../src/host/host";
import { runTool } from "./failure";
import { nodeTransports } from "./node_transports";
import { packedFamilies, readPack, writePack } from "./pack_file";
import { played } from "./played";
import { progressBar } from "./progress";

async function main(): Promise<void> {
  const all = packedFamilies();
  const wanted = process.argv.slice(2);
  const host = new Host(nodeTransports());
  try {
    await host.warmUp();
    for (const family of wanted.length > 0 ? wanted : all) {
      const pack = readPack(family);
      process.stderr.write(`${family}\n`);
      const bar = progressBar(pack.puzzles.length);
      for (const entry of pack.puzzles) {
        entry.played = await played(host, { family, text: entry.text });
        bar.tick("");
      }
      bar.stop();
      writePack(pack);
    }
  } finally {
    host.close();
  }
}

await runTool("marks", main);
