// The service of System 1's worker: ONNX Runtime Web on one thread, with the trained network.

import { InferenceSession, env } from "onnxruntime-web/wasm";

import { isFields, type LookRequest, type Progress } from "../protocol/messages";
import { detailOf, failWith, meansOutOfMemory } from "../protocol/problems";
import type { PolicyAssets } from "../protocol/assets";
import type { PolicyLoaded } from "../protocol/card";
import type { PolicyAnswer, PolicyTensors, PositionId } from "../protocol/engine";
import { checkModel, readCard } from "./card";
import type { Card } from "./card";
import { fileName } from "./files";
import type { Files } from "./files";
import { blankState, feedsOf, mismatch, noisyState, outcomeOf } from "./network";
import type { State } from "./network";
import type { ReportProgress, Service } from "./service";
import { isRunRequest, SmallNetworks } from "./small_networks";

export interface PolicyLoadArguments {
  assets: PolicyAssets;
  /** ONNX Runtime as an earlier worker compiled it. */
  module: WebAssembly.Module | null;
}

/** `runtime`: where ONNX Runtime's wasm lies, unless the assets say otherwise. */
export function policyService(files: Files, runtime: string): Service {
  let looker: Looker | null = null;
  let warmed = 0;
  const others = new SmallNetworks(files);
  return {
    async load(args, report) {
      const { assets, module: known } = args as PolicyLoadArguments;
      const { module, model, card } = await download({ runtime, ...assets }, known, files, report);
      report({ loaded: 0, total: 0, phase: "set_up" });
      looker = new Looker(await startSession(module, model, assets.model), card);
      await looker.tryOut(assets.model);
      const { temperature, calibration, trained } = card;
      return { temperature, calibration, trained, module } satisfies PolicyLoaded & { module: WebAssembly.Module };
    },
    call(args) {
      if (looker === null) throw failWith("error.worker.answer", { part: "policy" });
      return isRunRequest(args) ? others.run(args) : looker.look(readRequest(args));
    },
    async rest() {
      if (looker === null || warmed >= WARM_UPS) return false;
      warmed++;
      await looker.warmUp();
      return warmed < WARM_UPS;
    },
  };
}

/** Looks at positions; keeps what the network made of the last one, to go on from there. */
class Looker {
  readonly #session: InferenceSession;
  readonly #card: Card;
  #kept: { position: PositionId; look: number; state: State } | null = null;

  constructor(session: InferenceSession, card: Card) {
    this.#session = session;
    this.#card = card;
  }

  async look({ position, look, start, tensors }: LookRequest): Promise<PolicyAnswer> {
    const { iterations, widths } = this.#card;
    if (start > 0) return this.#sleep(tensors, start, iterations.glance + look * iterations.look);
    const kept = this.#kept;
    const goesOn = kept !== null && kept.position === position && kept.look === look - 1;
    // A fresh worker, which has not seen the looks before, makes up for them.
    const due = goesOn ? iterations.look : iterations.glance + look * iterations.look;
    const outputs = await this.#session.run(feedsOf(tensors, goesOn ? kept.state : blankState(tensors, widths), due));
    const { logits, sureness, state } = outcomeOf(outputs);
    this.#kept = { position, look, state };
    return { logits: Array.from(logits), sureness, iterations: look === 0 ? iterations.glance : iterations.look };
  }

  /** From other states, and nothing of it is kept. */
  async #sleep(tensors: PolicyTensors, start: number, due: number): Promise<PolicyAnswer> {
    const outputs = await this.#session.run(feedsOf(tensors, noisyState(tensors, this.#card.widths, start), due));
    const { logits, sureness } = outcomeOf(outputs);
    return { logits: Array.from(logits), sureness, iterations: due };
  }

  /** Throws if the network is of another form than the engine's tensors. */
  async tryOut(address: string): Promise<void> {
    try {
      outcomeOf(await this.#once(SMALLEST));
    } catch (thrown) {
      throw failWith("error.load.model", { file: fileName(address), detail: detailOf(thrown) });
    }
  }

  /** The browser compiles code well once it has run for a while: a piece of that while. Nothing of it is kept. */
  async warmUp(): Promise<void> {
    await this.#once(NINE_BY_NINE);
  }

  #once(form: Form): ReturnType<InferenceSession["run"]> {
    const tensors = zerosOf(form);
    return this.#session.run(feedsOf(tensors, blankState(tensors, this.#card.widths), 1));
  }
}

interface Downloaded {
  module: WebAssembly.Module;
  model: Uint8Array<ArrayBuffer>;
  card: Card;
}

async function download(
  assets: PolicyAssets & { runtime: string },
  known: WebAssembly.Module | null,
  files: Files,
  report: ReportProgress,
): Promise<Downloaded> {
  // What is compiled already need not be fetched, and how much of the rest there is the host tells.
  const sum = summed(report, known === null ? assets.bytes : undefined);
  const [module, model, cardBytes] = await Promise.all([
    known ?? files.compile(assets.runtime, sum()),
    assets.learned?.model ?? files.read(assets.model, sum()),
    files.read(assets.card, () => {}),
  ]);
  const card = readCard(cardBytes, assets.card);
  if (assets.learned) return { module, model, card: practised(card, assets.learned.trained) };
  await checkModel(model, card, assets.model);
  return { module, model, card };
}

/** Of a network that learned by practice only the form is that of the shipped one: what was measured of that is not claimed. */
function practised({ sha256, iterations, widths }: Card, trained: Card["trained"]): Card {
  return { sha256, iterations, widths, temperature: 1, calibration: {}, trained };
}

/** Several downloads reported as one. The total is unknown as long as one of them is. */
function summed(report: ReportProgress, known: number | undefined): () => ReportProgress {
  const parts: Progress[] = [];
  return () => {
    const part: Progress = { loaded: 0, total: 0, phase: "fetch" };
    parts.push(part);
    return (progress) => {
      Object.assign(part, progress);
      const loaded = parts.reduce((sum, one) => sum + one.loaded, 0);
      const complete = parts.every((one) => one.total > 0);
      const total = complete ? parts.reduce((sum, one) => sum + one.total, 0) : 0;
      const phase = parts.some((one) => one.phase === "fetch") ? "fetch" : "compile";
      report({ loaded, total: known ?? total, phase });
    };
  };
}

async function startSession(module: WebAssembly.Module, model: Uint8Array, address: string): Promise<InferenceSession> {
  env.wasm.numThreads = 1;
  env.logLevel = "error";
  try {
    const session = await withRuntime(module, () =>
      InferenceSession.create(model, { executionProviders: ["wasm"], graphOptimizationLevel: "all" }),
    );
    const wrong = mismatch(session.inputNames);
    if (wrong !== null) throw new Error(wrong);
    return session;
  } catch (thrown) {
    const detail = detailOf(thrown);
    if (meansOutOfMemory(detail)) throw thrown;
    if (/SIMD is not supported/i.test(detail)) {
      throw failWith("error.load.unsupported", { feature: "WebAssembly SIMD" });
    }
    throw failWith("error.load.model", { file: fileName(address), detail });
  }
}

/**
 * ONNX Runtime takes bytes only, and compiles them by itself. It is given none, and a module that was compiled while its
 * bytes arrived is put in the place of what it would have compiled.
 */
async function withRuntime<T>(module: WebAssembly.Module, work: () => Promise<T>): Promise<T> {
  const own = WebAssembly.instantiate;
  // Under Node others compile in the same place meanwhile.
  const isOurs = (source: unknown): boolean => source instanceof Uint8Array && source.length === 0;
  const given = async (source: BufferSource, imports?: WebAssembly.Imports) =>
    isOurs(source) ? { module, instance: await own(module, imports) } : await own(source, imports);
  env.wasm.wasmBinary = new ArrayBuffer(0);
  WebAssembly.instantiate = given as typeof own;
  try {
    return await work();
  } finally {
    WebAssembly.instantiate = own;
  }
}

type Form = Pick<PolicyTensors, "literals" | "groups" | "degree" | "width" | "sums" | "sumDegree" | "sumWidth">;

const SMALLEST: Form = { literals: 1, groups: 1, degree: 1, width: 1, sums: 1, sumDegree: 1, sumWidth: 1 };
/** A 9×9 Sudoku with two sums. */
const NINE_BY_NINE: Form = { literals: 729, groups: 324, degree: 4, width: 9, sums: 2, sumDegree: 1, sumWidth: 9 };
/** As many iterations as a glance and a second look take. */
const WARM_UPS = 24;

function zerosOf(form: Form): PolicyTensors {
  const zeros = (length: number): number[] => new Array<number>(length).fill(0);
  const { literals, groups, degree, width, sums, sumDegree, sumWidth } = form;
  return {
    ...form,
    literalGroups: zeros(literals * degree),
    groupLiterals: zeros(groups * width),
    groupFeatures: zeros(groups * 4),
    literalSums: zeros(literals * sumDegree),
    literalCoefficients: zeros(literals * sumDegree),
    sumLiterals: zeros(sums * sumWidth),
    sumCoefficients: zeros(sums * sumWidth),
    sumFeatures: zeros(sums * 4),
  };
}

const counts = (args: Record<string, unknown>, names: string[]): boolean =>
  names.every((name) => Number.isSafeInteger(args[name]));

const ARRAYS = [
  ...["literalGroups", "groupLiterals", "groupFeatures"],
  ...["literalSums", "literalCoefficients", "sumLiterals", "sumCoefficients", "sumFeatures"],
];

function readRequest(args: unknown): LookRequest {
  const tensors = isFields(args) ? args["tensors"] : null;
  const whole = isFields(args) && typeof args["position"] === "string" && counts(args, ["look", "start"]);
  if (whole && isFields(tensors) && ARRAYS.every((name) => Array.isArray(tensors[name]))) {
    return args as unknown as LookRequest;
  }
  throw failWith("error.worker.answer", { part: "engine" });
}
