// ./dev bench, the last part: System 1's inference beside System 2's solving and explaining, for every family and size,
// with the shipped modules under Node. Read the columns against each other.

import { Command } from "commander";

import type { EngineCalls, FamilyInfo, PolicyTensors, SolverAnswer, SolverRequest } from "../src/protocol";
import type { Service } from "../src/workers/service";
import { runTool } from "./failure";
import { loadedService } from "./node_transports";
import { spread } from "./statistics";
import { milliseconds, table } from "./table";

const MOVES = 25;
const INFERENCES = 7;

async function main(): Promise<void> {
  new Command("bench").description("Measures both systems on every family and size under Node.").parse();
  const services = {
    engine: await loadedService("engine"),
    policy: await loadedService("policy"),
    solver: await loadedService("solver"),
  };
  const families = (await services.engine.call({ op: "families" })) as FamilyInfo[];
  const rows: string[][] = [["", "inference ms", "solve ms", "explain a move ms", "p95 ms", "explain ÷ inference"]];
  for (const { id, sizes } of families.filter(({ id }) => id !== "null")) {
    for (const size of sizes) rows.push(await row(services, id, size));
  }
  process.stdout.write(`\n${table(rows)}\n`);
}

interface Services {
  engine: Service;
  policy: Service;
  solver: Service;
}

async function row({ engine, policy, solver }: Services, family: string, size: string): Promise<string[]> {
  const ask = async <Op extends keyof EngineCalls>(op: Op, args: EngineCalls[Op][0]) =>
    (await engine.call({ op, ...args })) as EngineCalls[Op][1];
  const { text } = await ask("generate", { family, size, level: "medium", seed: 1 });
  await ask("open", { family, text });
  await ask("configure", { strategy: "system2" });
  const { tensors } = await ask("encode", {});
  const inference = tensors === null ? [] : await timesOf(INFERENCES, () => policy.call(tensors satisfies PolicyTensors));
  const { request } = await ask("ask", { task: "unique" });
  const solve = await timesOf(1, () => solver.call({ ...request, task: "solve" }));
  const moves = await explained(ask, solver);
  process.stderr.write(`${family} ${size}\n`);
  const s1 = inference.length > 0 ? spread(inference.slice(1)).median : 0;
  const s2 = moves.length > 0 ? spread(moves) : { median: 0, p95: 0 };
  return [
    `${family} ${size}`,
    milliseconds(s1),
    milliseconds(solve[0] ?? 0),
    milliseconds(s2.median),
    milliseconds(s2.p95),
    s1 > 0 ? (s2.median / s1).toFixed(1) : "–",
  ];
}

/** Plays System 2's easiest steps; the time of each is that of the solver alone. */
async function explained(
  ask: <Op extends keyof EngineCalls>(op: Op, args: EngineCalls[Op][0]) => Promise<EngineCalls[Op][1]>,
  solver: Service,
): Promise<number[]> {
  const times: number[] = [];
  while (times.length < MOVES) {
    const effect = await ask("think", {});
    if (effect.kind !== "run_solver") break;
    const start = performance.now();
    const answer = (await solver.call(effect.request satisfies SolverRequest)) as SolverAnswer;
    times.push(performance.now() - start);
    await ask("resume", { ticket: effect.ticket, answer });
  }
  return times;
}

async function timesOf(runs: number, work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

await runTool("bench", main);
