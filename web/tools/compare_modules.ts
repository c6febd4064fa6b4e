// Two builds of the solver module side by side: puzzles of every pack asked of both in turn, so that whatever else the
// machine does slows both. Their answers must be the same, down to the effort.
//
// Usage: npx tsx web/tools/compare_modules.ts OLD NEW [--puzzles N] [--rounds N] [--fresh N]
// OLD and NEW are folders like build/wasm/dist. `--puzzles`: of each pack, spread over it. `--rounds`: how often each
// is asked; the first round is told apart, as V8 then still compiles. `--fresh`: this many processes of each, for the
// first question to a fresh module.

import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { WasmModule } from "../src/workers/wasm_module";
import { nodeFiles } from "./node_transports";
import { packedFamilies, readPack } from "./pack_file";
import { quantile } from "./statistics";
import { milliseconds, table } from "./table";

interface Asked {
  name: string;
  family: string;
  text: string;
}

const TASKS = ["solve", "unique", "choose"] as const;

/** The processor's time, of all threads: unlike the clock's it does not count what others on the machine do. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function loaded(folder: string): Promise<WasmModule> {
  const file = (end: string): string => path.join(path.resolve(folder), `fastslow-solver.${end}`);
  const assets = { loader: file("mjs"), wasm: file("wasm") };
  return (await WasmModule.load({ assets, module: null }, nodeFiles, () => {})).loaded;
}

/** Milliseconds of telling the puzzle and of each task, and what was answered. */
function ask(module: WasmModule, { name, family, text }: Asked): { ms: number[]; said: string } {
  const said: unknown[] = [];
  const ms = TASKS.map((task, at) => {
    const start = cpuMs();
    if (at === 0) module.call({ op: "tell", puzzle: name, family, text });
    const facts = { from: at, to: at + 1, keep: 0, drop: 0, add: [] };
    said.push(module.call({ op: "solve", puzzle: name, position: "0", task, facts, budget: 0 }));
    return cpuMs() - start;
  });
  return { ms, said: JSON.stringify(said) };
}

function chosen(each: number): Asked[] {
  return packedFamilies().flatMap((family) => {
    const { puzzles } = readPack(family);
    const count = Math.min(each, puzzles.length);
    return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * puzzles.length) / count)).map((at) => ({
      name: `${family} ${String(at)}`,
      family,
      text: puzzles[at]?.text ?? "",
    }));
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Per family and in all: the summed times of both, their ratio, and the median ratio of a puzzle. */
function report(title: string, puzzles: readonly Asked[], times: readonly [number, number][]): void {
  const row = (name: string, of: readonly [number, number][]): string[] => {
    const [old, fresh] = [sum(of.map(([a]) => a)), sum(of.map(([, b]) => b))];
    const median = quantile(
      of.map(([a, b]) => b / a),
      0.5,
    );
    return [
      name,
      String(of.length),
      milliseconds(old),
      milliseconds(fresh),
      (fresh / old).toFixed(3),
      median.toFixed(3),
    ];
  };
  const families = [...new Set(puzzles.map(({ family }) => family))].map((family) =>
    row(
      family,
      times.filter((_, at) => puzzles[at]?.family === family),
    ),
  );
  console.log(table([[title, "puzzles", "old ms", "new ms", "new/old", "median"], ...families, row("all", times)]));
  console.log();
}

async function sideBySide(folders: readonly [string, string], each: number, rounds: number): Promise<void> {
  const modules = [await loaded(folders[0]), await loaded(folders[1])] as const;
  const puzzles = chosen(each);
  const best = puzzles.map((): [number, number] => [Infinity, Infinity]);
  for (let round = 0; round < rounds; round++) {
    for (const [at, puzzle] of puzzles.entries()) {
      const first = (at + round) % 2 === 0 ? 0 : 1;
      const said = ["", ""];
      for (const which of [first, 1 - first] as const) {
        const answer = ask(modules[which as 0 | 1], puzzle);
        said[which] = answer.said;
        const pair = best[at];
        if (pair) pair[which as 0 | 1] = Math.min(pair[which as 0 | 1], sum(answer.ms));
      }
      if (said[0] !== said[1]) throw new Error(`${puzzle.name}: the two differ:\n${said[0] ?? ""}\n${said[1] ?? ""}`);
    }
    if (round === 0 || round === rounds - 1) {
      report(round === 0 ? "first round" : `best of ${String(rounds)} rounds`, puzzles, best);
    }
    if (round === 0) for (const pair of best) pair.fill(Infinity);
  }
}

/** In a process of its own: loading a module, and its first puzzle's three tasks. */
async function fresh(folder: string): Promise<void> {
  const start = cpuMs();
  const module = await loaded(folder);
  const load = cpuMs() - start;
  const puzzle = chosen(1).find(({ family }) => family === "sudoku");
  if (!puzzle) throw new Error("no pack of Sudokus");
  console.log(JSON.stringify([load, ...ask(module, puzzle).ms]));
}

function freshProcesses(folders: readonly [string, string], times: number): void {
  const samples: [number[][], number[][]] = [[], []];
  for (let i = 0; i < 2 * times; i++) {
    const which = (Math.floor((i + 1) / 2) % 2) as 0 | 1; // old new new old
    const said = execFileSync(process.execPath, [
      ...process.execArgv,
      fileURLToPath(import.meta.url),
      "--alone",
      folders[which],
    ]);
    samples[which].push(JSON.parse(said.toString()) as number[]);
  }
  const columns = ["load", ...TASKS];
  const median = (which: 0 | 1, column: number): number =>
    quantile(
      samples[which].map((row) => row[column] ?? 0),
      0.5,
    );
  const line = (name: string, of: (column: number) => string): string[] => [name, ...columns.map((_, c) => of(c))];
  console.log(
    table([
      [`fresh module, median of ${String(times)}`, ...columns],
      line("old ms", (c) => milliseconds(median(0, c))),
      line("new ms", (c) => milliseconds(median(1, c))),
      line("new/old", (c) => (median(1, c) / median(0, c)).toFixed(3)),
    ]),
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    puzzles: { type: "string", default: "16" },
    rounds: { type: "string", default: "4" },
    fresh: { type: "string", default: "0" },
    alone: { type: "string" },
  },
});
if (values.alone !== undefined) {
  await fresh(values.alone);
} else {
  const [old, other] = positionals;
  if (old === undefined || other === undefined) throw new Error("usage: compare_modules.ts OLD NEW");
  if (Number(values.fresh) > 0) freshProcesses([old, other], Number(values.fresh));
  await sideBySide([old, other], Number(values.puzzles), Number(values.rounds));
}
