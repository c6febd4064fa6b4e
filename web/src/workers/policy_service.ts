// The service of System 1's worker: ONNX Runtime Web on one thread, with the trained network.

import { InferenceSession, Tensor, env } from "onnxruntime-web/wasm";

import { isFields } from "../host/messages";
import { detailOf, failWith, meansOutOfMemory } from "../host/problems";
import type { PolicyLoaded } from "../host/policy_client";
import type { PolicyAssets } from "../host/transports";
import type { PolicyTensors } from "../protocol";
import { checkModel, readCard } from "./card";
import { fileName } from "./files";
import type { Files } from "./files";
import type { ReportProgress, Service } from "./service";

/** `runtime`: where ONNX Runtime's wasm lies, unless the assets say otherwise. */
export function policyService(files: Files, runtime: string): Service {
  let session: InferenceSession | null = null;
  return {
    async load(args, report) {
      const assets = args as PolicyAssets;
      const { binary, model, card } = await download({ runtime, ...assets }, files, report);
      session = await startSession(binary, model, assets.model);
      await warmUp(session, assets.model);
      const loaded: PolicyLoaded = { temperature: card.temperature, trained: card.trained };
      return loaded;
    },
    async call(args) {
      if (session === null) throw failWith("error.worker.answer", { part: "policy" });
      return { logits: Array.from(await infer(session, readTensors(args))) };
    },
  };
}

interface Downloaded {
  binary: Uint8Array<ArrayBuffer>;
  model: Uint8Array<ArrayBuffer>;
  card: PolicyLoaded;
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
    return await InferenceSession.create(model, { executionProviders: ["wasm"], graphOptimizationLevel: "all" });
  } catch (thrown) {
    const detail = detailOf(thrown);
    if (meansOutOfMemory(detail)) throw thrown;
    if (/SIMD is not supported/i.test(detail)) {
      throw failWith("error.load.unsupported", { feature: "WebAssembly SIMD" });
    }
    throw failWith("error.load.model", { file: fileName(address), detail });
  }
}

/** The size of a 9×9 Sudoku: the first inferences are slow until the browser has compiled the code well. */
const WARM_UP = { literals: 729, groups: 324, degree: 4, width: 9 };

async function warmUp(session: InferenceSession, address: string): Promise<void> {
  const zeros = (length: number): number[] => new Array<number>(length).fill(0);
  const { literals, groups, degree, width } = WARM_UP;
  const tensors: PolicyTensors = {
    ...WARM_UP,
    literalGroups: zeros(literals * degree),
    groupLiterals: zeros(groups * width),
    groupFeatures: zeros(groups * 4),
  };
  try {
    await infer(session, tensors);
    await infer(session, tensors);
  } catch (thrown) {
    // A model of another form than the engine's tensors.
    throw failWith("error.load.model", { file: fileName(address), detail: detailOf(thrown) });
  }
}

async function infer(session: InferenceSession, tensors: PolicyTensors): Promise<Float32Array> {
  const { literals, groups, degree, width } = tensors;
  const outputs = await session.run({
    literal_groups: new Tensor("int32", Int32Array.from(tensors.literalGroups), [literals, degree]),
    group_literals: new Tensor("int32", Int32Array.from(tensors.groupLiterals), [groups, width]),
    group_features: new Tensor("float32", Float32Array.from(tensors.groupFeatures), [groups, 4]),
  });
  const logits = outputs["logits"]?.data;
  if (!(logits instanceof Float32Array)) throw new Error("the model has no float output named logits");
  return logits;
}

function readTensors(args: unknown): PolicyTensors {
  const arrays = ["literalGroups", "groupLiterals", "groupFeatures"];
  if (isFields(args) && arrays.every((name) => Array.isArray(args[name]))) return args as unknown as PolicyTensors;
  throw failWith("error.worker.answer", { part: "engine" });
}
