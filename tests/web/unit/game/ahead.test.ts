// A system that the visitor chooses is loaded before it is asked.

import { expect, it, vi } from "vitest";

import { Play } from "../../../../web/src/game/play";
import { Host } from "../../../../web/src/host/host";
import type { Part } from "../../../../web/src/protocol/parts";
import { FakeTransports, settled } from "../host/fakes";

it.each<["system1" | "system2", Part]>([
  ["system2", "solver"],
  ["system1", "policy"],
])("starts loading what %s needs as soon as it is chosen", async (mode, part) => {
  const transports = new FakeTransports();
  const play = new Play(new Host(transports), vi.fn(), vi.fn());
  await play.open("fake", "....");
  // What the address says comes before anything is asked of anybody.
  await play.configure({ mode });
  await settled();
  expect(transports.started).not.toContain(part);
  play.ready = true;
  await play.configure({ mode });
  expect(transports.started).toContain(part);
});
