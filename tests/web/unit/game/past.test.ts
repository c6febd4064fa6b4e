// An earlier moment: what System 1 felt then is there, also of a game that was played too quickly to look.

import { afterAll, beforeAll, expect, it } from "vitest";

import { Play } from "../../../../web/src/game/play";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports } from "../../../../web/tools/node_transports";

let host: Host;
let play: Play;
beforeAll(async () => {
  host = new Host(nodeTransports());
  play = new Play(
    host,
    () => undefined,
    () => undefined,
  );
  await play.open("sudoku", "..2..4..1......2");
  await play.load("policy");
  await play.load("solver");
  play.ready = true;
});
afterAll(() => host.close());

it("is read again where nobody read it, and leaves the present as it is", async () => {
  play.speed = "instant";
  await play.play();
  expect(play.view?.status).toBe("solved");
  const { position } = play.view!;
  await play.goTo(3);
  expect(play.past?.id).toBe(3);
  const { decisions } = play.view!;
  const felt = play.reading?.cells ?? [];
  // Before decision 3: what was placed until then is not open, what it placed is.
  for (const { id, kind, ...act } of decisions) {
    if (kind === "switch_rule" || !("variable" in act)) continue;
    const open = felt.find(({ variable }) => variable === act.variable)?.candidates ?? [];
    if (id === 3) expect(open.map(({ value }) => value)).toContain(act.value);
    else if (id < 3 && kind === "place") expect(open).toEqual([]);
  }
  play.toNow();
  expect(play.view?.position).toBe(position);
});
