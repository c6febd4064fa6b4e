// A page that means harm, or does not know what it does: nothing is thrown into it, nothing injected, nothing left behind.

import { expect, it } from "vitest";

import type { FastSlowElement } from "../../../web/src/element/contract";
import { BLOCKED_MS } from "../../../web/src/element/blocked";
import { ask, boards, lesson, stateOf, told, toldPolicy, withLessons } from "./lesson";
import { SMALL, withBrowser } from "./visitor";

withBrowser();
withLessons();

/** Everything that a page might write where it should not. */
const JUNK = [
  "",
  "__proto__",
  "constructor",
  "<script>window.hurt = 1</script>",
  `"><img src=x onerror="window.hurt = 1">`,
  "javascript:window.hurt = 1",
  "${alert(1)}",
  "{{x}}",
  "-1",
  "1e999",
  "NaN",
  "\u0000\u202e",
  "9x9.d.AAAA",
  "9x9.t.e30",
  "x".repeat(70_000),
];

it("junk in every attribute is ignored or told, and harms nobody", async () => {
  // Without a policy: browsers tell in the console what one keeps from being fetched.
  const visitor = await lesson(`<fast-slow id="a"></fast-slow>`, { policy: "" });
  await boards(visitor).waitFor();
  await visitor.page.evaluate(async (junk) => {
    const element = document.getElementById("a") as FastSlowElement & { updateComplete: Promise<unknown> };
    const names = (customElements.get("fast-slow") as unknown as { observedAttributes: string[] }).observedAttributes;
    for (const value of junk) {
      for (const name of [...names, "onclick2", "unheard-of"]) element.setAttribute(name, value);
      await element.updateComplete;
      for (const name of [...names, "onclick2", "unheard-of"]) element.removeAttribute(name);
      await element.updateComplete;
    }
  }, JUNK);
  expect((await told(visitor)).filter(([name, , { reason }]) => name === "error" && !reason)).toEqual([]);
  expect(
    await visitor.page.evaluate(() => [(window as { hurt?: number }).hurt, ({} as { hurt?: number }).hurt]),
  ).toEqual([undefined, undefined]);
  expect(await visitor.page.locator("fast-slow :is(img, script, iframe)").count()).toBe(0);
  await visitor.page.evaluate((puzzle) => document.getElementById("a")!.setAttribute("puzzle", puzzle), SMALL);
  await visitor.page.evaluate(() => document.getElementById("a")!.setAttribute("mode", "system2"));
  expect(await ask(visitor, "a", "step")).not.toBeNull();
  expect(visitor.complaints).toEqual([]);
});

it("methods take anything and reject nothing", async () => {
  const visitor = await lesson(`<fast-slow id="a" puzzle="${SMALL}" mode="system2"></fast-slow>`);
  await ask(visitor, "a", "load");
  const thrown = await visitor.page.evaluate(async () => {
    const element = document.getElementById("a") as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>;
    const junk = [
      undefined,
      null,
      -1,
      1e99,
      NaN,
      "x",
      {},
      [],
      JSON.parse(`{"__proto__": {"puzzle": "x"}}`),
      Symbol.iterator,
    ];
    const failed: string[] = [];
    for (const method of ["explain", "enter", "load", "step", "undo", "redo", "hint", "pause", "reset"])
      for (const one of method === "step" || method === "hint" ? [junk[2]] : junk)
        try {
          await element[method]!(one, one);
        } catch (error) {
          failed.push(`${method} ${typeof one} ${String(error)}`);
        }
    return failed;
  });
  expect(thrown).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});

it("a message in the page of others means nothing to the tag", async () => {
  const visitor = await lesson(`<fast-slow id="a" puzzle="${SMALL}" mode="system2" loading="now"></fast-slow>`);
  await expect.poll(async () => (await stateOf(visitor, "a")).stage).toBe("ready");
  await visitor.page.evaluate(() => {
    const values = [
      null,
      0,
      "step",
      [],
      {},
      { command: "step" },
      { fastslow: { command: "step" } },
      { context: "h5p" },
    ];
    for (let round = 0; round < 1000; round++) postMessage({ ...values, [`k${round}`]: values[round % 8] }, "*");
    for (let round = 0; round < 1000; round++) postMessage(values[round % 8], "*");
  });
  expect(await ask(visitor, "a", "hint")).toMatch(/\w/);
  expect((await stateOf(visitor, "a")).decisions).toBe(0);
});

it("taken out while it thinks, it leaves no worker, and the page can go on", async () => {
  const endless = "1".padEnd(625, ".");
  const visitor = await lesson(`<fast-slow id="a" puzzle="${endless}" mode="system2"></fast-slow>`);
  await ask(visitor, "a", "load");
  await visitor.page.evaluate(() => {
    void (document.getElementById("a") as FastSlowElement).step();
    return new Promise((resolve) => setTimeout(resolve, 300));
  });
  await visitor.page.evaluate(() => document.getElementById("a")!.remove());
  await expect.poll(() => visitor.page.workers().length).toBe(0);
  await visitor.page.evaluate((puzzle) => {
    document.querySelector("main")!.innerHTML += `<fast-slow id="b" puzzle="${puzzle}" mode="system2"></fast-slow>`;
  }, SMALL);
  expect(await ask(visitor, "b", "step")).not.toBeNull();
  expect(visitor.complaints).toEqual([]);
});

// --- what is blocked is told --------------------------------------------------------------------------------------

it.each([
  ["WebAssembly", (policy: string) => policy.replace(" 'wasm-unsafe-eval'", "")],
  ["workers", (policy: string) => policy.replace(/worker-src[^;]*/, "worker-src 'none'")],
  ["what is fetched", (policy: string) => policy.replace(/connect-src[^;]*/, "connect-src 'none'")],
])("a policy that blocks %s is told with its reason, at once", async (_, change) => {
  // The page’s clock stands still: only the failure itself can tell.
  const visitor = await lesson(`<fast-slow id="a" loading="now"></fast-slow>`, {
    policy: change(toldPolicy()),
    before: (page) => page.addInitScript(stopWaits, BLOCKED_MS),
  });
  await expect.poll(async () => (await told(visitor)).some(([name]) => name === "error")).toBe(true);
  const [, , problem] = (await told(visitor)).find(([name]) => name === "error")!;
  expect(problem.reason).toMatch(/\w.*[.?”)]$/);
  expect(problem.key).not.toBe("element.blocked");
});

/** Waits of so many milliseconds end when the test says so: `pass()`. */
function stopWaits(wait: number): void {
  const held = new Map<number, () => void>();
  const [start, stop] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  let last = 0;
  const hold = (end: () => void) => {
    held.set((last -= 1), end);
    return last;
  };
  window.setTimeout = ((end: () => void, ms?: number) =>
    ms === wait ? hold(end) : start(end, ms)) as typeof setTimeout;
  window.clearTimeout = (id) => void (held.delete(Number(id)) || stop(id));
  const pass = () => {
    const ends = [...held.values()];
    held.clear();
    for (const end of ends) end();
  };
  Object.assign(window, { pass });
}

it.each([
  ["the game’s script", "both", /\/live-[^/]*\.js$/],
  ["a worker", "both", /\/games\.worker-[^/]*\.js$/],
  ["the engine", "both", /\/fastslow-(?!solver)[^/]*\.wasm\.packed$/],
  ["the network", "system1", /\/models\/fastslow-[^/]*\.onnx\.packed$/],
  ["the solver", "system2", /\/fastslow-solver-[^/]*\.wasm\.packed$/],
])("what hangs for ever is told after five seconds in which nothing came: %s", async (_, mode, file) => {
  let hangs = false;
  const tag = `<fast-slow id="a" loading="now" autoplay mode="${mode}" puzzle="${SMALL}"></fast-slow>`;
  const visitor = await lesson(tag, {
    before: async (page) => {
      await page.addInitScript(stopWaits, BLOCKED_MS);
      await page.route(file, () => void (hangs = true));
    },
  });
  const blocked = async () => (await told(visitor)).filter(([, , { key }]) => key === "element.blocked");
  await expect.poll(() => hangs).toBe(true);
  expect(await blocked()).toEqual([]);
  const passed = async () => {
    await visitor.page.evaluate(() => (window as unknown as { pass: () => void }).pass());
    return (await blocked()).length;
  };
  await expect.poll(passed).toBeGreaterThan(0);
  expect((await blocked())[0]![2].reason).toMatch(/ 5 seconds/);
});

it.each(["fastslow-", "live-"])("a missing file is told with its reason: %s", async (name) => {
  const visitor = await lesson(`<fast-slow id="a" loading="now"></fast-slow>`, {
    before: (page) =>
      page.route(new RegExp(`/${name}[^/]*$`), (route) =>
        /models/.test(route.request().url()) ? route.continue() : route.fulfill({ status: 404 }),
      ),
  });
  await expect.poll(async () => (await told(visitor)).some(([one]) => one === "error")).toBe(true);
  const [, , problem] = (await told(visitor)).find(([one]) => one === "error")!;
  expect(problem.reason).toMatch(/\w/);
  await expect.poll(async () => (await stateOf(visitor, "a")).stage).toBe("failed");
});
