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

const puzzle = (name: string) => ({ puzzle: name, family: "sudoku", text: name });
const request = (name: string, ...facts: IndexedFact[]): SolverRequest => ({
  ...{ puzzle: name, position: "", task: "choose", facts, budget: 0 },
});
/** What is said: of a question, its splice. */
const said = (talk: SolverTalk, name: string, ...facts: IndexedFact[]) =>
  talk.put(request(name, ...facts), puzzle(name)).map((one) => (one.op === "tell" ? null : one.facts));

it("tells of a puzzle once, and goes on from the version that it told last", () => {
  const talk = new SolverTalk();
  const [told, first] = said(talk, "a", [1, 1]);
  expect(told).toBeNull();
  expect(first).toMatchObject({ from: 0, keep: 0, drop: 0, add: [[1, 1]] });
  const [second] = said(talk, "a", [1, 1], [2, 0]);
  expect(second).toMatchObject({ from: first!.to, keep: 1, drop: 0, add: [[2, 0]] });
  expect(said(talk, "b")).toMatchObject([null, { from: 0, keep: 0, drop: 0, add: [] }]);
  talk.forget();
  expect(said(talk, "b", [3, 1])).toMatchObject([null, { from: 0, keep: 0, drop: 0, add: [[3, 1]] }]);
});

it("never gives a version that another game of the same puzzle has given: they may share a module", () => {
  const [one, other] = [new SolverTalk(), new SolverTalk()];
  const versions = [one, other, one, other].map((talk) => said(talk, "a", [1, 1]).at(-1)!.to);
  expect(new Set(versions).size).toBe(4);
});
