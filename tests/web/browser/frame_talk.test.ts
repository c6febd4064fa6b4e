// A frame that takes commands: from the origin that its address names, and from nobody else.

import { expect, it } from "vitest";

import { HEIGHT_SCRIPT } from "../../../web/src/shell/height_script";
import { host, lesson, site, withLessons } from "./lesson";
import { SMALL, withBrowser, type Visitor } from "./visitor";

withBrowser();
withLessons();

type Said = Record<string, unknown>;

/** A page of another origin with a frame in it, which keeps all that the frame says. */
async function framed(query: Record<string, string>): Promise<Visitor> {
  const visitor = await lesson("", { policy: "" });
  const src = `${site.address}?${new URLSearchParams({ puzzle: SMALL, lang: "en", mode: "system2", ...query })}`;
  await visitor.page.evaluate(
    ([address, script]) => {
      const kept = window as unknown as { said: Said[] };
      kept.said = [];
      addEventListener("message", ({ data, source }: MessageEvent<{ fastslow?: Said }>) => {
        if (data.fastslow && source === document.querySelector("iframe")!.contentWindow) kept.said.push(data.fastslow);
      });
      document.body.innerHTML = `<iframe src="${address}" width="700" height="700"></iframe>`;
      new Function(script)();
    },
    [src, HEIGHT_SCRIPT.replace(/<\/?script>/g, "")] as const,
  );
  await visitor.page.frameLocator("iframe").locator("fs-board svg[aria-busy=false]").waitFor();
  return visitor;
}

const named = () => new URL(host.origin).origin;
const said = ({ page }: Visitor) => page.evaluate(() => (window as unknown as { said: Said[] }).said);
const post = ({ page }: Visitor, message: unknown) =>
  page.evaluate((one) => document.querySelector("iframe")!.contentWindow!.postMessage(one, "*"), message);

let asked = 0;
async function ask(visitor: Visitor, command: string, more: Said = {}): Promise<Said> {
  const id = (asked += 1);
  await post(visitor, { fastslow: { command, id, ...more } });
  await expect.poll(async () => (await said(visitor)).some(({ answer }) => answer === id)).toBe(true);
  return (await said(visitor)).find(({ answer }) => answer === id)!;
}

it("steps, plays, pauses, explains, hints, loads, starts over and tells its state", async () => {
  const visitor = await framed({ host: named(), goal: "solved" });
  const first = (await ask(visitor, "state")).ok as Said;
  expect(first).toMatchObject({ family: "sudoku", status: "open", decisions: 0 });
  const step = (await ask(visitor, "step")).ok as Said;
  expect(step).toMatchObject({ id: 0, source: "system2" });
  expect(String((await ask(visitor, "explain")).ok)).toMatch(/\w+ .*\./);
  expect((await ask(visitor, "hint")).ok).toMatch(/\w/);
  await ask(visitor, "reset");
  expect((await ask(visitor, "state")).ok).toMatchObject({ decisions: 0 });
  await ask(visitor, "play");
  await ask(visitor, "pause");
  expect((await ask(visitor, "state")).ok).toMatchObject({ playing: false });
  const other = "..24.4.112.3..12";
  expect((await ask(visitor, "load", { family: "sudoku", puzzle: other })).ok).toMatchObject({ status: "open" });
  expect((await ask(visitor, "load", { puzzle: "<b>" })).error).toMatch(/\w.*[.”]$/);
  for (let made = 0; made < 9; made++) await ask(visitor, "step");
  const events = (await said(visitor)).map(({ event }) => event);
  for (const event of ["ready", "decision", "solve", "goal"]) expect(events).toContain(event);
  expect(events.filter((event) => event === "goal")).toHaveLength(1);
  expect((await said(visitor)).some(({ height }) => Number(height) > 300)).toBe(true);
  expect(visitor.complaints).toEqual([]);
});

it.each([
  ["names no origin", {}],
  ["names another", { host: "https://school.example" }],
])("obeys nobody where its address %s", async (_, query) => {
  const visitor = await framed(query);
  await post(visitor, { fastslow: { command: "step", id: 1 } });
  await post(visitor, { fastslow: { command: "state", id: 2 } });
  // Long enough for a step that was obeyed to be seen.
  await visitor.page.frameLocator("iframe").getByRole("button", { name: "Step" }).click();
  const made = visitor.page.frameLocator("iframe").getByRole("gridcell", { name: /System 2/ });
  await made.first().waitFor();
  expect(await made.count()).toBe(1);
  expect((await said(visitor)).filter((one) => "answer" in one || "event" in one)).toEqual([]);
});

it("a thousand mutated messages leave it as it was", async () => {
  const visitor = await framed({ host: named() });
  await ask(visitor, "state");
  await visitor.page.evaluate(() => {
    const junk = [null, 0, -1, 1e99, NaN, "", "<img src=x onerror=alert(1)>", "__proto__", [], {}, true, undefined];
    const names = ["command", "id", "variable", "value", "family", "puzzle", "constructor", "toString"];
    const frame = document.querySelector("iframe")!.contentWindow!;
    let state = 1;
    const next = (n: number) => (state = (state * 48271) % 2147483647) % n;
    for (let round = 0; round < 1000; round++) {
      // None of these is a command whole, as "step" is never among them.
      const message: Record<string, unknown> = {
        command: ["explain", "load", "state", "pause", junk[next(12)]][next(5)],
      };
      for (let change = 0; change < 3; change++) message[names[next(8)]!] = junk[next(12)];
      if (round % 3 === 0) frame.postMessage(JSON.parse(`{"__proto__": {"fastslow": {"command": "step"}}}`), "*");
      frame.postMessage(round % 2 ? { fastslow: message } : message, "*");
    }
  });
  expect((await ask(visitor, "state")).ok).toMatchObject({ decisions: 0, status: "open" });
  expect(await visitor.page.frameLocator("iframe").locator("fs-app img").count()).toBe(0);
  expect(await ask(visitor, "step")).toMatchObject({ ok: { id: 0 } });
  expect(visitor.complaints).toEqual([]);
});
