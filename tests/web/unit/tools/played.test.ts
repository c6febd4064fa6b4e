// What the packs say of how their puzzles are played is what happens: two of each kind are played again, by what ships.

import { afterAll, beforeAll, expect, it } from "vitest";

import { Host } from "../../../../web/src/host/host";
import { tellingSample } from "../../../../web/src/places/packs";
import { nodeTransports } from "../../../../web/tools/node_transports";
import { packedFamilies, readPack } from "../../../../web/tools/pack_file";
import { played } from "../../../../web/tools/played";

const FAMILIES = packedFamilies();

let host: Host;
beforeAll(async () => {
  host = new Host(nodeTransports());
  await host.warmUp();
});
afterAll(() => host.close());

it.each(FAMILIES)("%s", async (family) => {
  const { puzzles } = readPack(family);
  expect(puzzles.filter((one) => one.played === undefined)).toEqual([]);
  const telling = tellingSample(puzzles.map((one) => ({ family, ...one })));
  for (const one of [puzzles[0]!, puzzles.find(({ text }) => text === telling?.text)!]) {
    expect({ text: one.text, ...(await played(host, { family, text: one.text })) }).toEqual({
      text: one.text,
      ...one.played,
    });
  }
});
