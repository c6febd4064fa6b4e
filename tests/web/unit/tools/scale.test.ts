// How time grows with size: the slope, and the figure of what is recorded.

import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { growthFigure } from "../../../../web/src/lab/figures/growth";
import type { Growth } from "../../../../web/src/lab/figures/results";
import { repositoryPath } from "../../../../web/tools/node_transports";
import { packedFamilies } from "../../../../web/tools/pack_file";
import { slope } from "../../../../web/tools/scale";

describe("the slope of times over sizes", () => {
  it("is the exponent of a power, whatever its factor", () => {
    for (const exponent of [0.5, 1, 2]) {
      const points = [4, 9, 100, 2500].map((squares) => [squares, 0.03 * squares ** exponent] as const);
      expect(slope(points)).toBe(exponent);
    }
  });

  it("is none where there is nothing to fit", () => {
    expect(slope([[4, 1]])).toBeNull();
    expect(
      slope([
        [4, 1],
        [4, 2],
      ]),
    ).toBeNull();
    expect(
      slope([
        [4, 0],
        [9, 1],
      ]),
    ).toBeNull();
  });
});

describe("what is recorded of it", () => {
  const recorded = JSON.parse(readFileSync(repositoryPath("models/results/scale.json"), "utf8")) as Growth;

  it("has a line of several sizes for every family of the packs but an author's own", () => {
    expect(Object.keys(recorded.families).sort()).toEqual(
      packedFamilies()
        .filter((family) => family !== "custom")
        .sort(),
    );
    for (const { sizes, slope: recordedSlope } of Object.values(recorded.families)) {
      expect(sizes.length).toBeGreaterThan(2);
      expect(recordedSlope.ms).toBe(slope(sizes.map(({ squares, ms }) => [squares, ms.median])));
    }
  });

  it("is a figure whose table has every size", () => {
    const figure = growthFigure(recorded);
    expect(figure.rows).toHaveLength(Object.values(recorded.families).flatMap(({ sizes }) => sizes).length);
    for (const { key } of figure.columns) expect(figure.rows[0]).toHaveProperty(key);
  });
});
