// Small against large, by hand: what scores mean, how a reader's text becomes a puzzle, and networks that play it on the real
// engine.

import { existsSync, statSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { bestGuess } from "../../../../web/src/exhibits/sizes/guess";
import { countOf, firstMistake } from "../../../../web/src/exhibits/sizes/match";
import { choices, CONTENDERS, EXAMPLES, type Contender } from "../../../../web/src/exhibits/sizes/networks";
import { asPuzzle, EMPTY_TEXT, openDraft, withValue, type Puzzle } from "../../../../web/src/exhibits/sizes/puzzle";
import { drawnCells, Tournament, wrongCells } from "../../../../web/src/exhibits/sizes/tournament";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports, repositoryPath } from "../../../../web/tools/node_transports";

const fileOf = ({ name, input, sha256 }: Contender) =>
  input === null ? null : { address: repositoryPath(`models/exhibits/sizes/${name}.onnx`), sha256 };

const named = (name: string): Contender => CONTENDERS.find((one) => one.name === name)!;

describe("a guess", () => {
  const rules = { values: 2, temperature: 1 };

  it("is the surest value that is possible", () => {
    expect(bestGuess([5, 0, 0, 1], [[2], [1, 2]], rules)).toEqual({ variable: 0, value: 2, probability: 1 });
    const { probability, ...guess } = bestGuess([0, 0, 0, 1], [[], [1, 2]], rules)!;
    expect(guess).toEqual({ variable: 1, value: 2 });
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  it("is less sure at a higher temperature, and the same", () => {
    const warm = bestGuess([0, 3], [[1, 2]], { values: 2, temperature: 3 })!;
    expect(warm.value).toBe(2);
    expect(warm.probability).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  it("is none where nothing is possible", () => {
    expect(bestGuess([1, 2], [[]], rules)).toBeNull();
  });
});

describe("the contenders", () => {
  it("have files of the size that is told, three megabytes in all", () => {
    const files = CONTENDERS.filter(({ input }) => input !== null);
    for (const one of files) expect(statSync(fileOf(one)!.address).size).toBe(one.bytes);
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(3.2e6);
    expect(existsSync(repositoryPath("models/results/sizes_live.json"))).toBe(true);
  });

  it("are chosen by kind, parameters and training puzzles", () => {
    expect(choices("kind", CONTENDERS)).toEqual(expect.arrayContaining(["graph", "cnn", "mlp", "none"]));
    expect(choices("puzzles", CONTENDERS)).toEqual(expect.arrayContaining([10, 300, 10000]));
    const parameters = choices("parameters", CONTENDERS);
    expect(Math.max(...parameters)).toBeGreaterThan(1e6);
    expect(Math.min(...parameters.filter((n) => n > 0))).toBeLessThan(2.5e3);
  });
});

describe("on the real engine", () => {
  let host: Host;
  let thoughts: { who: string; ms: number }[];
  let tournament: Tournament;
  let puzzle: Puzzle;

  async function read(text: string): Promise<Puzzle> {
    const opened = await openDraft(host, text);
    if (!("ok" in opened)) throw new Error(opened.problem.key);
    const checked = await asPuzzle(host, opened.ok);
    if (!("ok" in checked)) throw new Error(checked.problem.key);
    return checked.ok;
  }
  const refused = (text: string) => read(text).then(String, (thrown: Error) => thrown.message);

  beforeAll(async () => {
    host = new Host(nodeTransports());
    thoughts = [];
    tournament = new Tournament({
      ...{ host, fileOf, changed: () => undefined, pause: () => Promise.resolve() },
      thought: (who, ms) => thoughts.push({ who, ms }),
    });
    puzzle = await read(EXAMPLES[0]!);
  });
  afterAll(() => host.close());

  it("reads a reader's text, and tells what is wrong with it", async () => {
    const spaced = EXAMPLES[1]!.replace(/(.{6})/g, "$1\n").replaceAll(".", "0");
    expect((await read(spaced)).text).toBe(EXAMPLES[1]);
    expect(await refused("12")).toBe("error.sudoku.length");
    expect(await refused("x".repeat(36))).toBe("error.text.character");
    expect(await refused(withValue(withValue(EMPTY_TEXT, 0, 1), 1, 1))).toBe("error.givens.conflict");
    expect(await refused(EMPTY_TEXT)).toBe("sizes.problem.several");
    expect(await refused(".".repeat(81))).toBe("sizes.problem.size");
    // The last cell of the first row has no value left.
    expect(await refused("12345." + "." + "....6" + ".".repeat(24))).toBe("sizes.problem.none");
  });

  it.each([true, false])("lets networks play alone and with System 2, which always solves (told: %s)", async (told) => {
    const some = ["none", "graph-2k-10", "cnn-10k-300", "mlp-10k-10", "mlp-1m-10000"].map(named);
    tournament.clear();
    await tournament.run(puzzle, some, told);
    expect(tournament.lanes.map(({ contender, state, problem }) => [contender.name, state, problem])).toEqual(
      some.map(({ name }) => [name, "done", null]),
    );
    expect(tournament.lanes[1]!.told).toBe(true); // it is made of the rules
    const empty = [...puzzle.text].filter((sign) => sign === ".").length;
    for (const { alone, together } of tournament.lanes) {
      expect(together!.end).toBe("solved");
      const kept = countOf(together!, "right") + countOf(together!, "wrong") + countOf(together!, "settled");
      expect(kept - countOf(together!, "back")).toBe(empty);
      expect(countOf(together!, "wrong")).toBe(countOf(together!, "back"));
      if (alone!.end === "solved") expect(countOf(alone!, "right")).toBe(empty);
      else expect(firstMistake(alone!)).not.toBeNull();
    }
    expect(new Set(thoughts.map(({ who }) => who))).toEqual(new Set(["system1", "system2"]));
    expect(wrongCells(tournament.view!, puzzle.solution).size).toBe(0);
  });

  it("tells apart who wrote what on the board", async () => {
    await tournament.run(puzzle, [named("none")], true);
    const origins = new Set(drawnCells(tournament.view!, tournament.playing).map(({ origin }) => origin));
    expect(origins).toEqual(new Set(["given", "system1", "system2"]));
  });

  it("stops when it is told to, and begins anew", async () => {
    const first = tournament.run(puzzle, CONTENDERS, true);
    const second = tournament.run(puzzle, [named("none")], true);
    await Promise.all([first, second]);
    expect(tournament.lanes[0]).toMatchObject({ contender: { name: "none" }, state: "done" });
    const third = tournament.run(puzzle, CONTENDERS, true);
    tournament.stop();
    await third;
    expect(tournament.running).toBe(false);
    expect(tournament.lanes.every(({ state }) => state === "done")).toBe(true);
  });

  it("names a network whose file is damaged, and goes on with the next", async () => {
    const broken = { ...named("graph-2k-10"), name: "broken", sha256: "0".repeat(64) };
    await tournament.run(puzzle, [broken, named("none")], true);
    expect(tournament.lanes.slice(0, 2).map(({ state }) => state)).toEqual(["failed", "done"]);
    expect(tournament.lanes[0]!.problem).not.toBeNull();
  });
});
