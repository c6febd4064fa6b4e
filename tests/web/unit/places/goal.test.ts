// Goals: read strictly, and reached by nothing but what they name.

import { expect, it } from "vitest";

import { progressOf, readGoal, sureWrongOf, writeGoal, type Seen } from "../../../../web/src/places/goal";
import type { Decision } from "../../../../web/src/protocol/engine";

const seen = (change: Partial<Seen>): Seen => ({
  ...{ status: "open", escalations: 0, decisions: [], asked: null, threshold: 0.9 },
  ...change,
});

/** A decision about the value 4 of cell 7. */
function decision(change: Partial<Decision>, probability = 0.95, outcome: string | null = null): Decision {
  const proposal = { variable: 7, value: 4, probability };
  const deliberation = outcome === null ? null : { outcome, effort: 1 };
  const thought = {
    strategy: "threshold",
    threshold: 0.9,
    verdict: "verdict.trusted",
    intuition: { proposal },
    deliberation,
  };
  const mark = { id: 0, kind: "place", variable: 7, value: 4, source: "system1", takenBack: false, escalated: false };
  return { ...mark, thought, core: null, removed: [], ...change } as unknown as Decision;
}

it.each(["sure_wrong", "solved", "solved_0", "solved_3", "solved_999"])("reads %s as it writes it", (text) => {
  expect(writeGoal(readGoal(text)!)).toBe(text);
});

it.each(["", "Solved", "solved_", "solved_-1", "solved_03", "solved_1000", "solved_3 ", "sure", "__proto__", "<b>"])(
  "does not read “%s”",
  (text) => expect(readGoal(text)).toBeUndefined(),
);

it("is reached by a solution, within what it allows", () => {
  const goal = readGoal("solved_3")!;
  expect(progressOf(goal, seen({ escalations: 3 })).state).toBe("open");
  expect(progressOf(goal, seen({ escalations: 3, status: "solved" })).state).toBe("reached");
  expect(progressOf(goal, seen({ escalations: 4, status: "solved" })).state).toBe("missed");
  expect(progressOf(goal, seen({ status: "lost" })).state).toBe("missed");
  expect(progressOf(readGoal("solved")!, seen({ escalations: 90, status: "solved" })).state).toBe("reached");
  expect(progressOf(readGoal("sure_wrong")!, seen({ status: "solved" })).state).toBe("open");
});

it("knows a sure proposal that System 2 refuted", () => {
  const refuted = decision({ kind: "rule_out", source: "system2" }, 0.95, "outcome.refuted");
  expect(sureWrongOf(seen({ decisions: [refuted] }))).toMatchObject({ variable: 7, value: 4, probability: 0.95 });
  expect(sureWrongOf(seen({ decisions: [refuted], threshold: 0.96 }))).toBeNull();
  expect(sureWrongOf(seen({ decisions: [decision({}, 0.95, "outcome.confirmed")] }))).toBeNull();
});

it("knows a sure guess that was taken back, and not one that stands", () => {
  const guess = decision({ takenBack: true });
  const back = decision({ id: 1, kind: "take_back", source: "system2", thought: null });
  expect(sureWrongOf(seen({ decisions: [guess] }))).toBeNull();
  expect(sureWrongOf(seen({ decisions: [guess, back] }))).toMatchObject({ variable: 7, value: 4 });
  expect(sureWrongOf(seen({ decisions: [decision({ source: "player", thought: null }), back] }))).toBeNull();
});

it("knows what a question has brought to light", () => {
  const reading = { cells: [{ variable: 7, candidates: [{ value: 4, probability: 0.95 }] }], best: null };
  const asked = (value: number, finding: string) =>
    sureWrongOf(seen({ asked: { variable: 7, value, finding, reading } }));
  expect(asked(4, "refuted")).toEqual({ variable: 7, value: 4, probability: 0.95 });
  expect(asked(2, "forced")).toEqual({ variable: 7, value: 4, probability: 0.95 });
  expect(asked(4, "forced")).toBeNull();
  expect(asked(2, "refuted")).toBeNull();
  expect(asked(4, "undetermined")).toBeNull();
});
