// ./dev eval: plays the puzzles of a file with what is shipped (both Wasm modules, the model, ONNX Runtime Web)
// under Node, and reports what each system did. Shares of a file can be played at the same time and merged afterwards.
// With --strategies: many strategies over the same puzzles (strategies/compare.ts).

import { readFile, writeFile } from "node:fs/promises";

import { Host } from "../src/host/host";
import { switchLanguage } from "../src/i18n/i18n";
import { parseOptions } from "./eval_options";
import type { EvalOptions, Settings } from "./eval_options";
import { findTruth } from "../src/host/truth";
import { playPuzzle } from "./eval_puzzle";
import type { PuzzleReport, StepTimes } from "./eval_puzzle";
import { merged, remarks, reportOf, summaryTable } from "./eval_report";
import type { EvalReport } from "./eval_report";
import { BadInput, runTool, sentence } from "./failure";
import { nodeTransports } from "./node_transports";
import { progressBar } from "./progress";
import { readPuzzles, selected } from "./puzzle_file";
import type { PuzzleLine } from "./puzzle_file";
import { ratio } from "./statistics";
import { compareStrategies } from "./strategies/compare";
import { percent } from "./table";

const REMARKS_SHOWN = 20;

/** Set by an interrupt: the puzzle under way is finished, then the report is written. */
let interrupted = false;

async function main(): Promise<void> {
  // What is wrong with a puzzle is said in the page's own words.
  await switchLanguage("en");
  if (process.argv.includes("--strategies")) {
    await compareStrategies(process.argv.slice(2).filter((argument) => argument !== "--strategies"));
    return;
  }
  const options = parseOptions(process.argv.slice(2));
  if (options === null) return;
  if ("merge" in options) {
    await tell(options.json, merged(await Promise.all(options.merge.map(readReport))));
    return;
  }
  const puzzles = selected(await readPuzzles(options.file), options.shard, options.limit);
  const player = new Host(nodeTransports());
  const judge = new Host(nodeTransports());
  try {
    await checkPuzzles(judge, options.family, puzzles);
    const settings = await warmUp(player, options, puzzles);
    const { reports, times } = await playAll(player, judge, options, puzzles);
    await tell(options.json, reportOf(settings, reports, times));
  } finally {
    player.close();
    judge.close();
  }
}

/** Before anything is played: a long evaluation must not end in a misprint. */
async function checkPuzzles(judge: Host, family: string, puzzles: readonly PuzzleLine[]): Promise<void> {
  await judge.warmUp(["engine"]);
  const wrong: string[] = [];
  for (const { line, text } of puzzles) {
    try {
      await judge.open({ family, text });
    } catch (thrown) {
      wrong.push(`line ${String(line)}: ${sentence(thrown)}`);
    }
  }
  if (wrong.length > 0) throw new BadInput(limited(wrong).join("\n"));
}

function limited(lines: readonly string[]): string[] {
  const rest = lines.length - REMARKS_SHOWN;
  return rest > 0 ? [...lines.slice(0, REMARKS_SHOWN), `… and ${String(rest)} more`] : [...lines];
}

/** Loading, and the first slow runs of freshly compiled code, are not what is measured. Returns what it plays by. */
async function warmUp(player: Host, options: EvalOptions, puzzles: readonly PuzzleLine[]): Promise<Settings> {
  const first = puzzles[0];
  if (first === undefined) throw new BadInput("no puzzle in this share of the file");
  process.stderr.write("loading and warming up …\n");
  await player.open({ family: options.family, text: first.text });
  const settings = await configure(player, options);
  if (options.mode !== "s2") await player.warmUp(["policy"]);
  if (options.mode !== "s1") await player.warmUp(["solver"]);
  for (let steps = 0; steps < 20; steps++) {
    const result = await player.step();
    if (result.kind !== "decided") break;
  }
  return settings;
}

async function configure(player: Host, { family, file, mode, strategy, told }: EvalOptions): Promise<Settings> {
  const { threshold, looks, sleep, reuse, budget } = await player.configure({ strategy, ...told });
  return { family, file, mode, strategy, threshold, looks, sleep, reuse, budget };
}

interface Played {
  reports: PuzzleReport[];
  times: StepTimes;
}

async function playAll(
  player: Host,
  judge: Host,
  options: EvalOptions,
  puzzles: readonly PuzzleLine[],
): Promise<Played> {
  const played: Played = { reports: [], times: { s1: [], s2: [] } };
  const bar = progressBar(puzzles.length);
  for (const puzzle of puzzles) {
    if (interrupted) break;
    const truth = await findTruth(judge, options.family, puzzle.text);
    const { report, times } = await playPuzzle(player, options.family, puzzle, truth);
    played.reports.push(report);
    played.times.s1.push(...times.s1);
    played.times.s2.push(...times.s2);
    bar.tick(soFar(played.reports));
  }
  bar.stop();
  return played;
}

function soFar(reports: readonly PuzzleReport[]): string {
  const solved = reports.filter((one) => one.solved).length;
  return `solved ${percent(ratio(solved, reports.length))}`;
}

async function readReport(path: string): Promise<EvalReport> {
  try {
    const report = JSON.parse(await readFile(path, "utf8")) as Partial<EvalReport>;
    if (report.settings && report.times && Array.isArray(report.puzzles)) return report as EvalReport;
    throw new Error("it has another form");
  } catch (thrown) {
    throw new BadInput(`${path} is no report of this tool: ${sentence(thrown)}`);
  }
}

async function tell(path: string | null, report: EvalReport): Promise<void> {
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (path === "-") process.stdout.write(json);
  else process.stdout.write(`${summaryTable(report.summary)}\n`);
  const unusual = limited(remarks(report.puzzles));
  if (unusual.length > 0) process.stderr.write(`\n${unusual.join("\n")}\n`);
  if (path !== null && path !== "-") await write(path, json);
}

async function write(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (thrown) {
    throw new Error(`cannot write the report: ${sentence(thrown)}`, { cause: thrown });
  }
}

process.once("SIGINT", () => {
  interrupted = true;
  process.exitCode = 130;
});
await runTool("eval", main);
