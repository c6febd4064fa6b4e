// A visitor: a page in Chromium, and the few things a visitor does and sees.

import { readFileSync } from "node:fs";

import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";

import { repositoryPath } from "../../../web/tools/node_transports";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const EASY = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
/** Nothing is forced on this board of 625 cells, and to find that out takes System 2 long. */
export const ENDLESS = "1".padEnd(625, ".");
/** How many cells the puzzle has that the page opens with. */
export const FIRST_CELLS = (
  JSON.parse(readFileSync(repositoryPath("puzzles/first/sudoku.json"), "utf8")) as { text: string }
).text.replace(/^\[.*\]/, "").length;
export const SMALL = "..2..4..1......2";

export const LAUNCH = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell", args: FLAGS };

let browser: Browser;
const open: Page[] = [];

/** Call once per test file. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch(LAUNCH);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((page) => page.context().close()));
  });
  afterAll(() => browser.close());
}

interface Visit {
  /** Its address, if it is not the one that all tests share. */
  site?: string;
  /** Of the site; the play view if left out. */
  page?: string;
  query?: Record<string, string>;
  context?: BrowserContextOptions;
  /** Nobody has been here before, so that the tour is offered. */
  newcomer?: boolean;
  /** Called before the page is opened, e.g. to break a file. */
  before?: (page: Page) => Promise<unknown>;
}

/** The tour has been seen. Where nothing can be kept, that cannot be told either. */
function toured(): void {
  try {
    localStorage.setItem("fastslow.toured", "1");
  } catch {
    // a frame without an origin: there is no tour in frames
  }
}

export class Visitor {
  readonly page: Page;
  /** Everything the browser complained about: errors, refused styles and scripts. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("Failed to load resource"))
        this.complaints.push(message.text());
    });
  }

  static async arrive(visit: Visit = {}): Promise<Visitor> {
    const { site = inject("site"), page: path = "", query = {}, context = {}, newcomer = false, before } = visit;
    const made = await browser.newContext({
      locale: "en-US",
      viewport: { width: 1200, height: 800 },
      serviceWorkers: "block", // one would answer what a test means to answer itself
      ...context,
    });
    if (!newcomer) await made.addInitScript(toured);
    const page = await made.newPage();
    open.push(page);
    page.setDefaultTimeout(inject("patience"));
    const visitor = new Visitor(page);
    await before?.(page);
    await page.goto(`${site}${path}?${new URLSearchParams(query)}`);
    return visitor;
  }

  /** Waits until moves can be made. */
  async ready(): Promise<this> {
    await this.page.locator("fs-board svg[aria-busy=false]").waitFor();
    return this;
  }

  /** Waits until both systems can answer. */
  async bothReady(): Promise<this> {
    await this.ready();
    for (const panel of ["fs-system1", "fs-system2"]) {
      await this.page.locator(`${panel} progress`).waitFor({ state: "detached" });
    }
    return this;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  cell(row: number, column: number): Locator {
    return this.page.locator(`fs-board g[role=row]:nth-of-type(${row}) g[role=gridcell]:nth-of-type(${column})`);
  }

  label(row: number, column: number): Promise<string | null> {
    return this.cell(row, column).getAttribute("aria-label");
  }

  async speed(speed: "slow" | "steady" | "quick" | "instant"): Promise<void> {
    await this.page.locator("fs-controls select").selectOption(speed);
  }

  async mode(name: string): Promise<void> {
    await this.page.locator("fs-modes label", { hasText: name }).click();
  }

  status(): Locator {
    return this.page.locator("fs-app p.status");
  }

  notices(): Locator {
    return this.page.locator("fs-notices");
  }

  /** The address, once it says what it should. */
  async address(wanted: Record<string, string>): Promise<URLSearchParams> {
    await expect.poll(() => Object.fromEntries(new URL(this.page.url()).searchParams)).toMatchObject(wanted);
    return new URL(this.page.url()).searchParams;
  }
}

/** What can be read in an element, or in its shadow. */
function read(where: Locator): Promise<string> {
  return where.evaluate((element: HTMLElement) => {
    const parts = element.shadowRoot ? ([...element.shadowRoot.children] as HTMLElement[]) : [element];
    return parts
      .map((part) => part.innerText)
      .join(" ")
      .replace(/\s+/g, " ");
  });
}

/** Waits until a text shows. */
export async function shows(where: Locator, text: string | RegExp): Promise<void> {
  await expect.poll(() => read(where)).toMatch(text);
}

/** Waits until the first so many figures are drawn: each is when it comes into sight. */
export async function drawn(section: Locator, figures: number): Promise<void> {
  for (let nth = 0; nth < figures; ++nth) {
    const figure = section.locator("fs-figure").nth(nth);
    await figure.scrollIntoViewIfNeeded();
    await figure.locator(".drawing svg").waitFor();
  }
}
