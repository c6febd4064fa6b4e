// What an author's attributes mean, whatever they hold.

import fc from "fast-check";
import { expect, it, vi } from "vitest";

import { languageOf, readWish } from "../../../../web/src/element/wish";

it("without attributes, the first Sudoku is played by both with what a reader needs", () => {
  const wish = readWish({});
  expect(wish).toMatchObject({ family: "sudoku", puzzle: null, made: null, moves: [], steps: 0, loading: "press" });
  expect([...wish.parts].sort()).toEqual(["about", "controls", "modes", "title"]);
  expect(wish.ignored).toEqual([]);
});

it("reads what the address of the play page reads, in the same words", () => {
  const wish = readWish({ family: "kenken", puzzle: "aab/acc", moves: "2.4_3.1", mode: "system2", threshold: "0.5" });
  expect(wish).toMatchObject({ family: "kenken", puzzle: "aab/acc", mode: "system2", threshold: 0.5 });
  expect(wish.moves).toEqual([
    { variable: 2, value: 4 },
    { variable: 3, value: 1 },
  ]);
});

it("shows more, or less, than is usual", () => {
  const { parts } = readWish({ show: "system2, decisions", hide: "title_modes" });
  expect([...parts].sort()).toEqual(["about", "controls", "decisions", "system2"]);
});

it("makes a puzzle by its number, unless one is given", () => {
  expect(readWish({ seed: "7", size: "9x9", level: "hard" }).made).toEqual({ seed: 7, size: "9x9", level: "hard" });
  expect(readWish({ seed: "7", puzzle: "1..." }).made).toBeNull();
});

it("names a network by its address as the page around it reads addresses, or by its name on this device", () => {
  vi.stubGlobal("document", { baseURI: "https://school.example/lesson/" });
  expect(readWish({}).network).toBeNull();
  expect(readWish({ network: "mine.onnx" }).network).toEqual({ address: "https://school.example/lesson/mine.onnx" });
  expect(readWish({ network: "device:my first" }).network).toEqual({ name: "my first" });
  for (const network of ["javascript:alert(1)", "file:///a.onnx", "device:"])
    expect(readWish({ network })).toMatchObject({ network: null, ignored: ["network"] });
  vi.unstubAllGlobals();
});

it("switches rules on and off", () => {
  expect(readWish({ rules: "diagonals !knight" }).rules).toEqual([
    { rule: "diagonals", on: true },
    { rule: "knight", on: false },
  ]);
});

it("names what it does not understand, and goes by the rest", () => {
  const wish = readWish({ mode: "system3", show: "system2 sytem1", lock: "cells", level: "<b>", rules: "<script>" });
  expect(wish.ignored.sort()).toEqual(["level", "mode", "rules", "show=sytem1"]);
  expect(wish.mode).toBeUndefined();
  expect(wish.parts.has("system2")).toBe(true);
  expect([...wish.locks]).toEqual(["cells"]);
});

it("promises nothing, as a tag has no recorded games", () => {
  const wish = readWish({ strategy: "risk_controlled" });
  expect(wish.strategy).toBeUndefined();
  expect(wish.ignored).toEqual(["strategy"]);
});

it("never throws, and never hands on what is not of the agreed form", () => {
  const names = [
    "family",
    "puzzle",
    "seed",
    "size",
    "level",
    "moves",
    "steps",
    "mode",
    "strategy",
    "threshold",
    "looks",
  ];
  const more = ["rules", "theme", "show", "hide", "lock", "speed", "loading", "__proto__", "constructor"];
  const attributes = fc.dictionary(fc.constantFrom(...names, ...more), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(attributes, (written) => {
      const wish = readWish(written);
      expect(wish.family).toMatch(/^[a-z][a-z0-9_-]*$/);
      expect(wish.steps).toBeLessThanOrEqual(1024);
      expect(wish.ignored.join("")).not.toMatch(/[<>&"]/);
    }),
  );
});

it("speaks as it is told, else as the page around it, else as the browser", () => {
  expect(languageOf(["ko", "en"], [])).toBe("ko");
  expect(languageOf(["", "ko-KR"], ["en"])).toBe("ko");
  expect(languageOf([undefined, "fr"], ["ko"])).toBe("ko");
  expect(languageOf([null], ["fr"])).toBe("en");
});
