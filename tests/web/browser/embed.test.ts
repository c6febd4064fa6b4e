// The page that tells how to embed: in both languages, its examples alive; and each example in a lesson of somebody else.

import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import type { FastSlowElement } from "../../../web/src/element/contract";
import * as written from "../../../web/src/embed/examples";
import { violations } from "./axe";
import { membersOf } from "../../../web/tools/pack_element";
import { repositoryPath } from "../../../web/tools/node_transports";
import { ask, boards, lesson, toldPolicy, withLessons } from "./lesson";
import { Visitor, withBrowser } from "./visitor";

withBrowser();
withLessons();

it.each(written.EXAMPLES.map(({ id, tag }) => [id, tag] as const))(
  "its example “%s” plays in a lesson",
  async (_, tag) => {
    const visitor = await lesson(tag.replace("<fast-slow", `<fast-slow id="a"`));
    await boards(visitor).waitFor();
    expect(await ask(visitor, "a", "step")).not.toBeNull();
    expect(visitor.complaints).toEqual([]);
  },
);

it("tells the policy of the contract word for word, and every attribute, method and event", () => {
  const contract = readFileSync(repositoryPath("web/src/element/contract.ts"), "utf8");
  expect(contract).toContain(`//   ${written.POLICY}\n`);
  expect(toldPolicy()).toContain("worker-src");
  const names = (of: string) => membersOf(of).map(({ name }) => name);
  expect([...written.ATTRIBUTES].sort()).toEqual(names("FastSlowAttributes").sort());
  expect([...written.METHODS].sort()).toEqual(names("FastSlowMethods").sort());
  expect(written.EVENTS.map((name) => `fast-slow-${name}`).sort()).toEqual(names("FastSlowEvents").sort());
  for (const property of [...written.PROPERTIES, ...written.PARTS]) expect(contract).toContain(property);
});

it.each([
  ["en", 1280, "light"],
  ["ko", 390, "dark"],
] as const)("can be read and played by everybody (%s, %i wide, %s)", async (lang, width, theme) => {
  const context = { viewport: { width, height: 900 } };
  const visitor = await Visitor.arrive({ page: "embed.html", query: { lang, theme }, context });
  await boards(visitor).nth(3).waitFor();
  expect(visitor.page.workers()).toHaveLength(0);
  // Its words are there before the engine's are.
  await visitor.page
    .getByText(lang === "en" ? /^Goal: solve the puzzle, asking/ : /^목표: 시스템 2에게 3번까지만/)
    .waitFor();
  expect(await violations(visitor)).toEqual([]);
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  // A poster says nothing by the name of a sentence.
  const posters = await visitor.page.evaluate(() =>
    [...document.querySelector("fs-embed")!.shadowRoot!.querySelectorAll("fast-slow")].map(
      (tag) => tag.shadowRoot!.textContent,
    ),
  );
  expect(posters.join(" ")).toMatch(lang === "en" ? /Goal:/ : /목표/);
  expect(posters.join(" ")).not.toMatch(/\b(goal|element|mode|controls|clue|label)\.[a-z_]/);
  const made = await visitor.page.evaluate(async () => {
    const page = document.querySelector("fs-embed")!.shadowRoot!;
    return (await (page.querySelector("fast-slow") as FastSlowElement).step())?.said;
  });
  expect(made).toMatch(lang === "en" ? /System/ : /시스템/);
  expect(visitor.complaints).toEqual([]);
});

it("is reached from the foot of the play page", async () => {
  const visitor = await (await Visitor.arrive()).ready();
  await visitor.page.getByRole("link", { name: "Put it in your page" }).click();
  await visitor.page.getByRole("heading", { name: "Put a puzzle into your page" }).waitFor();
});
