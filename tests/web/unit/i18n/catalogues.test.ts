// Both catalogues say the same things, and have a sentence for every key that anybody emits.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import shared from "../../../../web/i18n/en.json";
import guide from "../../../../web/i18n/guide/en.json";
import guideKo from "../../../../web/i18n/guide/ko.json";
import sharedKo from "../../../../web/i18n/ko.json";
import { OUTCOMES, VERDICTS } from "../../../../web/src/protocol/decision";

const root = join(import.meta.dirname, "../../../..");
const text = (path: string) => readFileSync(join(root, path), "utf8");

// The guide's words are loaded with the guide, the lab's with the lab, those of an exhibit with the exhibit; no key is in two files.
const EXHIBITS = "web/i18n/exhibits";
const exhibits = existsSync(join(root, EXHIBITS)) ? readdirSync(join(root, EXHIBITS)).sort() : [];
const ofExhibits = (language: string) =>
  exhibits.map((name) => JSON.parse(text(`${EXHIBITS}/${name}/${language}.json`)) as Record<string, string>);
// So are those of the other pages, and of the tag for questions.
const OTHERS = ["lab", "embed", "studio", "question"];
const ofOthers = (language: string) =>
  OTHERS.map((name) => JSON.parse(text(`web/i18n/${name}/${language}.json`)) as Record<string, string>);
const parts = [shared, guide, ...ofOthers("en"), ...ofExhibits("en")];
const en = Object.assign({}, ...parts) as Record<string, string>;
const ko = Object.assign({}, sharedKo, guideKo, ...ofOthers("ko"), ...ofExhibits("ko")) as Record<string, string>;

function sources(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => text(join(folder, file)));
}

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)/g)].map((match) => match[1]!);
/** Sources put some keys together from a beginning and an end. */
const known = (key: string) =>
  key.endsWith(".") ? Object.keys(en).some((one) => one.startsWith(key)) : key in en || `${key}_other` in en;
const all = (pattern: RegExp, where: string[]) => [...new Set(where.flatMap((source) => source.match(pattern) ?? []))];

describe("the catalogues", () => {
  it("have the same keys, in the same order", () => {
    expect(Object.keys(ko)).toEqual(Object.keys(en));
  });

  it("have no key twice", () => {
    expect(Object.keys(en)).toHaveLength(parts.flatMap((part) => Object.keys(part)).length);
  });

  it("use the same arguments in both languages", () => {
    const argumentsOf = (catalogue: Record<string, string>) =>
      Object.entries(catalogue).map(([key, sentence]) => [key, [...new Set(placeholders(sentence))].sort()]);
    expect(argumentsOf(ko)).toEqual(argumentsOf(en));
  });

  it("keep the English sentences free of formatters, which the native tool does not know", () => {
    expect(Object.values(en).filter((sentence) => /\{\{[^}]*[^}\w][^}]*\}\}/.test(sentence))).toEqual([]);
  });

  it("have no empty sentence", () => {
    // Endings of Korean verbs have no counterpart in English.
    const told = [...Object.entries(en), ...Object.entries(ko)].filter(([key]) => !key.includes(".ending."));
    expect(told.filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
  });

  it("never claim that a rule can be met in one way only, which nobody has counted", () => {
    const said = (catalogue: Record<string, string>, words: RegExp) =>
      Object.entries(catalogue).filter(([key, sentence]) => /^(because|unit|why)\./.test(key) && words.test(sentence));
    expect([...said(en, /in no other way/), ...said(ko, /이것뿐/)]).toEqual([]);
  });

  it("keep the words of the workshop to themselves", () => {
    const inside = { en: /\beffort\b|\bseed\b/i, ko: /노력|씨앗|풀이기/ };
    const said = (catalogue: Record<string, string>, words: RegExp) =>
      Object.entries(catalogue).filter(([, sentence]) => words.test(sentence.replace(/\{\{.*?\}\}/g, "")));
    expect([...said(en, inside.en), ...said(ko, inside.ko)]).toEqual([]);
  });

  it("have a sentence for every verdict and outcome", () => {
    expect([...VERDICTS, ...OUTCOMES].filter((key) => !known(key))).toEqual([]);
  });

  it("have a sentence for every key that the contracts name", () => {
    const contracts = ["engine/solver/narration.h", "web/src/protocol/problems.ts"].map(text);
    const keys = all(/\b(?:error|why|because|so|cell|unit)\.[a-z_]+(?:\.[a-z_]+)?(?= +\{)/g, contracts);
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => !known(key))).toEqual([]);
  });

  it("have a sentence for every key in the engine’s sources", () => {
    const keys = all(
      /(?<=")(?:error|why|because|so|verdict|outcome|cell|unit|glyph|symbol)\.[a-z0-9_.]+(?=")/g,
      sources("engine", /\.(cc|h)$/),
    );
    expect(keys.filter((key) => !known(key))).toEqual([]);
  });

  it("have a sentence for whatever the engine finds wrong with a declaration", () => {
    // There the keys are put together: problem("text") is error.custom.text.
    const causes = all(/(?<=problem\(")[a-z_]+(?=")/g, sources("engine/puzzles", /^custom.*\.cc$/));
    expect(causes.length).toBeGreaterThan(20);
    expect(causes.filter((cause) => !known(`error.custom.${cause}`))).toEqual([]);
  });

  it("have no sentence that nobody asks for", () => {
    const page = [...sources("web/src", /\.ts$/), text("web/i18n/languages.ts")].join("\n");
    const engine = sources("engine", /\.(cc|h)$/).join("\n");
    const asked = new Set(
      [...`${page}\n${engine}`.matchAll(/["'`]([a-z]\w*\.[\w.-]+)["'`]/g)].map((match) => match[1]!),
    );
    // A key with a gap stands for all that fit: `level.${level}` on the page, "symbol.item." + name in the engine.
    const gapped = [...page.matchAll(/`([a-z]\w*\.[^`\s]*\$\{[^`\s]*)`/g)].map(
      ([, template]) => new RegExp(`^${template!.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[^.]+")}$`),
    );
    const begun = [...engine.matchAll(/"([a-z][a-z_.]*\.)"/g)].map((match) => match[1]!);
    const isAsked = (key: string) =>
      asked.has(key) || gapped.some((gap) => gap.test(key)) || begun.some((start) => key.startsWith(start));
    // What is put at a key's end by whoever words it: a plural, a form of a word, a demand of a rule, a part of a claim,
    // a kind of cells or rules.
    const END =
      /(_(one|other|given|met|seen|ruled_out|mixed)|\.(nonogram|zebra|then|because|full|all|needs|over|under|unmet|block_\w+|said|many|short|none|one|if|not|many\.\w+))$/;
    const dead = Object.keys(en).filter((key) => {
      for (let rest = key; ; rest = rest.replace(END, "")) {
        if (isAsked(rest)) return false;
        if (!END.test(rest)) return true;
      }
    });
    expect(dead).toEqual([]);
  });

  it("have a sentence for every key in the page’s sources", () => {
    const keys = all(/(?<=\bt\(")[a-z0-9_.]+(?=")/g, sources("web/src", /\.ts$/));
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter((key) => !known(key))).toEqual([]);
  });
});
