// A lesson of somebody else: a page on an origin of its own, under the policy that authors are told, with <fast-slow> in it.

import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

import type { FastSlowElement } from "../../../web/src/element/contract";
import { repositoryPath } from "../../../web/tools/node_transports";
import { hostPages, type HostPages } from "./host_pages";
import { serveSite, SITE, type SiteServer } from "./site_server";
import { Visitor } from "./visitor";

export let site: SiteServer;
export let host: HostPages;

/** Call once per test file. */
export function withLessons(): void {
  beforeAll(async () => {
    site = await serveSite(SITE, { "access-control-allow-origin": "*" });
    host = await hostPages();
  });
  afterAll(async () => {
    await site.close();
    await host.close();
  });
}

/** The policy that the contract tells authors, word for word. */
export function toldPolicy(): string {
  const contract = readFileSync(repositoryPath("web/src/element/contract.ts"), "utf8");
  const told = /^\/\/ {3}(script-src ORIGIN .*)$/m.exec(contract)![1]!;
  return `default-src 'none'; ${told.replaceAll("ORIGIN", new URL(site.address).origin)}`;
}

export interface Lesson {
  policy?: string;
  head?: string;
  before?: (page: Page) => Promise<unknown>;
  width?: number;
  dark?: boolean;
  touch?: boolean;
  /** No script runs. */
  plain?: boolean;
}

/** A page that holds these tags. */
export async function lesson(
  body: string,
  { policy = toldPolicy(), head = "", before, width = 1280, dark = false, touch = false, plain = false }: Lesson = {},
) {
  host.body = `${head}<script type="module" src="${site.address}fast-slow.js"></script><main><h1>A lesson</h1>${body}</main>`;
  host.policy = policy;
  site.asked.length = 0;
  return await Visitor.arrive({
    site: host.origin,
    context: {
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      hasTouch: touch,
      isMobile: touch,
      javaScriptEnabled: !plain,
    },
    before: async (page) => {
      await page.addInitScript(watch);
      await before?.(page);
    },
  });
}

/** Keeps what the elements tell, and how far anything moved. */
function watch(): void {
  const kept = window as unknown as { told: [string, string, unknown][]; shift: number };
  kept.told = [];
  kept.shift = 0;
  for (const name of ["ready", "decision", "move", "solve", "goal", "error"])
    window.addEventListener(`fast-slow-${name}`, (event) =>
      kept.told.push([name, (event.target as Element).id, (event as CustomEvent<unknown>).detail]),
    );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) kept.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

export type Told = [name: string, id: string, detail: { key?: string; reason?: string; source?: string }];
export const told = ({ page }: Visitor) => page.evaluate(() => (window as unknown as { told: Told[] }).told);
export const shift = ({ page }: Visitor) => page.evaluate(() => (window as unknown as { shift: number }).shift);
export const boards = ({ page }: Visitor) => page.locator("fast-slow fs-board svg");

/** Calls a method of an element. */
export const ask = <T>({ page }: Visitor, id: string, method: keyof FastSlowElement, ...args: unknown[]): Promise<T> =>
  page.evaluate(
    async ([one, name, given]) => {
      const element = document.getElementById(one) as unknown as Record<string, (...all: unknown[]) => Promise<never>>;
      return await element[name]!(...given);
    },
    [id, method, args] as const,
  );
export const stateOf = ({ page }: Visitor, id: string) =>
  page.evaluate((one) => (document.getElementById(one) as FastSlowElement).state, id);
