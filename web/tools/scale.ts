// ./dev scale: how the time of the solver module grows with the size of a board, a family at a time. The puzzles are
// Simon Tatham's generators' (Debian: sgt-puzzles), from fixed seeds, so that nobody here chose them; blank boards, rings
// of statements and our packs where there is no such generator. The question is whether there is a second solution: the
// whole of a puzzle, and the longest way. What is told are the processor's time, as other programs may be running, and
// the solver's own count of its work, which is the same on every machine.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";

import { Command } from "commander";

import { WasmModule } from "../src/workers/wasm_module";
import { BadInput, runTool } from "./failure";
import { nodeFiles, repositoryPath } from "./node_transports";
import { readPack } from "./pack_file";
import { quantile, rounded } from "./statistics";
import { milliseconds, table } from "./table";

/** Squares (people, regions) of a size, and its puzzles. */
interface Kind {
  sizes: readonly string[];
  squares(size: string): number;
  puzzles(size: string, count: number): string[];
  source: string;
}

const area = (size: string): number => size.split("x").reduce((product, side) => product * parseInt(side, 10), 1);
const squared = (size: string): number => parseInt(size, 10) ** 2;

function tatham(game: string, rest: string, sizes: readonly string[], squares: (size: string) => number): Kind {
  const puzzles = (size: string, count: number): string[] =>
    Array.from({ length: count }, (_, seed) =>
      execFileSync(programOf(game), ["--generate", "1", `${size}${rest}#${String(seed + 1)}`], {
        encoding: "utf8",
      }).trim(),
    );
  return { sizes, squares, puzzles, source: `sgt-${game}${rest && `, parameters ${rest}`}` };
}

function programOf(game: string): string {
  const found = [`/usr/games/sgt-${game}`, `/usr/bin/sgt-${game}`].find((path) => existsSync(path));
  if (found === undefined) throw new BadInput(`there is no sgt-${game}; Debian's package is sgt-puzzles`);
  return found;
}

const blank = (side: number): string => `${String(side)}x${String(side)}:${".".repeat(side * side)}`;

/** Everybody says that the next is a knight; the last, that at least one of the first two is. */
function ring(people: number): string {
  const names = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn".slice(0, people);
  const says = [...names].map(
    (name, at) => `${name}:${at + 1 < people ? `knight(${names[at + 1] ?? ""})` : "atleast(1,AB)"}`,
  );
  return says.join(";");
}

const KINDS: Readonly<Record<string, Kind>> = {
  sudoku: tatham("solo", "db", ["2x2", "2x3", "3x3", "3x4", "4x4", "5x5"], (size) => area(size) ** 2),
  skyscrapers: tatham("towers", "de", ["4", "5", "6", "7", "8"], squared),
  kenken: tatham("keen", "dn", ["4", "5", "6", "7", "8", "9"], squared),
  futoshiki: tatham("unequal", "de", ["4", "5", "7", "9", "12", "16"], squared),
  nonogram: tatham("pattern", "", ["5x5", "10x10", "15x15", "20x20", "30x30", "40x40"], area),
  minesweeper: tatham("mines", "", ["8x8n10", "12x12n25", "16x16n40", "30x16n99", "40x30n240", "50x40n400"], (size) =>
    area(size.replace(/n.*/, "")),
  ),
  lightup: tatham("lightup", "b20s4d0", ["5x5", "10x10", "15x15", "20x20", "30x30", "50x50"], area),
  binairo: tatham("unruly", "dt", ["6x6", "8x8", "10x10", "14x14", "20x20", "24x24"], area),
  map: tatham("map", "de", ["6x5n8", "15x12n25", "20x20n50", "30x30n80", "50x45n120"], (size) =>
    Number(size.replace(/.*n/, "")),
  ),
  queens: {
    sizes: ["8", "10", "20", "40", "60", "100"],
    squares: squared,
    puzzles: (size) => [blank(Number(size))],
    source: "the blank board",
  },
  knights: {
    sizes: ["5", "10", "20", "30", "40"],
    squares: Number,
    puzzles: (size) => [ring(Number(size))],
    source: "a ring of statements",
  },
  zebra: {
    sizes: ["3x3", "4x4", "5x5"],
    squares: area,
    puzzles: (size, count) => ofPack("zebra", size, count),
    source: "our pack",
  },
};

function ofPack(family: string, size: string, count: number): string[] {
  return readPack(family)
    .puzzles.filter((one) => one.size === size)
    .slice(0, count)
    .map(({ text }) => text);
}

interface Measured {
  size: string;
  squares: number;
  puzzles: number;
  ms: { median: number; most: number };
  work: { median: number; most: number };
  answers: Record<string, number>;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface Answer {
  count: string;
  effort: number;
}

/** The quickest of `rounds`, and what was said, which is the same each time. */
function ask(module: WasmModule, family: string, text: string, rounds: number): { ms: number; said: Answer } {
  let [ms, said] = [Infinity, undefined as Answer | undefined];
  const facts = { from: 0, to: 0, keep: 0, drop: 0, add: [] };
  for (let round = 0; round < rounds; round++) {
    const start = cpuMs();
    module.call({ op: "tell", puzzle: String(round), family, text });
    said = module.call({
      op: "solve",
      puzzle: String(round),
      position: "0",
      task: "unique",
      facts,
      budget: 0,
    }) as Answer;
    ms = Math.min(ms, cpuMs() - start);
  }
  if (!said) throw new BadInput("at least one round");
  return { ms, said };
}

function measured(module: WasmModule, family: string, size: string, options: Options): Measured {
  const texts = KINDS[family]!.puzzles(size, Number(options.count));
  const found = texts.map((text) => ask(module, family, text, Number(options.rounds)));
  const answers: Record<string, number> = {};
  for (const { said } of found) answers[said.count] = (answers[said.count] ?? 0) + 1;
  const of = (values: number[]) => ({ median: rounded(quantile(values, 0.5)), most: rounded(Math.max(...values)) });
  return {
    size,
    squares: KINDS[family]!.squares(size),
    puzzles: texts.length,
    ms: of(found.map(({ ms }) => ms)),
    work: of(found.map(({ said }) => said.effort)),
    answers,
  };
}

/** The exponent b of "value = a · squares^b" that fits the logarithms best; null where there is nothing to fit. */
export function slope(points: readonly (readonly [squares: number, value: number])[]): number | null {
  const logs = points.filter(([, value]) => value > 0).map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  if (logs.length < 2) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const across = logs.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  const along = logs.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
  return along === 0 ? null : Math.round((100 * across) / along) / 100;
}

interface Options {
  family?: string[];
  count: string;
  rounds: string;
  record?: true;
}

function parsed(): Options {
  return new Command("scale")
    .description("How the solver module's time grows with the size of a board.")
    .option("--family <id...>", "only these families")
    .option("--count <n>", "puzzles of each size", "5")
    .option("--rounds <n>", "how often each is asked; the quickest counts", "3")
    .option("--record", "write models/results/scale.json")
    .parse()
    .opts<Options>();
}

async function main(): Promise<void> {
  const options = parsed();
  const file = (end: string): string => repositoryPath(`build/wasm/dist/fastslow-solver.${end}`);
  const assets = { loader: file("mjs"), wasm: file("wasm") };
  const module = (await WasmModule.load({ assets, module: null }, nodeFiles, () => {})).loaded;
  const wanted = options.family ?? Object.keys(KINDS);
  const families: Record<string, unknown> = {};
  // V8 compiles a fresh module while it is first used.
  for (const text of readPack("sudoku").puzzles.slice(0, 40)) ask(module, "sudoku", text.text, 1);
  for (const family of wanted) {
    const kind = KINDS[family];
    if (!kind) throw new BadInput(`“${family}” is none of ${Object.keys(KINDS).join(", ")}`);
    const sizes: Measured[] = [];
    for (const size of kind.sizes) {
      sizes.push(measured(module, family, size, options));
      process.stderr.write(`${family} ${size}\n`);
    }
    const slopes = {
      ms: slope(sizes.map(({ squares, ms }) => [squares, ms.median])),
      work: slope(sizes.map(({ squares, work }) => [squares, work.median])),
    };
    families[family] = { source: kind.source, slope: slopes, sizes };
    const rows = sizes.map(({ size, squares, ms, work, answers }) => [
      ...[size, String(squares), milliseconds(ms.median), milliseconds(ms.most)],
      ...[
        String(work.median),
        Object.entries(answers)
          .map(([answer, n]) => `${String(n)} ${answer}`)
          .join(", "),
      ],
    ]);
    console.log(table([[family, "squares", "ms", "most", "work", "solutions"], ...rows]));
    console.log(`time grows as squares^${String(slopes.ms)}, work as squares^${String(slopes.work)}\n`);
  }
  if (options.record) await record(families);
}

const ABOUT = {
  question: "is there a second solution? of a puzzle told anew to the solver module, under Node",
  squares: "of the board; people, regions or facts where it has none",
  ms: "processor's time, the quickest of the rounds; median and most of the puzzles",
  work: "the solver's count of its work: the same on every machine",
  slope: "the exponent b of a · squares^b through the sizes' medians, by least squares of the logarithms",
};

/** What was measured before of other families stays. */
async function record(found: Record<string, unknown>): Promise<void> {
  const path = repositoryPath("models/results/scale.json");
  const before = existsSync(path) ? (JSON.parse(await readFile(path, "utf8")) as { families: typeof found }) : null;
  const all = { ...before?.families, ...found };
  const families = Object.fromEntries(
    Object.keys(KINDS).flatMap((family) => (all[family] ? [[family, all[family]]] : [])),
  );
  const result = { command: "./dev scale --record", about: ABOUT, families };
  await writeFile(path, `${JSON.stringify(result, null, 1)}\n`);
}

if (process.argv[1]?.endsWith("scale.ts")) await runTool("scale", main);
