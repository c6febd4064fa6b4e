import { describe, expect, it } from "vitest";

import type { Decision } from "../../../../web/src/protocol/engine";
import { lateMoves } from "../../../../web/src/places/visits";

const [first, second] = [
  { variable: 0, value: 3 },
  { variable: 1, value: 1 },
];
const decided = ({ variable, value }: typeof first): Decision =>
  ({ id: 1, kind: "place", source: "player", variable, value }) as Decision;

const showing = (...values: (number | null)[]) => values.map((value) => ({ value }));

describe("a move in the address that the kept game does not show", () => {
  it("came too late to be kept", () => {
    expect(lateMoves([first, second], showing(3, null), { undone: [] })).toEqual([second]);
  });

  it("came too late if its cell has another value", () => {
    expect(lateMoves([{ ...first, value: 2 }], showing(3, null), { undone: [] })).toEqual([{ ...first, value: 2 }]);
  });

  it("is known if it was undone", () => {
    expect(lateMoves([first, second], showing(3, null), { undone: [decided(second)] })).toEqual([]);
  });

  it("came too late for a game of the first format, which keeps nothing that was undone", () => {
    expect(lateMoves([second], showing(null, null), {})).toEqual([second]);
  });
});
