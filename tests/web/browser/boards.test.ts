// How boards look: what can be read on a phone, and what cannot be mistaken for something else.

import { expect, it } from "vitest";

import { Visitor, withBrowser } from "./visitor";

withBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The Norwegian and the Ukrainian, the longest words there are, in the first row; orange juice in the third. */
const WORDS = "5x5:norwegian=1;ukrainian=2;japanese=3;juice=1;violin=1";
const WORDS_PLAYED = "0.4_1.3_2.5_10.24_20.45";
const WALLED = "5x5:.1....BB.........21....0.";

async function arrive(query: Record<string, string>, context = {}): Promise<Visitor> {
  return await (await Visitor.arrive({ query, context })).bothReady();
}

it.each(["en", "ko"])("shows words whole and inside their cells on a phone (%s)", async (lang) => {
  const visitor = await arrive({ family: "zebra", puzzle: WORDS, moves: WORDS_PLAYED, mode: "system2", lang }, PHONE);
  const values = visitor.page.locator("fs-board .contents .value");
  await expect.poll(() => values.count()).toBe(5);
  const shown = await values.evaluateAll((groups) =>
    groups.map((group) => ({
      lines: [...group.querySelectorAll("text")].map((line) => line.textContent),
      widest: Math.max(...[...group.querySelectorAll("text")].map((line) => line.getBoundingClientRect().width)),
      size: Math.min(...[...group.querySelectorAll("text")].map((line) => Number(line.getAttribute("font-size")))),
      scale: (group as SVGGElement).getScreenCTM()!.a,
    })),
  );
  for (const { lines, widest, size, scale } of shown) {
    expect(lines.join("")).not.toContain(".");
    expect(widest).toBeLessThanOrEqual(64 * scale);
    expect(size * scale).toBeGreaterThanOrEqual(9);
  }
});

it.each(["sudoku", "nonogram", "map", "queens", "knights", "zebra", "lightup"])(
  "shows confidence by the same dial on a board of %s",
  async (family) => {
    const visitor = await arrive({ family });
    await expect.poll(() => visitor.page.locator("fs-board .dial").count()).toBeGreaterThan(0);
  },
);

/** WCAG's relative luminance of "rgb(r, g, b)". */
function luminance(colour: string): number {
  const [r, g, b] = colour.match(/\d+/g)!.map((part) => {
    const c = Number(part) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

it.each(["light", "dark"] as const)(
  "walls are darker than the floor, and their clues can be read (%s)",
  async (theme) => {
    const visitor = await arrive({ family: "lightup", puzzle: WALLED, theme });
    const fill = (selector: string) =>
      visitor.page
        .locator(`fs-board ${selector}`)
        .first()
        .evaluate((element) => getComputedStyle(element).fill)
        .then(luminance);
    const [wall, floor, text] = [
      await fill(".block.wall"),
      await fill(".cell > .ground"),
      await fill(".block-text.wall"),
    ];
    expect((floor + 0.05) / (wall + 0.05)).toBeGreaterThan(1.5);
    expect((text + 0.05) / (wall + 0.05)).toBeGreaterThan(4.5);
  },
);
