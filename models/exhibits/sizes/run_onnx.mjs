// Runs networks in ONNX Runtime Web, and prints what came out, as JSON.
//   node models/exhibits/sizes/run_onnx.mjs CASES.json
// A case: {model: path, inputs: {name: {type, shape, data}}}; its answer: {name: numbers}.
import { readFile } from "node:fs/promises";
import * as ort from "onnxruntime-web/wasm";

ort.env.wasm.numThreads = 1;
const ARRAYS = { float32: Float32Array, int32: Int32Array };
const sessions = new Map();

async function sessionOf(model) {
  if (!sessions.has(model)) {
    const options = { executionProviders: ["wasm"], graphOptimizationLevel: "all" };
    sessions.set(model, await ort.InferenceSession.create(await readFile(model), options));
  }
  return sessions.get(model);
}

const answers = [];
for (const { model, inputs } of JSON.parse(await readFile(process.argv[2], "utf8"))) {
  const session = await sessionOf(model);
  const feeds = Object.entries(inputs).map(([name, { type, shape, data }]) => [
    name,
    new ort.Tensor(type, ARRAYS[type].from(data), shape),
  ]);
  const outputs = await session.run(Object.fromEntries(feeds));
  answers.push(Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, [...data]])));
}
process.stdout.write(JSON.stringify(answers) + "\n");
