import fc from "fast-check";
import { expect, it } from "vitest";

import { spliced, SolverTalk } from "../../../../web/src/host/solver_talk";
import type { IndexedFact, SolverRequest } from "../../../../web/src/protocol/engine";

const anyFact: fc.Arbitrary<IndexedFact> = fc.tuple(fc.nat(5), fc.constantFrom(0, 1));
const anyFacts = fc.array(anyFact, { maxLength: 8 });

/** As the solver module does it. */
function spliceIn(old: IndexedFact[], { keep, drop, add }: ReturnType<typeof spliced>): IndexedFact[] {
  return [...old.slice(0, keep), ...add, ...old.slice(keep + drop)];
}

it("tells how facts differ, with no more than what differs", () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (before, after) => {
      const splice = spliced(before, after);
      expect(spliceIn(before, splice)).toEqual(after);
      expect(spliced(after, after)).toEqual({ keep: after.length, drop: 0, add: [] });
      const longer = [...before, [9, 1] as IndexedFact];
      expect(spliced(before, longer)).toEqual({ keep: before.length, drop: 0, add: [[9, 1]] });
    }),
  );
});

it("tells of a puzzle once, and counts the versions of its facts", () => {
  const talk = new SolverTalk();
  const puzzle = (name: string) => ({ puzzle: name, family: "sudoku", text: name });
  const request = (name: string, ...facts: IndexedFact[]): SolverRequest => ({
    ...{ puzzle: name, position: "", task: "choose", facts, budget: 0 },
  });
  const said = (name: string, ...facts: IndexedFact[]) =>
    talk.put(request(name, ...facts), puzzle(name)).map((one) => (one.op === "tell" ? "tell" : one.facts));
  expect(said("a", [1, 1])).toEqual(["tell", { from: 0, to: 1, keep: 0, drop: 0, add: [[1, 1]] }]);
  expect(said("a", [1, 1], [2, 0])).toEqual([{ from: 1, to: 2, keep: 1, drop: 0, add: [[2, 0]] }]);
  expect(said("b")).toEqual(["tell", { from: 0, to: 1, keep: 0, drop: 0, add: [] }]);
  talk.forget();
  expect(said("b", [3, 1])).toEqual(["tell", { from: 0, to: 1, keep: 0, drop: 0, add: [[3, 1]] }]);
});
