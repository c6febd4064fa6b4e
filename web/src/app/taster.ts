// Tries a visitor's own puzzle before the present game is given up for it: in a host of its own, so that
// nothing of the game is touched.

import { flawOf, type Flaw } from "../game/flaw";
import { pageTransports } from "../host/page";
import { Host } from "../host/host";
import { HostError } from "../protocol/problems";

/**
 * Null: good to play. A puzzle with `several` solutions, or with it being `unknown` how many, can be played all the
 * same, and a puzzle of another `family` as such.
 */
export async function taste(family: string, text: string, host = new Host(pageTransports)): Promise<Flaw | null> {
  try {
    const { board } = await host.open({ family, text });
    return board.grows ? null : flawOf(board, await host.unique());
  } catch (thrown) {
    // Without System 2 the solutions cannot be counted; the puzzle may still be played.
    const known = thrown instanceof HostError && !/^error\.(load|worker)\./.test(thrown.problem.key);
    return known ? ((await otherKind(host, family, text)) ?? { problem: thrown.problem, clash: null }) : null;
  } finally {
    host.close();
  }
}

/** What is no puzzle of one kind may be one of another. */
async function otherKind(host: Host, family: string, text: string): Promise<Flaw | null> {
  const others = (await host.families().catch(() => [])).filter((info) => info.listed && info.id !== family);
  for (const { id } of others) {
    const opened = await host.open({ family: id, text }).then(
      () => true,
      () => false,
    );
    if (opened) return { problem: { key: "error.paste.family", args: { family: id } }, clash: null };
  }
  return null;
}
