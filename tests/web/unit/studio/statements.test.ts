// A record is shaped like xAPI's statements, and names nobody.

import { expect, it } from "vitest";

import { Journal } from "../../../../web/src/studio/statements";

it("has an actor, a verb, an object and a time in every statement", () => {
  const address = "https://example.org/some/lesson.html?family=kenken";
  let second = 0;
  const journal = new Journal(
    { address, title: "KenKen", lang: "en" },
    () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)),
  );
  journal.launched();
  const cell = { variable: 3, value: 2, escalated: false };
  journal.decided({ id: 0, kind: "place", source: "player", ...cell, said: "You: 2" });
  journal.answered({ ask: "who", predicted: "system1", came: "both", right: false });
  journal.answered({ ask: "own", predicted: "because", came: null, right: null });
  journal.reached();
  const statements = JSON.parse(journal.text) as typeof journal.statements;
  expect(statements.map(({ verb }) => verb.display["en-US"])).toEqual([
    "launched",
    "interacted",
    "answered",
    "answered",
    "satisfied",
  ]);
  expect(statements[1]!.result).toMatchObject({ response: "You: 2" });
  expect(statements[2]!.result).toMatchObject({ success: false, response: "system1" });
  expect(statements[3]!.result).not.toHaveProperty("success");
  for (const { actor, verb, object, timestamp } of statements) {
    expect(actor).toEqual({
      objectType: "Agent",
      account: { homePage: "https://example.org/some/", name: "a learner" },
    });
    expect(new URL(verb.id).protocol).toMatch(/^https?:$/);
    expect(object).toMatchObject({ objectType: "Activity", id: address });
    expect(timestamp).toMatch(/^2026-01-01T00:00:0\dZ$|^2026-01-01T00:00:0\d\.000Z$/);
  }
});
