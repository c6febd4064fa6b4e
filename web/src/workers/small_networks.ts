// The small networks of the exhibits: fetched when they are first run, on the runtime that System 1's network has started.

import { InferenceSession, Tensor } from "onnxruntime-web/wasm";

import { isFields, type NetworkFile, type PlainTensor, type PlainTensors, type RunRequest } from "../protocol/messages";
import { detailOf, failWith, type HostError } from "../protocol/problems";
import { checkModel } from "./card";
import { fileName, type Files } from "./files";

export class SmallNetworks {
  readonly #files: Files;
  /** By what is in the file. */
  readonly #sessions = new Map<string, Promise<InferenceSession>>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** Problems: error.load.* of the file; error.load.model where the network cannot take the inputs. */
  async run({ network, inputs }: RunRequest): Promise<PlainTensors> {
    const session = await this.#session(network);
    try {
      return plain(await session.run(feeds(inputs)));
    } catch (thrown) {
      throw damaged(network, thrown);
    }
  }

  #session(network: NetworkFile): Promise<InferenceSession> {
    const key = network.sha256;
    const known = this.#sessions.get(key);
    if (known) return known;
    const begun = this.#start(network);
    this.#sessions.set(key, begun);
    begun.catch(() => this.#sessions.delete(key)); // the next request tries again
    return begun;
  }

  async #start(network: NetworkFile): Promise<InferenceSession> {
    const bytes = await this.#files.read(network.address, () => {});
    await checkModel(bytes, network, network.address);
    try {
      return await InferenceSession.create(bytes, { executionProviders: ["wasm"], graphOptimizationLevel: "all" });
    } catch (thrown) {
      throw damaged(network, thrown);
    }
  }
}

function damaged({ address }: NetworkFile, thrown: unknown): HostError {
  return failWith("error.load.model", { file: fileName(address), detail: detailOf(thrown) });
}

const ARRAYS = { float32: Float32Array, int32: Int32Array };

function feeds(inputs: PlainTensors): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { type, shape, data }]) => [
      name,
      new Tensor(type, ARRAYS[type].from(data) as Float32Array, shape),
    ]),
  );
}

function plain(outputs: Readonly<Record<string, Tensor>>): PlainTensors {
  return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, plainTensor(name, tensor)]));
}

function plainTensor(name: string, { type, dims, data }: Tensor): PlainTensor {
  if (type !== "float32" && type !== "int32") throw new Error(`the output ${name} is of type ${type}`);
  return { type, shape: [...dims], data: Array.from(data as Float32Array | Int32Array) };
}

export function isRunRequest(args: unknown): args is RunRequest {
  if (!isFields(args) || !isFields(args["network"]) || !isFields(args["inputs"])) return false;
  const { address, sha256 } = args["network"];
  return typeof address === "string" && typeof sha256 === "string";
}
