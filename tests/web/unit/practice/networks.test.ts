// A network's file from an address: what is one comes with its card, and whatever else is refused with a reason.

import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { readTaught, type Learned } from "../../../../web/src/practice/learned";
import { asModel, fetchedNetwork } from "../../../../web/src/practice/networks";
import { MOST_BYTES, placesOf, weightsOf, writeNetwork } from "../../../../web/src/practice/network_file";
import { problemOf } from "../../../../web/src/protocol/problems";
import { repositoryPath } from "../../../../web/tools/node_transports";

const base = new Uint8Array(readFileSync(repositoryPath("models/fastslow.onnx")));
const CARD: Learned = {
  ...{ name: "mine", taught: { family: "custom", size: "custom", rules: [], puzzle: '{"a":"ㄱ"}' }, teacher: "all" },
  ...{
    start: "untrained",
    seed: 7,
    puzzles: 12,
    moves: 250,
    steps: 90,
    seconds: 4.5,
    measured: null,
    version: "0.9.0",
  },
};
const file = writeNetwork(base, { weights: weightsOf(base, placesOf(base)).map((weight) => weight / 2), card: CARD });
const addressOf = (bytes: Uint8Array) =>
  `data:application/octet-stream;base64,${Buffer.from(bytes).toString("base64")}`;

it("comes with its card, its author's puzzle included, and claims to know only what it practised", async () => {
  const kept = await fetchedNetwork(addressOf(file), base);
  expect(kept.card).toEqual(CARD);
  expect(Buffer.from(kept.file).equals(Buffer.from(file))).toBe(true);
  expect(asModel(kept).trained).toEqual([{ family: "custom", sizes: ["custom"], rules: [] }]);
});

it.each([
  ["error.network.damaged", file.subarray(0, 20_000)],
  ["error.network.shipped", base],
  ["error.network.foreign", new Uint8Array([8, 1, 16, 2])],
  ["error.network.size", new Uint8Array(MOST_BYTES + 5)],
])("%s", async (key, bytes) => {
  const thrown: unknown = await fetchedNetwork(addressOf(bytes), base).catch((error: unknown) => error);
  expect(problemOf(thrown, (detail) => ({ key: detail, args: {} })).key).toBe(key);
});

it("an address where nothing is, is told", async () => {
  const thrown: unknown = await fetchedNetwork("data:nonsense", base).catch((error: unknown) => error);
  expect(problemOf(thrown, (detail) => ({ key: detail, args: {} })).key).toBe("error.network.address");
});

it("a card holds a puzzle only if it is a text of a bearable length", () => {
  const taught = { family: "custom", size: "custom", rules: [] };
  expect(readTaught({ ...taught, puzzle: "{}" })).toEqual({ ...taught, puzzle: "{}" });
  expect(readTaught(taught)).toEqual(taught);
  expect(readTaught({ ...taught, puzzle: 7 })).toBeNull();
  expect(readTaught({ ...taught, puzzle: "x".repeat(65537) })).toBeNull();
});
