// Other networks than System 1's, on the same runtime; and a solution of a declared puzzle, as the exhibits ask for them.

import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { Host } from "../../web/src/host/host";
import { HostError } from "../../web/src/protocol/problems";
import type { NetworkFile } from "../../web/src/protocol/messages";
import { nodeTransports } from "../../web/tools/node_transports";

let host: Host;
let folder: string;
beforeAll(() => {
  host = new Host(nodeTransports());
  folder = mkdtempSync(join(tmpdir(), "fastslow-"));
});
afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

/** A field of a protobuf message: bytes, text or a whole number below 128. */
const field = (number: number, value: number[] | string | number): number[] => {
  if (typeof value === "number") return [number << 3, value];
  const bytes = typeof value === "string" ? [...Buffer.from(value)] : value;
  return [(number << 3) | 2, bytes.length, ...bytes];
};

/** The network y = x + x, in ONNX's form (onnx.proto3). */
function doubling(): Uint8Array {
  const port = (name: string) => [
    ...field(1, name),
    ...field(2, field(1, [...field(1, 1), ...field(2, field(1, field(1, 2)))])),
  ];
  const node = [...field(1, "x"), ...field(1, "x"), ...field(2, "y"), ...field(4, "Add")];
  const graph = [...field(1, node), ...field(2, "g"), ...field(11, port("x")), ...field(12, port("y"))];
  return Uint8Array.from([...field(1, 8), ...field(7, graph), ...field(8, field(2, 13))]);
}

function kept(name: string, bytes: Uint8Array): NetworkFile {
  const address = join(folder, name);
  writeFileSync(address, bytes);
  return { address, sha256: createHash("sha256").update(bytes).digest("hex") };
}

const X = { x: { type: "float32" as const, shape: [2], data: [1, 2.5] } };
const keyOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "",
    (thrown: unknown) => (thrown instanceof HostError ? thrown.problem.key : String(thrown)),
  );

it("runs a small network beside System 1's own", async () => {
  const network = kept("double.onnx", doubling());
  const { outputs } = await host.run(network, X);
  expect(outputs["y"]).toEqual({ type: "float32", shape: [2], data: [2, 5] });
  await host.open({ family: "sudoku", text: "1............2.." });
  expect(await host.intuition()).not.toBeNull();
  expect((await host.run(network, X)).outputs["y"]?.data).toEqual([2, 5]);
});

it("tells what is wrong with a file or with what it is given, and goes on", async () => {
  const good = kept("good.onnx", doubling());
  expect(await keyOf(host.run({ ...good, sha256: "0".repeat(64) }, X))).toBe("error.load.checksum");
  expect(await keyOf(host.run({ address: join(folder, "none.onnx"), sha256: "1" }, X))).toBe("error.load.status");
  expect(await keyOf(host.run(kept("bad.onnx", Uint8Array.of(1, 2, 3)), X))).toBe("error.load.model");
  expect(await keyOf(host.run(good, {}))).toBe("error.load.model");
  expect((await host.run(good, X)).outputs["y"]?.data).toEqual([2, 5]);
});

it("finds a solution of the board as it stands", async () => {
  const declaration = {
    format: "fastslow-puzzle/1",
    grid: { rows: 1, columns: 3, values: [0, 9] },
    constraints: [{ kind: "sum", cells: "r1c*", coefficients: [1, 1, -1], equals: 0, name: "the sum" }],
  };
  await host.open({ family: "custom", text: JSON.stringify(declaration) });
  await host.play(0, 4);
  await host.play(1, 5);
  const { answer } = await host.solution();
  expect(answer.truth).toBe("sat");
  expect(answer.solutions).toHaveLength(1);
  expect(JSON.parse(answer.solutions[0]!)).toMatchObject({ givens: { r1c1: 4, r1c2: 5, r1c3: 9 } });
  await host.play(2, 8);
  expect((await host.solution()).answer.truth).toBe("unsat");
});
