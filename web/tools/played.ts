// What each system makes of a puzzle of a pack.

import type { Played } from "../src/game/wishes";
import type { Host } from "../src/host/host";
import { stepLimit } from "./eval_puzzle";

async function playThrough(host: Host, puzzle: { family: string; text: string }): Promise<void> {
  const { board } = await host.open(puzzle);
  const limit = stepLimit(board.cells.length);
  for (let steps = 0; steps < limit; steps++) {
    const result = await host.step();
    if (result.kind !== "decided" || result.view.status === "solved") return;
  }
}

/** Leaves the host with the settings that it came with. */
export async function played(host: Host, puzzle: { family: string; text: string }): Promise<Played> {
  const { strategy } = await host.defaults();
  await host.configure({ strategy: "system1" });
  await playThrough(host, puzzle);
  const { status } = host.game!.view;
  await host.configure({ strategy });
  await playThrough(host, puzzle);
  const { escalations, takenBack } = host.game!.view.tally;
  const alone = status === "solved" ? "solved" : status === "open" ? "stuck" : "wrong";
  return { alone, asked: escalations, taken_back: takenBack };
}
