// The service of System 1's worker: ONNX Runtime Web on one thread, with the trained network.

import { InferenceSession, env } from "onnxruntime-web/wasm";

import { isFields, type LookRequest } from "../protocol/messages";
import { detailOf, failWith, meansOutOfMemory } from "../protocol/problems";
import type { PolicyAssets } from "../protocol/assets";
import type { PolicyLoaded } from "../protocol/card";
import type { PolicyAnswer, PolicyTensors, PositionId } from "../protocol/engine";
import { checkModel, readCard } from "./card";
import type { Card } from "./card";
import { fileName } from "./files";
import type { Files } from "./files";
import { blankState, feedsOf, mismatch, outcomeOf } from "./network";
import type { State } from "./network";
import type { ReportProgress, Service } from "./service";

/** `runtime`: where ONNX Runtime's wasm lies, unless the assets say otherwise. */
export function policyService(files: Files, runtime: string): Service {
  let looker: Looker | null = null;
  return {
    async load(args, report) {
      const assets = args as PolicyAssets;
      const { binary, model, card } = await download({ runtime, ...assets }, files, report);
      looker = new Looker(await startSession(binary, model, assets.model), card);
      await warmUp(looker, assets.model);
      const { temperature, calibration, trained } = card;
      return { temperature, calibration, trained } satisfies PolicyLoaded;
    },
    call(args) {
      if (looker === null) throw failWith("error.worker.answer", { part: "policy" });
      return looker.look(readRequest(args));
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

  async look({ position, look, tensors }: LookRequest): Promise<PolicyAnswer> {
    const { iterations, widths } = this.#card;
    const kept = this.#kept;
    const goesOn = kept !== null && kept.position === position && kept.look === look - 1;
    // A fresh worker, which has not seen the looks before, makes up for them.
    const due = goesOn ? iterations.look : iterations.glance + look * iterations.look;
    const outputs = await this.#session.run(feedsOf(tensors, goesOn ? kept.state : blankState(tensors, widths), due));
    const { logits, sureness, state } = outcomeOf(outputs);
    this.#kept = { position, look, state };
    return { logits: Array.from(logits), sureness, iterations: look === 0 ? iterations.glance : iterations.look };
  }
}

interface Downloaded {
  binary: Uint8Array<ArrayBuffer>;
  model: Uint8Array<ArrayBuffer>;
  card: Card;
}

async function download(
  assets: PolicyAssets & { runtime: string },
  files: Files,
  report: ReportProgress,
): Promise<Downloaded> {
  const sum = summed(report, assets.bytes);
  const [binary, model, cardBytes] = await Promise.all([
    files.read(assets.runtime, sum()),
    files.read(assets.model, sum()),
    files.read(assets.card, () => {}),
  ]);
  const card = readCard(cardBytes, assets.card);
  await checkModel(model, card, assets.model);
  return { binary, model, card };
}

/** Several downloads reported as one. The total is unknown as long as one of them is. */
function summed(report: ReportProgress, known: number | undefined): () => ReportProgress {
  const parts: { loaded: number; total: number }[] = [];
  return () => {
    const part = { loaded: 0, total: 0 };
    parts.push(part);
    return (progress) => {
      Object.assign(part, progress);
      const loaded = parts.reduce((sum, one) => sum + one.loaded, 0);
      const complete = parts.every((one) => one.total > 0);
      const total = complete ? parts.reduce((sum, one) => sum + one.total, 0) : 0;
      report({ loaded, total: known ?? total });
    };
  };
}

async function startSession(
  binary: Uint8Array<ArrayBuffer>,
  model: Uint8Array,
  address: string,
): Promise<InferenceSession> {
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = binary.buffer;
  env.logLevel = "error";
  try {
    const session = await InferenceSession.create(model, {
      executionProviders: ["wasm"],
      graphOptimizationLevel: "all",
    });
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

/** The size of a 9×9 Sudoku with two sums: the first looks are slow until the browser has compiled the code well. */
const WARM_UP = { literals: 729, groups: 324, degree: 4, width: 9, sums: 2, sumDegree: 1, sumWidth: 9 };

async function warmUp(looker: Looker, address: string): Promise<void> {
  const zeros = (length: number): number[] => new Array<number>(length).fill(0);
  const { literals, groups, degree, width, sums, sumDegree, sumWidth } = WARM_UP;
  const tensors: PolicyTensors = {
    ...WARM_UP,
    literalGroups: zeros(literals * degree),
    groupLiterals: zeros(groups * width),
    groupFeatures: zeros(groups * 4),
    literalSums: zeros(literals * sumDegree),
    literalCoefficients: zeros(literals * sumDegree),
    sumLiterals: zeros(sums * sumWidth),
    sumCoefficients: zeros(sums * sumWidth),
    sumFeatures: zeros(sums * 4),
  };
  try {
    await looker.look({ position: "", look: 0, tensors });
    await looker.look({ position: "", look: 1, tensors });
  } catch (thrown) {
    // A model of another form than the engine's tensors.
    throw failWith("error.load.model", { file: fileName(address), detail: detailOf(thrown) });
  }
}

const ARRAYS = [
  ...["literalGroups", "groupLiterals", "groupFeatures"],
  ...["literalSums", "literalCoefficients", "sumLiterals", "sumCoefficients", "sumFeatures"],
];

function readRequest(args: unknown): LookRequest {
  const tensors = isFields(args) ? args["tensors"] : null;
  const whole = isFields(args) && typeof args["position"] === "string" && Number.isSafeInteger(args["look"]);
  if (whole && isFields(tensors) && ARRAYS.every((name) => Array.isArray(tensors[name]))) {
    return args as unknown as LookRequest;
  }
  throw failWith("error.worker.answer", { part: "engine" });
}
