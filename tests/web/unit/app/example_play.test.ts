// @vitest-environment happy-dom
// "How to play": every kind of puzzle that visitors are offered has its rules in words, and an example that System 2
// really plays to its end.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";

import en from "../../../../web/i18n/en.json";
import { ExamplePlay, smallestOf } from "../../../../web/src/app/example_play";
import type { Sample } from "../../../../web/src/game/wishes";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports } from "../../../../web/tools/node_transports";

const transports = nodeTransports();
const listed = (await new Host(transports).families()).filter((family) => family.listed).map(({ id }) => id);

const pack = async (family: string) => {
  const file = join(import.meta.dirname, `../../../../puzzles/${family}.json`);
  const { puzzles } = JSON.parse(readFileSync(file, "utf8")) as { puzzles: Omit<Sample, "family">[] };
  return await Promise.resolve(puzzles.map((puzzle) => ({ ...puzzle, family })));
};

vi.setConfig({ testTimeout: 60_000 });

describe("how to play", () => {
  it.each(listed)("%s", async (family) => {
    expect(en).toHaveProperty([`guide.rules.${family}`]);
    expect(en[`guide.rules.${family}` as keyof typeof en].match(/[.!?](?=\s|$)/g)).toHaveLength(2);
    const example = new ExamplePlay(() => undefined, { transports, pack });
    await example.open(family);
    expect(example.state).toBe("open");
    expect(example.board!.family).toBe(family);
    for (let steps = 0; example.state === "open" && steps < 200; steps++) {
      await example.step();
      expect(example.proof?.lines.length).toBeGreaterThan(0);
    }
    expect([example.state, example.view!.status]).toEqual(["done", "solved"]);
    example.close();
    expect(example.state).toBe("loading");
  });

  it("is silent where there is no example", async () => {
    const example = new ExamplePlay(() => undefined, { transports, pack: () => Promise.resolve(null) });
    await example.open("sudoku");
    expect(example.state).toBe("missing");
    expect(smallestOf([])).toBeNull();
  });
});
