// Runs a model on recorded inputs in ONNX Runtime Web and prints logits and sureness as JSON.
//   node models/export/run_onnx.mjs MODEL.onnx VECTORS.json [--time]
// A case may go on from the one before it (`continues`). With --time it prints, per case, the rows and the median
// milliseconds of one inference instead.
import { readFile } from "node:fs/promises";
import * as ort from "onnxruntime-web/wasm";

const [modelPath, vectorsPath, option] = process.argv.slice(2);
ort.env.wasm.numThreads = 1;
const session = await ort.InferenceSession.create(await readFile(modelPath), {
  executionProviders: ["wasm"],
  graphOptimizationLevel: "all",
});

const CARRIED = ["literal_state", "group_message", "sum_message"];
const { cases, carried } = JSON.parse(await readFile(vectorsPath, "utf8"));

function tensor(name, values, shape) {
  const index = /_groups$|_literals$|_sums$/.test(name);
  return new ort.Tensor(index ? "int32" : "float32", (index ? Int32Array : Float32Array).from(values), shape);
}

/** The named inputs of a case; `before`: the outputs of the case it goes on from. */
function feeds(one, before) {
  const inputs = Object.fromEntries(
    Object.entries(one.shapes).map(([name, shape]) => [name, tensor(name, one[name], shape)]),
  );
  inputs.iterations = new ort.Tensor("int64", BigInt64Array.from([BigInt(one.iterations)]), [1]);
  const rows = [one.shapes.literal_groups[0], one.shapes.group_literals[0], one.shapes.sum_literals[0]];
  CARRIED.forEach((name, i) => {
    const shape = [rows[i], carried[name]];
    inputs[name] = one.continues
      ? new ort.Tensor("float32", before[`${name}_out`].data, shape)
      : new ort.Tensor("float32", new Float32Array(shape[0] * shape[1]), shape);
  });
  return inputs;
}

async function medianTime(one, before) {
  const times = [];
  for (let i = 0; i < 100; i++) {
    const inputs = feeds(one, before);
    const start = performance.now();
    await session.run(inputs);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length / 2];
}

const results = [];
let before = null;
for (const one of cases) {
  const outputs = await session.run(feeds(one, before));
  if (option === "--time") {
    results.push({
      puzzle: one.puzzle,
      rows: one.shapes.literal_groups[0],
      iterations: one.iterations,
      milliseconds: await medianTime(one, before),
    });
  } else {
    results.push({ logits: [...outputs.logits.data], sureness: outputs.sureness.data[0] });
  }
  before = outputs;
}
process.stdout.write(JSON.stringify(results) + "\n");
