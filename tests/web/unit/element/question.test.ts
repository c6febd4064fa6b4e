// @vitest-environment happy-dom
// <fast-slow-question> finds the puzzle that it is about.

import { expect, it } from "vitest";

import "../../../../web/src/element/question";
import type { FastSlowQuestion } from "../../../../web/src/element/question";

/** Stands for the puzzle: says that it was asked for a step. */
function puzzle(id: string, stepped: string[]): HTMLElement {
  const made = Object.assign(document.createElement("fast-slow"), { id });
  const step = () => {
    stepped.push(id);
    return Promise.resolve(null);
  };
  return Object.assign(made, { step });
}

it.each([
  ["for", "second"],
  // As React writes it where a page’s HTML goes through it.
  ["htmlfor", "second"],
  ["lang", "first"],
])("by %s, of two in a page", async (attribute, asked) => {
  const stepped: string[] = [];
  const question = document.createElement("fast-slow-question") as FastSlowQuestion;
  question.setAttribute(attribute, attribute === "lang" ? "en" : "second");
  document.body.replaceChildren(puzzle("first", stepped), puzzle("second", stepped), question);
  await question.updateComplete;
  question.renderRoot.querySelector<HTMLInputElement>("input[type=radio]")!.dispatchEvent(new Event("change"));
  await question.updateComplete;
  question.renderRoot.querySelector<HTMLButtonElement>("button.primary")!.click();
  await question.updateComplete;
  expect(stepped).toEqual([asked]);
});
