// One puzzle: played once by every entry of the plan, and once more by the oracle while every signal of System 1 is read.

import type { Decision, Effect, PolicyTensors } from "../../src/protocol/engine";
import type { Bench } from "../bench_parts";
import { rounded } from "../statistics";
import type { Entry } from "./plan";

/** A game, as its numbers. Everything about right and wrong is known from the only solution. */
export interface Game {
  solved: boolean;
  moves: number;
  /** Values that System 1 put down unchecked, and how many of them are wrong. */
  unchecked: number;
  wrong: number;
  escalations: number;
  /** Escalations though the proposal was right. */
  wasted: number;
  /** Guesses taken back. */
  repairs: number;
  /** Of System 1: messages of its network. Of System 2: the solver's own units. */
  work1: number;
  effort2: number;
  ms1: number;
  ms2: number;
  /** Of each decision: how far the game was, 0 to 1, and whether System 2 was asked. */
  course: [number, 0 | 1][];
}

/** At one position of the oracle's game: whether the glance's best move is right, and what speaks for it. */
export interface Reading {
  right: 0 | 1;
  /** It would visibly break a rule. */
  breaks: 0 | 1;
  signals: Record<string, number>;
}

export interface PuzzleRecord {
  family: string;
  number: number;
  text: string;
  once: { solved: boolean; effort: number; ms: number };
  games: Game[];
  readings: Reading[];
}

const STEPS_PER_CELL = 200;
const PICTURES = 2;

/** What is found out of a puzzle, piece by piece: a run that is interrupted loses one game. */
export type Piece =
  | { number: number; text: string; truth: number[] | null; once: PuzzleRecord["once"] }
  | { number: number; entry: string; game: Game }
  | { number: number; readings: Reading[] };

export const entryKey = ({ strategy, setting }: Entry): string => `${strategy} ${JSON.stringify(setting)}`;

/** Plays what of `plan` is not among the `known` pieces of that puzzle, and tells each piece as soon as it is there. */
export async function playMissing(
  bench: Bench,
  temperature: number,
  puzzle: { family: string; text: string; number: number },
  known: readonly Piece[],
  plan: readonly Entry[],
  tell: (piece: Piece) => void,
): Promise<void> {
  const { family, text, number } = puzzle;
  const begun = known.find((piece) => "truth" in piece) ?? (await begin(bench, puzzle, tell));
  await bench.ask("configure", { temperature, truth: [] });
  const { truth } = begun;
  if (truth === null) return;
  const usual = (await bench.ask("configure", {})).value.config;
  for (const { strategy, setting } of plan) {
    const entry = entryKey({ strategy, setting });
    if (known.some((piece) => "entry" in piece && piece.entry === entry)) continue;
    bench.forget();
    await bench.ask("open", { family, text });
    await bench.ask("configure", { ...usual, strategy, ...setting, truth });
    tell({ number, entry, game: await playOne(bench, truth) });
    await bench.ask("configure", { ...usual, ...resetOf(setting, await defaultsOf(bench)) });
  }
  if (!known.some((piece) => "readings" in piece)) {
    await bench.ask("open", { family, text });
    await bench.ask("configure", { ...usual, strategy: "oracle", reuse: 2, looks: 1, truth });
    tell({ number, readings: await read(bench) });
  }
  await bench.ask("configure", { ...usual, truth: [] });
}

async function begin(
  bench: Bench,
  puzzle: { family: string; text: string; number: number },
  tell: (piece: Piece) => void,
) {
  const { family, text, number } = puzzle;
  const once = await solvedOnce(bench, puzzle);
  const begun = { number, text, truth: await solutionOf(bench, family, text), once };
  tell(begun);
  return begun;
}

/** The pieces of one puzzle put together; null where some are missing, or it has not exactly one solution. */
export function together(family: string, pieces: readonly Piece[], plan: readonly Entry[]): PuzzleRecord | null {
  const begun = pieces.find((piece) => "truth" in piece);
  const read = pieces.find((piece) => "readings" in piece);
  const games = plan.flatMap((entry) => {
    const played = pieces.find((piece) => "entry" in piece && piece.entry === entryKey(entry));
    return played && "game" in played ? [played.game] : [];
  });
  if (!begun?.truth || !read || games.length < plan.length) return null;
  const { number, text, once } = begun;
  return { family, number, text, once, games, readings: read.readings };
}

let defaults: Record<string, number> | null = null;
async function defaultsOf(bench: Bench): Promise<Record<string, number>> {
  if (defaults === null) {
    const { settings } = (await bench.ask("protocol", {})).value;
    defaults = Object.fromEntries(settings.map((one) => [one.name, one.default]));
  }
  return defaults;
}

const resetOf = (setting: object, first: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.keys(setting).map((name) => [name, first[name] ?? 0]));

/** The values of the only solution; null where there is not exactly one. */
export async function solutionOf(bench: Bench, family: string, text: string): Promise<number[] | null> {
  await bench.ask("open", { family, text });
  const { request } = (await bench.ask("ask", { task: "unique" })).value;
  const unique = (await bench.solve(request)).value;
  if (unique.task !== "unique" || unique.count !== "one") return null;
  const { view } = (await bench.ask("open", { family, text: unique.solutions[0] ?? "" })).value;
  return view.cells.map(([, { value }]) => value ?? -1);
}

/** System 2, asked one question: the whole puzzle. */
async function solvedOnce(
  bench: Bench,
  { family, text }: { family: string; text: string },
): Promise<PuzzleRecord["once"]> {
  bench.forget();
  await bench.ask("open", { family, text });
  const { request } = (await bench.ask("ask", { task: "solve" })).value;
  const { value, ms } = await bench.solve(request);
  if (value.task !== "solve") throw new Error("another question was answered");
  return { solved: value.truth === "sat", effort: value.effort, ms: rounded(ms) };
}

async function playOne(bench: Bench, truth: readonly number[]): Promise<Game> {
  const cost = { work1: 0, ms1: 0, ms2: 0 };
  const limit = STEPS_PER_CELL * truth.length;
  let end: Effect = { kind: "idle", reason: "stuck" } as Effect;
  for (let steps = 0; steps < limit; steps++) {
    end = await step(bench, cost);
    if (end.kind === "idle") break;
  }
  const { trace } = (await bench.ask("trace", {})).value;
  const solved = end.kind === "idle" && end.reason === "solved";
  return { solved, ...judged(trace.decisions, truth), ...cost, ms1: rounded(cost.ms1), ms2: rounded(cost.ms2) };
}

/** As many as the engine counts (engine/policy/proposal.h): numbers of the index tensors. */
const messagesOf = ({ literalGroups, groupLiterals, literalSums, sumLiterals }: PolicyTensors): number =>
  literalGroups.length + groupLiterals.length + literalSums.length + sumLiterals.length;

export async function step(
  bench: Bench,
  cost: { work1: number; ms1: number; ms2: number },
  looked?: (tensors: PolicyTensors) => Promise<void>,
): Promise<Effect> {
  let tensors: PolicyTensors | null = null;
  let effect = (await bench.ask("think", {})).value;
  while (effect.kind === "evaluate_policy" || effect.kind === "run_solver") {
    const { ticket } = effect;
    if (effect.kind === "run_solver") {
      const { value: answer, ms } = await bench.solve(effect.request);
      cost.ms2 += ms;
      effect = (await bench.ask("resume", { ticket, answer })).value;
      continue;
    }
    tensors = effect.tensors ?? tensors;
    if (tensors === null) throw new Error("a further look before the first");
    const { value: answer, ms } = await bench.look(tensors, effect.look, effect.start);
    cost.ms1 += ms;
    cost.work1 += answer.iterations * messagesOf(tensors);
    await looked?.(tensors);
    effect = (await bench.ask("resume", { ticket, answer })).value;
  }
  return effect;
}

type Judged = Omit<Game, "solved" | "work1" | "ms1" | "ms2">;

export function judged(decisions: readonly Decision[], truth: readonly number[]): Judged {
  const right = ({ variable, value }: { variable: number; value: number }) => truth[variable] === value;
  const sum: Judged = {
    ...{ moves: 0, unchecked: 0, wrong: 0, escalations: 0, wasted: 0, repairs: 0, effort2: 0 },
    course: decisions.map(({ escalated }, at) => [(at + 0.5) / decisions.length, escalated ? 1 : 0]),
  };
  for (const decision of decisions) {
    const { thought } = decision;
    sum.effort2 += thought?.deliberation?.effort ?? 0;
    if (decision.escalated) sum.escalations++;
    if (decision.kind === "take_back") sum.repairs++;
    else if (decision.escalated && thought?.intuition && right(thought.intuition.proposal)) sum.wasted++;
    if (decision.kind !== "place") continue;
    sum.moves++;
    if (decision.source !== "system1") continue;
    sum.unchecked++;
    if (!right(decision)) sum.wrong++;
  }
  return sum;
}

/** The oracle's game, with every signal of every position at which System 1 looked. */
async function read(bench: Bench): Promise<Reading[]> {
  const readings: Reading[] = [];
  const none = { work1: 0, ms1: 0, ms2: 0 };
  for (let steps = 0; steps < 5000; steps++) {
    let seen: { tensors: PolicyTensors } | null = null;
    const effect = await step(bench, none, (tensors) => {
      seen ??= { tensors };
      return Promise.resolve();
    });
    if (effect.kind !== "decided") break;
    const intuition = effect.decision.thought?.intuition;
    const at = seen as { tensors: PolicyTensors } | null;
    if (!intuition || at === null) continue;
    const made = effect.decision.id;
    const signals = await signalsOf(bench, at.tensors, made, intuition.proposal);
    // The proposal was right where the oracle played it unchecked, or proved it.
    const right = effect.decision.kind === "place" && effect.decision.source !== "system2" ? 1 : 0;
    const breaks = !intuition.evidence.legal || intuition.evidence.violated > 0 ? 1 : 0;
    readings.push({
      right,
      breaks,
      signals: {
        top_probability: intuition.proposal.probability,
        self_assessment: intuition.evidence.sureness,
        ...signals,
      },
    });
  }
  return readings;
}

/** What further looks at the position before decision `made` say of the same move. */
async function signalsOf(
  bench: Bench,
  tensors: PolicyTensors,
  made: number,
  move: { variable: number; value: number },
): Promise<Record<string, number>> {
  const { position } = (await bench.ask("encode", { made })).value;
  const held = async (logits: number[]) => {
    const { cells } = (await bench.ask("intuition", { position, logits, made })).value;
    return believed(cells.find(({ variable }) => variable === move.variable)?.candidates ?? [], move.value);
  };
  const glance = await held((await bench.look(tensors)).value.logits);
  const second = await held((await bench.look(tensors, 1)).value.logits);
  const pictures = [glance];
  for (let start = 1; start <= PICTURES; start++) {
    pictures.push(await held((await bench.look(tensors, 0, start)).value.logits));
  }
  const mean = pictures.reduce((sum, { sure }) => sum + sure, 0) / pictures.length;
  return {
    ...{ margin: glance.margin, certainty: glance.certainty },
    ...{ second_look: second.sure, agreement: mean },
  };
}

/** How sure a look was of one value of a cell: its probability, by how much it is ahead, and how little the whole
 *  distribution leaves open (1 less its entropy, in units of the entropy of as many equals). */
export function believed(
  candidates: readonly { value: number; probability: number }[],
  wanted: number,
): { sure: number; margin: number; certainty: number } {
  const sure = candidates.find(({ value }) => value === wanted)?.probability ?? 0;
  const others = candidates.filter(({ value }) => value !== wanted).map(({ probability }) => probability);
  const entropy = candidates.reduce((sum, { probability: p }) => sum - (p > 0 ? p * Math.log(p) : 0), 0);
  const certainty = candidates.length > 1 ? 1 - entropy / Math.log(candidates.length) : 1;
  return { sure, margin: sure - Math.max(0, ...others), certainty };
}
