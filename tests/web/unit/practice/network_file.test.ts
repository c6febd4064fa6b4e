// A learned network's file: what is written is read again, runs in ONNX Runtime and answers otherwise; and nothing else is let
// in, however it is damaged or made up.

import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toBase64, fromBase64 } from "../../../../web/src/practice/base64";
import { cleanName, LONGEST_NAME, readLearned, type Learned } from "../../../../web/src/practice/learned";
import {
  crc32,
  MOST_BYTES,
  placesOf,
  readNetwork,
  weightsFrom,
  weightsOf,
  withWeights,
  writeNetwork,
} from "../../../../web/src/practice/network_file";
import { bytesField, fieldsOf, joined, Malformed } from "../../../../web/src/practice/protobuf";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports, repositoryPath, SHIPPED } from "../../../../web/tools/node_transports";

const base = new Uint8Array(readFileSync(repositoryPath("models/fastslow.onnx")));
const places = placesOf(base);
const shipped = weightsOf(base, places);

const CARD: Learned = {
  name: "넷째 시도",
  taught: { family: "sudoku", size: "6x6", rules: [] },
  ...{ teacher: "short", start: "untrained", seed: 7, puzzles: 120, moves: 2500, steps: 900, seconds: 41.5 },
  measured: { puzzles: 20, solved: 20, alone: 14, moves: 400, escalated: 31, wrong: 3 },
  version: "0.9.0",
};

/** Byte by byte; `toEqual` takes seconds for so many. */
const equal = (one: ArrayBufferView, other: ArrayBufferView): boolean => {
  const [a, b] = [one, other].map((view) => Buffer.from(view.buffer, view.byteOffset, view.byteLength));
  return a!.equals(b!);
};

/** The problem's key; "" where the file was read. */
const why = (bytes: Uint8Array): string => {
  const read = readNetwork(base, bytes);
  return "problem" in read ? read.problem.key.replace("error.network.", "") : "";
};

const half = shipped.map((weight) => weight / 2);
const file = writeNetwork(base, { weights: half, card: CARD });

describe("a network's file", () => {
  it("has the learned tensors of the network, by name and shape, and all of its parameters", () => {
    const { parameters } = JSON.parse(readFileSync(repositoryPath("models/fastslow.json"), "utf8")) as {
      parameters: number;
    };
    expect(shipped).toHaveLength(parameters);
    expect(places[0]).toMatchObject({ name: "first", shape: [1, 32] });
    expect(places.at(-1)).toMatchObject({ name: "judge_bias", shape: [1] });
  });

  it("is read as it was written, whatever the numbers and the name", () => {
    expect(equal(withWeights(base, shipped), base)).toBe(true);
    const numbers = fc.float({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 9, maxLength: 9 }), fc.string({ minLength: 1 }), (some, typed) => {
        const weights = shipped.map((weight, index) => some[index] ?? weight);
        const card = { ...CARD, name: cleanName(typed) || "x" };
        const read = readNetwork(base, writeNetwork(base, { weights, card }));
        if (!("ok" in read)) throw new Error(read.problem.key);
        expect(read.ok.card).toEqual(card);
        expect(equal(read.ok.weights, weights)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("runs wherever the shipped one does, and answers otherwise; what it did not practise is new to it", async () => {
    const answers = await Promise.all(
      [undefined, { model: file, trained: [{ family: "sudoku", sizes: ["6x6"], rules: [] }] }].map(async (learned) => {
        const host = new Host(
          nodeTransports({ ...SHIPPED, policy: { ...SHIPPED.policy, ...(learned && { learned }) } }),
        );
        const { view } = await host.open({ family: "sudoku", text: "..2..4..1......2" });
        const first = await host.intuition();
        const found = {
          first,
          temperature: host.config?.temperature,
          shift: host.game!.view.shift,
          before: view.shift,
        };
        host.close();
        return found;
      }),
    );
    expect(answers[1]!.first).not.toEqual(answers[0]!.first);
    expect(answers[0]!.shift).toBeNull();
    expect(answers[1]!.shift).toMatchObject({ family: false, size: true });
    expect(answers[1]!.temperature).toBe(1);
  });
});

describe("what is refused", () => {
  it("says why", () => {
    expect(why(new Uint8Array(0))).toBe("damaged");
    expect(why(base)).toBe("shipped");
    expect(why(withWeights(base, half))).toBe("card");
    expect(why(file.subarray(0, file.length - 1))).toBe("damaged");
    expect(why(new TextEncoder().encode("<html>not a network</html>"))).toBe("damaged");
    expect(why(new Uint8Array(readFileSync(repositoryPath("models/exhibits/sizes/mlp-10k-10.onnx"))))).toBe("foreign");
    expect(why(new Uint8Array(MOST_BYTES + 1))).toBe("size");
    expect(why(joined([file, bytesField(14, new Uint8Array(3))]))).toBe("card");
    expect(why(writeNetwork(base, { weights: half, card: { ...CARD, puzzles: -1 } }))).toBe("card");
  });

  it("numbers that no learning makes", () => {
    for (const bad of [NaN, Infinity, -1e30]) {
      const weights = half.map((weight, index) => (index === 77 ? bad : weight));
      expect(why(writeNetwork(base, { weights, card: CARD }))).toBe("numbers");
    }
  });

  it("any other byte than was written, wherever it stands", () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoiled = file.slice();
        spoiled[at]! ^= change;
        const read = readNetwork(base, spoiled);
        // In the card's own words another word may stand: it says what its writer says.
        if ("ok" in read) {
          expect(at).toBeGreaterThan(base.length);
          expect(equal(read.ok.weights, half)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("whatever else comes, without an exception", () => {
    const ending = fc.uint8Array({ maxLength: 200 }).map((end) => joined([base, end]));
    const cut = fc.nat(file.length).map((length) => file.subarray(0, length));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 500 }), ending, cut), (bytes) => {
        fc.pre(bytes.length !== file.length);
        expect(why(bytes)).not.toBe("");
      }),
      { numRuns: 100 },
    );
  });
});

describe("the parts of it", () => {
  it("fields are found again, and nothing beyond the end is believed", () => {
    const content = Uint8Array.from({ length: 300 }, (_, index) => index);
    const [field] = fieldsOf(bytesField(14, content));
    expect(field).toMatchObject({ number: 14, kind: "bytes", to: 303 });
    expect(() => fieldsOf(Uint8Array.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f, 1))).toThrow(Malformed);
    expect(() => fieldsOf(new Uint8Array(20).fill(0x80))).toThrow(Malformed);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          for (const { from, to } of fieldsOf(bytes)) expect(from <= to && to <= bytes.length).toBe(true);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Malformed);
        }
      }),
    );
  });

  it("base64 goes both ways", () => {
    const both = (bytes: Uint8Array): boolean => equal(fromBase64(toBase64(bytes))!, bytes);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), both));
    expect(both(base)).toBe(true);
    expect(fromBase64("not base64!")).toBeNull();
  });

  it("the checksum is that of zip files", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  });

  it("weights of another number are none", () => {
    expect(weightsFrom(new Uint8Array(12), 4)).toBeNull();
    expect(weightsFrom(new Uint8Array(16), 4)).toEqual(new Float32Array(4));
  });

  it("a name is one printable line", () => {
    expect(cleanName("  a\u0000b\n\u202ec  ")).toBe("a b c");
    expect([...cleanName("가".repeat(99))]).toHaveLength(LONGEST_NAME);
  });

  it("a card is taken whole or not at all", () => {
    expect(readLearned({ ...CARD, more: 1 })).toEqual(CARD);
    for (const name of Object.keys(CARD)) expect(readLearned({ ...CARD, [name]: { odd: 1 } })).toBeNull();
    expect(readLearned({ ...CARD, measured: { ...CARD.measured, escalated: 401 } })).toBeNull();
  });
});
