// models/results/strategies.json, which the lab draws, is what its schema says, and says what its figures must.

import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

import { STRATEGIES } from "../../../../web/src/protocol/decision";
import { repositoryPath } from "../../../../web/tools/node_transports";
import type { Report } from "../../../../web/tools/strategies/report";

const read = (path: string): unknown => JSON.parse(readFileSync(repositoryPath(path), "utf8"));
const schema = read("models/results/strategies.schema.json") as { $defs: { strategy: { enum: string[] } } };
const recorded = read("models/results/strategies.json") as Report;
const fits = new Ajv2020({ allErrors: true }).compile(schema);

describe("the recorded strategies", () => {
  it("have the form that the schema says", () => {
    fits(recorded);
    expect(fits.errors?.map(({ instancePath, message }) => `${instancePath} ${String(message)}`)).toBeUndefined();
  });

  it("would not, if a figure were missing, odd or foreign", () => {
    const spoiled = (spoil: (sudoku: Report["families"][string]) => void): boolean => {
      const copy = structuredClone(recorded);
      spoil(Object.values(copy.families)[0]!);
      return fits(copy);
    };
    expect(spoiled(() => {})).toBe(true);
    expect(spoiled(({ strategies }) => (strategies["system2"]![0]!.coverage = 1.5))).toBe(false);
    expect(spoiled(({ strategies }) => Reflect.deleteProperty(strategies["system2"]![0]!, "games"))).toBe(false);
    expect(spoiled(({ strategies }) => (strategies["nobody"] = []))).toBe(false);
  });

  it("are the engine's", () => {
    expect(schema.$defs.strategy.enum).toEqual(STRATEGIES);
  });

  it("solve what System 2 alone solves, wherever System 2 may be asked", () => {
    for (const [family, { strategies }] of Object.entries(recorded.families)) {
      for (const [name, settings] of Object.entries(strategies)) {
        if (name === "system1") continue;
        for (const { games, solved, setting } of settings) {
          expect(solved, `${family} ${name} ${JSON.stringify(setting)}`).toBe(games);
        }
      }
    }
  });
});
