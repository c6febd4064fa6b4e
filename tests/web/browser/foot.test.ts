// The foot of all pages names the version and leads to what the site is built on.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { declaredPackages } from "../../../web/build/third_party";
import { repositoryPath } from "../../../web/tools/node_transports";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const { version } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as { version: string };

it.each(["index.html", "guide.html", "author.html"])("of %s leads to all that others made", async (page) => {
  const visitor = await Visitor.arrive({ page, query: { lang: "ko" } });
  const foot = visitor.page.locator("footer");
  await shows(foot, new RegExp(`버전 ${version.replaceAll(".", "\\.")}`));
  await foot.getByRole("link", { name: "오픈 소스 라이선스 고지" }).click();
  await visitor.page.waitForURL(/notices\.txt$/);
  const text = (await visitor.page.locator("body").textContent())!;
  // The last ones are bundled without being named in package.json.
  for (const name of [
    ...declaredPackages(),
    "Z3",
    "musl",
    "lit-html",
    "@lit/reactive-element",
    "@lezer/common",
    "@lezer/json",
  ]) {
    expect(text).toContain(`\n${name} `);
  }
});

it("is left out of a tutorial's frame together with the head", async () => {
  const visitor = await Visitor.arrive({ query: { hide: "header" } });
  await visitor.ready();
  expect(await visitor.page.locator("footer").count()).toBe(0);
});
