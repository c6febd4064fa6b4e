import fc from "fast-check";
import { expect, it } from "vitest";

import type { CellView, DecisionMark, View, ViewChange } from "../../../../web/src/protocol/engine";
import { applied } from "../../../../web/src/protocol/view";

const cell = (value: number | null): CellView => ({
  ...{ value, origin: value === null ? null : "player" },
  ...{ decision: null, candidates: [], ruledOut: [] },
});
const mark = (id: number, takenBack = false): DecisionMark => ({
  ...{ id, kind: "place", variable: id, value: 1, source: "player", takenBack, escalated: false },
});

function change(position: string, from: string | null, more: Partial<ViewChange> = {}): ViewChange {
  const tally = { moves: 0, eliminations: 0, escalations: 0, takenBack: 0, effort: 0 };
  return {
    ...{
      position,
      from,
      status: "open",
      conflicts: [],
      broken: [],
      canUndo: true,
      canRedo: false,
      shift: null,
      text: "",
    },
    tally: { ...tally, inferences: 0, secondLooks: 0, reused: 0 },
    cells: [],
    decisions: { keep: 0, changed: [], add: [] },
    ...more,
  };
}

const whole = (): View =>
  applied(
    null,
    change("a", null, {
      cells: [0, 1, 2].map((index) => [index, cell(null)]),
      decisions: { keep: 0, changed: [], add: [mark(0), mark(1)] },
    }),
  );

it("keeps what did not change as the same objects", () => {
  const before = whole();
  const after = applied(
    before,
    change("b", "a", { cells: [[1, cell(7)]], decisions: { keep: 2, changed: [mark(0, true)], add: [mark(2)] } }),
  );
  expect(after.position).toBe("b");
  expect(after.cells.map(({ value }) => value)).toEqual([null, 7, null]);
  expect(after.cells[0]).toBe(before.cells[0]);
  expect(after.decisions.map(({ takenBack }) => takenBack)).toEqual([true, false, false]);
  expect(after.decisions[1]).toBe(before.decisions[1]);
  // The old view is as it was.
  expect(before.cells[1]?.value).toBeNull();
  expect(before.decisions).toHaveLength(2);
  const same = applied(after, change("b", "b", { decisions: { keep: 3, changed: [], add: [] } }));
  expect(same.cells).toBe(after.cells);
  expect(same.decisions).toBe(after.decisions);
});

it("shortens the log when decisions are undone", () => {
  const after = applied(whole(), change("c", "a", { decisions: { keep: 1, changed: [], add: [] } }));
  expect(after.decisions.map(({ id }) => id)).toEqual([0]);
});

it("refuses a change of another view", () => {
  expect(() => applied(whole(), change("z", "y"))).toThrow(/y/);
  expect(() => applied(null, change("z", "y"))).toThrow(/y/);
  expect(applied(whole(), change("z", null)).cells).toEqual([]);
});

it("leads from any view to any other", () => {
  const cells = fc.array(fc.option(fc.nat(9), { nil: null }), { minLength: 4, maxLength: 4 });
  const log = fc.array(fc.boolean(), { maxLength: 5 });
  fc.assert(
    fc.property(cells, log, cells, log, (cellsA, logA, cellsB, logB) => {
      const full = (position: string, values: (number | null)[], taken: boolean[]) =>
        change(position, null, {
          cells: values.map((value, index) => [index, cell(value)]),
          decisions: { keep: 0, changed: [], add: taken.map((one, id) => mark(id, one)) },
        });
      const a = applied(null, full("a", cellsA, logA));
      const b = applied(null, full("b", cellsB, logB));
      const keep = Math.min(logA.length, logB.length);
      const step = change("b", "a", {
        cells: cellsB.flatMap((value, index) =>
          value === cellsA[index] ? [] : [[index, cell(value)] as const],
        ) as never,
        decisions: {
          keep,
          changed: logB.slice(0, keep).flatMap((one, id) => (one === logA[id] ? [] : [mark(id, one)])),
          add: logB.slice(keep).map((one, index) => mark(keep + index, one)),
        },
      });
      expect(applied(a, step)).toEqual(b);
    }),
  );
});
