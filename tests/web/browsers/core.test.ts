// Firefox and WebKit, too: the play page in three modes, <fast-slow> in a lesson of somebody else, and how high a frame would
// like to be. What a page says and where things stand is tested in Chromium (../browser); this is whether the other engines
// run it at all.

import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import type { FastSlowElement } from "../../../web/src/element/contract";
import { host, site, toldPolicy, withLessons } from "../browser/lesson";
import { EASY } from "../browser/visitor";
import { firefox } from "./firefox";
import { inPage, until, type Remote } from "./remote";
import { webkit } from "./webkit";

withLessons();

interface Found {
  /** Elements by a selector, whatever shadow they stand in; it is matched within one shadow. */
  all(selector: string): HTMLElement[];
  errors: string[];
}

/** Opens a page and gives it `found`, which what runs in it later may use. */
async function open(browser: Remote, address: string): Promise<void> {
  await browser.open(address);
  // A browser may say that it is there while its scripts still run in the page before, whose `found` would be gone with it.
  await until(
    browser,
    address,
    (wanted) => location.href === new URL(wanted).href && document.readyState === "complete",
    address,
  );
  await inPage(browser, () => {
    const all = (selector: string, root: ParentNode = document): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>("*")].flatMap((one) => [
        ...(one.matches(selector) ? [one] : []),
        ...(one.shadowRoot ? all(selector, one.shadowRoot) : []),
      ]);
    const found: Found = { all, errors: [] };
    addEventListener("error", ({ message }) => found.errors.push(message));
    addEventListener("unhandledrejection", ({ reason }) => found.errors.push(String(reason)));
    Object.assign(window, { found });
  });
}

const errors = (browser: Remote) => inPage(browser, () => (window as unknown as { found: Found }).found.errors);

/** Waits for an element with this text. */
const shows = (browser: Remote, selector: string, text: string) =>
  until(
    browser,
    `${selector} with “${text}”`,
    (where, wanted) => {
      const { found } = window as unknown as { found: Found };
      const parts = (one: HTMLElement) => (one.shadowRoot ? ([...one.shadowRoot.children] as HTMLElement[]) : [one]);
      const texts = found.all(where).map((one) =>
        parts(one)
          .map((part) => part.innerText)
          .join(" ")
          .replace(/\s+/g, " "),
      );
      return texts.find((one) => new RegExp(wanted).test(one)) ?? null;
    },
    selector,
    text,
  );

const press = (browser: Remote, selector: string) =>
  until(
    browser,
    `${selector}, to be pressed`,
    (where) => {
      const { found } = window as unknown as { found: Found };
      const one = found.all(where).find((each) => !(each as HTMLButtonElement).disabled);
      one?.click();
      return one !== undefined;
    },
    selector,
  );

describe.each([
  ["Firefox", firefox],
  ["WebKit", webkit],
] as const)("%s", (_, start) => {
  let browser: Remote;
  beforeAll(async () => {
    browser = await start();
    console.info(browser.agent);
    await browser.resize(1200, 900);
  });
  afterAll(() => browser?.close());

  it("plays steps on the page in three modes, and says why", async () => {
    const query = { puzzle: EASY, mode: "system1", lang: "en" };
    await open(browser, `${inject("site")}?${new URLSearchParams(query).toString()}`);
    await until(browser, "the board and both systems", () => {
      const { found } = window as unknown as { found: Found };
      return found.all("svg[aria-busy=false]").length === 1 && found.all("progress").length === 0;
    });
    for (const [made, mode] of (["system1", "both", "system2"] as const).entries()) {
      await press(browser, `label.${mode}`);
      await until(
        browser,
        mode,
        (one) => {
          const [choice] = (window as unknown as { found: Found }).found.all(`label.${one} input`);
          return (choice as HTMLInputElement).checked;
        },
        mode,
      );
      await press(browser, ".button.primary");
      await until(
        browser,
        `a step of ${mode}`,
        (count) => (window as unknown as { found: Found }).found.all(".marks button").length === count,
        made + 1,
      );
      await shows(browser, "fs-decisions", `System ${mode === "system2" ? 2 : 1}: row \\d, column \\d is \\d`);
    }
    // In words, and marked on the board.
    // It may rest on what System 1 played unproved, and says so then.
    await shows(browser, "fs-system2", "Proved, (not guessed|if these are right)");
    await until(
      browser,
      "the reasons on the board",
      () => (window as unknown as { found: Found }).found.all(".rule, .fact").length > 0,
    );
    expect(await errors(browser)).toEqual([]);
  });

  it("runs the tag in a lesson of another origin, under the policy that authors are told, beside a frame", async () => {
    const origin = new URL(site.address).origin;
    const query = new URLSearchParams({ puzzle: "1".padEnd(16, "."), hide: "header_arbitrator_decisions", lang: "en" });
    host.body = `<script type="module" src="${site.address}fast-slow.js"></script><main><h1>A lesson</h1>
      <fast-slow id="a" lang="en"></fast-slow><iframe src="${site.address}?${query.toString()}" width="640" height="300"></iframe></main>`;
    host.policy = `${toldPolicy()}; frame-src ${origin}`;
    await open(browser, host.origin);
    await inPage(browser, () => {
      Object.assign(window, { heights: [] });
      addEventListener("message", ({ data }: MessageEvent<{ fastslow?: { height: number }; subject?: string }>) => {
        if (data.fastslow) (window as unknown as { heights: number[] }).heights.push(data.fastslow.height);
      });
    });
    await shows(browser, "fast-slow", "Sudoku");
    // Not waited for in one go: a slow machine takes longer than a driver waits for a script.
    await inPage(browser, () => {
      const puzzle = document.querySelector<FastSlowElement>("#a")!;
      const told: string[] = [];
      const hear = (event: Event) => {
        const { key, reason } = (event as CustomEvent<{ key: string; reason: string }>).detail;
        // A busy machine may take longer than what is not blocked should.
        if (key !== "element.blocked") told.push(reason);
      };
      puzzle.addEventListener("fast-slow-error", hear);
      const work = async () => {
        const sources: (string | undefined)[] = [];
        for (const mode of ["both", "system1", "system2"] as const) {
          puzzle.mode = mode;
          sources.push((await puzzle.step())?.source);
        }
        Object.assign(window, { made: { sources, reasons: await puzzle.explain(), told } });
      };
      void work();
    });
    const made = await until(
      browser,
      "three steps and why",
      () => (window as unknown as { made?: { sources: string[]; reasons: string[]; told: string[] } }).made ?? null,
    );
    expect(made).toMatchObject({ sources: ["system1", "system1", "system2"], told: [] });
    expect(made.reasons.join(" ")).toMatch(/row|column|block/);
    const height = await until(
      browser,
      "a height",
      () => (window as unknown as { heights: number[] }).heights.at(-1) ?? 0,
    );
    expect(height).toBeGreaterThan(600);
    expect(await errors(browser)).toEqual([]);
  });
});

it("says so where a browser has no WebAssembly, on the page and in a lesson", async () => {
  const browser = await firefox({ "javascript.options.wasm": false });
  try {
    const sentence = "This browser lacks something that is needed: WebAssembly.";
    await open(browser, `${inject("site")}?lang=en`);
    await shows(browser, "fs-notices, fs-app", sentence);
    host.body = `<script type="module" src="${site.address}fast-slow.js"></script><fast-slow lang="en" loading="now"></fast-slow>`;
    await open(browser, host.origin);
    await shows(browser, "fast-slow", sentence);
  } finally {
    await browser.close();
  }
});
