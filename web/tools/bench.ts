// ./dev bench, the part under Node: the shipped Wasm modules and the model. Times differ from machine to machine;
// the last column compares within the run.

import { Command } from "commander";

import type { Board, Effect, EngineCalls, PolicyAnswer, PolicyTensors, SolverRequest } from "../src/protocol/engine";
import type { Service } from "../src/workers/service";
import { measured, once } from "./bench_measure";
import type { Measurement } from "./bench_measure";
import { SolverTalk } from "../src/host/solver_talk";
import { runTool } from "./failure";
import { loadedService } from "./node_transports";
import { milliseconds, table } from "./table";

const SIZES = ["4x4", "6x6", "9x9", "16x16"];
const REFERENCE = "System 1: glance, 9x9";
const SEED = 1;

async function main(): Promise<void> {
  new Command("bench").description("Measures the shipped Wasm modules and the model under Node.").parse();
  const engine = new Engine(await loadedService("engine"));
  const rows: Measurement[] = [];
  const note = (measurement: Measurement): void => {
    rows.push(measurement);
    process.stderr.write(`${measurement.name}: ${milliseconds(measurement.median)} ms\n`);
  };
  const puzzles = await generated(engine, note);
  await benchInference(engine, puzzles, note);
  await benchEngine(engine, puzzles, note);
  await benchSolver(engine, puzzles, note);
  process.stdout.write(`\n${report(rows)}\n`);
}

type Note = (measurement: Measurement) => void;
type Puzzles = Map<string, string>;

/** The engine's operations, typed. */
class Engine {
  readonly #service: Service;

  constructor(service: Service) {
    this.#service = service;
  }

  async ask<Op extends keyof EngineCalls>(op: Op, args: EngineCalls[Op][0]): Promise<EngineCalls[Op][1]> {
    return (await this.#service.call({ op, ...args })) as EngineCalls[Op][1];
  }

  async open(text: string): Promise<Board> {
    return (await this.ask("open", { family: "sudoku", text })).view.board!;
  }

  async tensors(): Promise<PolicyTensors> {
    const { tensors } = await this.ask("encode", {});
    if (tensors === null) throw new Error("nothing to encode");
    return tensors;
  }
}

async function generated(engine: Engine, note: Note): Promise<Puzzles> {
  const puzzles: Puzzles = new Map();
  for (const size of SIZES) {
    note(
      await once(`engine: generate, ${size}`, async () => {
        puzzles.set(size, (await engine.ask("generate", { family: "sudoku", size, level: "hard", seed: SEED })).text);
      }),
    );
  }
  return puzzles;
}

async function benchInference(engine: Engine, puzzles: Puzzles, note: Note): Promise<void> {
  const policy = await loadedService("policy");
  for (const [size, text] of puzzles) {
    await engine.open(text);
    const tensors = await engine.tensors();
    note(await measured(`System 1: glance, ${size}`, () => policy.call({ position: "", look: 0, start: 0, tensors })));
    note(await measured(`System 1: glance and second look, ${size}`, () => bothLooks(policy, tensors)));
  }
}

async function bothLooks(policy: Service, tensors: PolicyTensors): Promise<void> {
  for (const look of [0, 1]) await policy.call({ position: "", look, start: 0, tensors });
}

async function benchEngine(engine: Engine, puzzles: Puzzles, note: Note): Promise<void> {
  const policy = await loadedService("policy");
  for (const [size, text] of puzzles) {
    note(await measured(`engine: open, ${size}`, () => engine.open(text)));
    note(await measured(`engine: encode, ${size}`, () => engine.ask("encode", {})));
    note(await benchThink(engine, policy, size, text));
  }
}

/** A whole step of System 1, apart from the inference: ask, encode, read the logits, decide, draw up the view. */
async function benchThink(engine: Engine, policy: Service, size: string, text: string): Promise<Measurement> {
  await engine.open(text);
  await engine.ask("configure", { strategy: "system1", looks: 1 });
  const tensors = await engine.tensors();
  const answer = (await policy.call({ position: "", look: 0, start: 0, tensors })) as PolicyAnswer;
  return await measured(`engine: step without inference, ${size}`, async () => {
    const effect: Effect = await engine.ask("think", {});
    if (effect.kind === "evaluate_policy") {
      await engine.ask("resume", { ticket: effect.ticket, answer });
    }
    await engine.ask("undo", {});
  });
}

async function benchSolver(engine: Engine, puzzles: Puzzles, note: Note): Promise<void> {
  const text = puzzles.get("9x9") ?? "";
  const board = await engine.open(text);
  for (const [task, request] of await solverRequests(engine)) {
    const solver = await loadedService("solver");
    const talk = new SolverTalk();
    const solve = async (): Promise<void> => {
      for (const said of talk.put(request, board)) await solver.call(said);
    };
    note(await once(`System 2: ${task}, 9x9, first in a fresh module`, solve));
    note(await measured(`System 2: ${task}, 9x9, warm`, solve));
  }
}

async function solverRequests(engine: Engine): Promise<[string, SolverRequest][]> {
  const { request: choose } = await engine.ask("ask", { task: "choose" });
  const { request: unique } = await engine.ask("ask", { task: "unique" });
  const cells = (await engine.ask("view", {})).view.cells.map(([, cell]) => cell);
  const variable = cells.findIndex((cell) => cell.value === null);
  const value = cells[variable]?.candidates[0] ?? 1;
  const { request: examine } = await engine.ask("ask", { task: "examine", variable, value });
  return [
    ["choose", choose],
    ["examine", examine],
    ["unique", unique],
    ["solve", { ...unique, task: "solve" }],
  ];
}

function report(rows: readonly Measurement[]): string {
  const reference = rows.find(({ name }) => name === REFERENCE)?.median ?? 0;
  const relative = (ms: number): string => (reference > 0 ? `${(ms / reference).toFixed(2)} ×` : "–");
  return table([
    ["", "runs", "median ms", "p95 ms", "of one 9x9 glance"],
    ...rows.map(({ name, runs, median, p95 }) => [
      name,
      String(runs),
      milliseconds(median),
      milliseconds(p95),
      relative(median),
    ]),
  ]);
}

await runTool("bench", main);
