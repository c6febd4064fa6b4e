// "Practice makes automatic": on the built site a network that knows nothing practises on small Sudokus, is paused, found again
// after the page was closed, kept under a name and played with; and no file of another's is let in.

import { expect, it, inject } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function arrive(query: Record<string, string> = {}, context = {}) {
  const visitor = await Visitor.arrive({
    ...{ page: "guide.html", context, query: { section: "practice", ...query } },
    before: (page) => page.addInitScript(watchTasks),
  });
  const exhibit = visitor.page.locator("#exhibit-practice");
  await exhibit.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await exhibit.locator("fs-practice-kept").waitFor();
  return { visitor, exhibit };
}

/** Every task of the page's own thread that is longer than 50 ms is kept with its length. */
function watchTasks(): void {
  const tasks: number[] = [];
  Object.assign(window, { longTasks: tasks });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    entryTypes: ["longtask"],
  });
}

/** How many puzzles the curve of questions tells of. */
const puzzles = async (exhibit: Awaited<ReturnType<typeof arrive>>["exhibit"]): Promise<number> => {
  const told = await exhibit.locator("fs-practice-curves svg[role=img]").first().getAttribute("aria-label");
  return Number(/ after (\d+) puzzles/.exec(told ?? "")?.[1] ?? 0);
};

it("learns before the reader's eyes, rests, is found again, is kept, and is played with", async () => {
  const { visitor, exhibit } = await arrive();
  const { page } = visitor;
  await exhibit.getByRole("button", { name: "Begin practice" }).click();
  await exhibit.getByRole("button", { name: "Faster" }).click();
  await expect.poll(() => puzzles(exhibit), { timeout: 150_000 }).toBeGreaterThan(3);
  await exhibit.getByRole("button", { name: "Pause" }).click();
  // How far it falls and how fast is measured elsewhere (web/tools/practice_bench.ts).
  const gained = /System 2 is asked about ([\d.]+)% of the moves, where it was ([\d.]+)%/;
  await shows(exhibit.locator("fs-practice"), gained);
  const [, after, before] = gained.exec((await exhibit.locator(".told").textContent()) ?? "") ?? [];
  expect(Number(before)).toBeGreaterThan(90);
  expect(Number(after)).toBeLessThan(50);
  const practised = await puzzles(exhibit);

  await page.reload();
  await exhibit.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await expect.poll(() => puzzles(exhibit)).toBe(practised);
  await exhibit.getByRole("button", { name: "Go on" }).click();
  await expect.poll(() => puzzles(exhibit), { timeout: 60_000 }).toBeGreaterThan(practised);

  await exhibit.locator("input[name=name]").fill("my first");
  await exhibit.getByRole("button", { name: "Keep it" }).click();
  await shows(exhibit.locator("fs-practice-kept"), "“my first” is kept on this device.");
  expect(await violations(visitor)).toEqual([]);
  // A report, not a test: what else the machine does decides, too.
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  process.stdout.write(
    `longest task of the page's thread: ${Math.round(Math.max(0, ...tasks))} ms, ${tasks.length} over 50 ms\n`,
  );

  await page.goto(`${inject("site")}?${new URLSearchParams({ network: "my first", family: "sudoku" })}`);
  await shows(visitor.notices(), "a network that learned by practice on this device");
  await visitor.bothReady();
  expect(new URL(page.url()).searchParams.get("network")).toBe("my first");
  expect(visitor.complaints).toEqual([]);
});

it("lets no other file in, and says why; a name that the device does not know leaves the page as it is", async () => {
  const { visitor, exhibit } = await arrive({ lang: "ko", theme: "dark" }, PHONE);
  const kept = exhibit.locator("fs-practice-kept");
  const bring = (name: string, buffer: Buffer) =>
    kept.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await bring("hostile.onnx", Buffer.from("<script>alert(1)</script>"));
  await shows(kept.locator("[role=status]"), "파일이 손상되었습니다.");
  await bring("large.onnx", Buffer.alloc(3_000_000, 8));
  await shows(kept.locator("[role=status]"), "파일이 너무 큽니다.");
  await shows(kept, "아직 없습니다.");
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);

  const other = await Visitor.arrive({ query: { network: "nobody's" } });
  await shows(other.notices(), "This device keeps no network of the name “nobody's”.");
  await other.ready();
  expect([...visitor.complaints, ...other.complaints]).toEqual([]);
});
