// A poster that a page carries: what was written can be read, and nothing else can.

import fc from "fast-check";
import { expect, it } from "vitest";

import { readPoster, writePoster } from "../../../../web/src/element/poster";
import { shapeOf } from "../../../../web/src/element/shape";
import { Host } from "../../../../web/src/host/host";
import { pack } from "../../../../web/src/places/packed";
import { nodeTransports } from "../../../../web/tools/node_transports";
import { packedFamilies, readPack } from "../../../../web/tools/pack_file";

async function opened(family: string) {
  const host = new Host(nodeTransports());
  const { board, view } = await host.open({ family, text: readPack(family).puzzles[0]!.text });
  host.close();
  return { board, cells: view.cells };
}

it.each(packedFamilies())("carries a board of %s, with what stands on it", async (family) => {
  const { board, cells } = await opened(family);
  const text = await writePoster({ board, cells }, board);
  expect(shapeOf(text)).toEqual({ columns: board.columns, rows: board.rows });
  const read = await readPoster(text);
  expect(read?.board).toEqual(board);
  expect(read?.cells.map(({ value, origin }) => [value, origin])).toEqual(
    cells.map(({ value, origin }) => [value, origin]),
  );
});

it("is read only if it is whole", async () => {
  const poster = await opened("sudoku");
  const written = await writePoster(poster, poster.board);
  for (const junk of [
    "",
    "9x9",
    "9x9.",
    "9x9.d.AAAA",
    "0x9.t.e30",
    "99x99.t.e30",
    written.slice(3),
    written.slice(0, 200),
  ])
    expect(await readPoster(junk)).toBeNull();
});

/** Every place of a value of JSON. */
function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]))];
}

it("is refused, or drawn from sound values, whatever in it is replaced", async () => {
  const { board, cells } = await opened("kenken");
  const places = placesOf({ board, cells }).filter((path) => path.length > 0);
  const junk = fc.constantFrom<unknown>(null, "x", -1, 1e9, [], {}, { key: 1 }, "<img onerror=x>", undefined);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), junk, async (path, value) => {
      const data = structuredClone({ board, cells }) as unknown as Record<string, unknown>;
      let at = data;
      for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
      at[path.at(-1)!] = value;
      const read = await readPoster(`3x3.${await pack(JSON.stringify(data))}`);
      if (!read) return;
      expect(read.board.cells.every(({ variable }) => read.cells[variable] !== undefined)).toBe(true);
      expect(read.board.rows).toBeLessThanOrEqual(64);
      expect(read.board.symbols.every((symbol) => typeof symbol === "string")).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
