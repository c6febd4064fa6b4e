// What the studio copies, in sites that other programs build, and in a learning platform's page: set up once, copied from the
// studio's own field, built by Docusaurus and by Observable Framework, and played.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { FastSlowElement } from "../../../web/src/element/contract";
import type { Kind } from "../../../web/src/studio/snippets";
import { buildLesson, EXAMPLES, pageWith } from "./lesson_sites";
import { serveSite, SITE, type SiteServer } from "./site_server";
import { SMALL, Visitor, withBrowser } from "./visitor";

/** Two minutes on a machine that does nothing else, most of them Docusaurus’s. */
const BUILD_MS = 1_200_000;

withBrowser();

let site: SiteServer;
const copied = {} as Record<Kind, string>;
const servers: { close(): unknown }[] = [];

beforeAll(async () => {
  site = await serveSite(SITE, { "access-control-allow-origin": "*" });
  servers.push(site);
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** What an author finds in the studio's field. */
async function copy(kind: Kind): Promise<string> {
  if (copied[kind]) return copied[kind];
  const query = { lang: "en", lesson_lang: "en", puzzle: SMALL, mode: "system2", ask: "who" };
  const visitor = await Visitor.arrive({ site: site.address, page: "studio.html", query });
  const field = visitor.page.locator("fs-take textarea");
  await expect.poll(() => field.inputValue()).toMatch(/poster=/);
  for (const one of ["markdown", "observable", "moodle"] as const) {
    await visitor.page.locator("fs-take select").selectOption(one);
    await expect
      .poll(() => field.inputValue())
      .toMatch({ markdown: /<div>/, observable: /```js/, moodle: /<iframe/ }[one]);
    copied[one] = await field.inputValue();
  }
  return copied[kind];
}

/** The lesson plays in three modes, its question is about it, and only the two hosts were asked for anything. */
async function plays(folder: string): Promise<void> {
  const lesson = await serveSite(folder);
  servers.push(lesson);
  const asked: string[] = [];
  const visitor = await Visitor.arrive({
    site: lesson.address.replace(/\/some\/where\/$/, "/"),
    page: lesson.address.slice(new URL(lesson.address).origin.length + 1),
    before: async (page) => void page.on("request", (request) => asked.push(request.url())),
  });
  const { page } = visitor;
  await page.locator("fast-slow fs-board svg").first().waitFor();
  const made = await page.evaluate(async () => {
    const puzzle = document.querySelector("fast-slow") as FastSlowElement;
    const sources: unknown[] = [];
    for (const mode of ["system2", "system1", "both"] as const) {
      puzzle.mode = mode;
      sources.push((await puzzle.step())?.source);
    }
    return [...sources, (await puzzle.explain()).length > 0];
  });
  expect(made).toEqual(["system2", "system1", expect.stringMatching(/^(system[12]|both)$/), true]);
  await page
    .locator("fast-slow-question")
    .getByRole("radio", { name: /^System 2/ })
    .check();
  await page.getByRole("button", { name: "Reveal" }).click();
  await page.getByText(/1 of 1 predicted|0 of 1 predicted/).waitFor();
  const hosts = [new URL(lesson.address).origin, new URL(site.address).origin];
  const strange = asked.filter((one) => /^https?:/.test(one) && !hosts.includes(new URL(one).origin));
  expect(strange).toEqual([]);
  expect(visitor.complaints).toEqual([]);
}

describe("a lesson", () => {
  it("in Docusaurus", { timeout: BUILD_MS }, async () => {
    const built = buildLesson("docusaurus", "docs/index.md", await copy("markdown"), ["docusaurus", "build"], "build");
    await plays(built);
  });

  it("in Observable Framework", { timeout: BUILD_MS }, async () => {
    const built = buildLesson("framework", "src/index.md", await copy("observable"), ["observable", "build"], "dist");
    await plays(built);
  });

  it("in a frame that may not keep its origin says so, with a way out", async () => {
    const visitor = await Visitor.arrive({ site: site.address, page: "notices.txt" });
    await visitor.page.evaluate(
      (text) => (document.body.innerHTML = text),
      strip(await copy("moodle"), "allow-scripts"),
    );
    const inside = visitor.page.frameLocator("iframe");
    await inside.getByText(/needs a frame that may keep its own origin/).waitFor();
    expect(await inside.getByRole("link").getAttribute("href")).toContain("/lesson.html?");
  });

  it.each(["lti", "h5p"])("in a platform that leaves an author nothing but a frame, and hears %s", async (talk) => {
    const { origin } = new URL(site.address);
    const policy = `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; frame-src ${origin}; object-src 'none'`;
    const platform = createServer((request, response) => {
      const script = request.url === "/platform.js";
      response.setHeader("content-type", script ? "text/javascript" : "text/html; charset=utf-8");
      response.setHeader("content-security-policy", policy);
      if (script) return void response.end(readFileSync(path.join(EXAMPLES, "moodle/platform.js")));
      response.end(pageWith("moodle/page.html", stripped));
    });
    await new Promise<void>((resolve) => platform.listen(0, "127.0.0.1", resolve));
    servers.push({ close: () => (platform.closeAllConnections(), platform.close()) });
    const stripped = strip(await copy("moodle"));
    const visitor = await Visitor.arrive({
      site: `http://127.0.0.1:${(platform.address() as AddressInfo).port}/`,
      query: { talk },
      context: { viewport: { width: 700, height: 900 } },
    });
    const inside = visitor.page.frameLocator("iframe");
    await inside.locator("fast-slow fs-board svg").first().waitFor();
    const height = () => visitor.page.locator("iframe").evaluate((frame) => frame.clientHeight);
    const wanted = () => inside.locator("fs-lesson").evaluate((lesson: HTMLElement) => lesson.offsetHeight);
    await expect.poll(async () => (await height()) >= (await wanted()) && (await height()) > 400).toBe(true);
    await inside.getByRole("button", { name: "Step" }).first().click();
    await inside
      .getByRole("gridcell", { name: /System 2/ })
      .first()
      .waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

/** What a careful platform leaves of an author's text: a frame, with where it leads and how it is called. */
function strip(text: string, sandbox = "allow-scripts allow-same-origin"): string {
  const [, tag] = /^<iframe ([^>]*)><\/iframe>$/.exec(text)!;
  const kept = [...tag!.matchAll(/(\w+)="([^"]*)"/g)].filter(([, name]) => ["src", "title", "width"].includes(name!));
  return `<iframe ${kept.map(([all]) => all).join(" ")} sandbox="${sandbox}"></iframe>`;
}
