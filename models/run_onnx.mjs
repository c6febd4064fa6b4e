// Runs a model on recorded inputs in ONNX Runtime Web and prints the logits as JSON.
//   node models/run_onnx.mjs MODEL.onnx VECTORS.json [--time]
// With --time it prints, per case, the rows and the median milliseconds of one inference instead.
import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web/wasm';

const [modelPath, vectorsPath, option] = process.argv.slice(2);
ort.env.wasm.numThreads = 1;
const session = await ort.InferenceSession.create(await readFile(modelPath), {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'all',
});

const TYPES = { literal_groups: Int32Array, group_literals: Int32Array, group_features: Float32Array };

function feeds(vector) {
  return Object.fromEntries(
    Object.entries(TYPES).map(([name, Type]) => {
      const type = Type === Int32Array ? 'int32' : 'float32';
      return [name, new ort.Tensor(type, Type.from(vector[name]), vector.shapes[name])];
    }),
  );
}

async function medianTime(vector) {
  const times = [];
  for (let i = 0; i < 300; i++) {
    const input = feeds(vector);
    const start = performance.now();
    await session.run(input);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length / 2];
}

const results = [];
for (const vector of JSON.parse(await readFile(vectorsPath, 'utf8')).cases) {
  if (option === '--time') {
    results.push({ rows: vector.shapes.literal_groups[0], milliseconds: await medianTime(vector) });
  } else {
    results.push([...(await session.run(feeds(vector))).logits.data]);
  }
}
process.stdout.write(JSON.stringify(results) + '\n');
