// A language is one file: whoever adds it adds nothing else.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, it } from "vitest";

import { languages } from "../../../../web/build/languages";
import * as here from "../../../../web/i18n/languages";

/** What the site is built with, as a script. */
function built(id: string): string {
  const { resolveId, load } = languages() as unknown as {
    resolveId(id: string): string | undefined;
    load(this: unknown, id: string): string;
  };
  return load.call({ addWatchFile: () => undefined }, resolveId(id)!);
}

it("has the words of every room that English has, and says what it calls itself", () => {
  expect(here.LANGUAGES).toEqual(["en", "ko"]);
  expect(here.NAMES).toEqual({ en: "English", ko: "한국어" });
  expect(here.ROOMS).toEqual(expect.arrayContaining(["page", "guide", "lab", "studio", "embed", "question"]));
  for (const room of here.ROOMS)
    expect(Object.keys(here.wordsIn(room, "ko"))).toEqual(Object.keys(here.wordsIn(room, "en")));
});

it("says in English what it does not say itself, and has the plurals that its readers need", () => {
  const english = { "a.b": "b", "a.n_one": "one", "a.n_other": "{{count}}", "a.m_one": "1", "a.m_other": "many" };
  const own = { "a.b": "B", "a.n_few": "few", "a.n_other": "OTHER", "of.another.room": "x" };
  expect(here.translated(english, own, "pl")).toEqual({
    ...{ "a.b": "B", "a.n_one": "one", "a.n_few": "few", "a.n_many": "OTHER", "a.n_other": "OTHER" },
    ...{ "a.m_one": "1", "a.m_few": "many", "a.m_many": "many", "a.m_other": "many" },
  });
});

it("is cut into a script for each room while the site is built, under the names that Node has them by", () => {
  const all = built("../../i18n/languages");
  for (const name of ["LANGUAGES", "NAMES", "page", "guide", "lab", "studio", "embed", "exhibits"])
    expect(all).toContain(`export const ${name} = `);
  for (const name of ["pageWords", "studioWords", "questionWords"] as const)
    expect(all).toContain(`export const ${name} = { "en": ${JSON.stringify(here[name]["en"])}`);
  expect(Object.keys(here.exhibits).length).toBeGreaterThan(3);
  for (const name of Object.keys(here.exhibits))
    expect(all).toContain(`"ko": () => import("virtual:words/exhibits/${name}/ko")`);
  expect(built("virtual:words/lab/ko")).toBe(`export default ${JSON.stringify(here.wordsIn("lab", "ko"))};`);
});

it("joins the others as a file in a folder that the builder names", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "fast-slow-language-"));
  try {
    const words = { "language.own": "Qps", "lab.title": "Láb", "page.make": "Créate" };
    writeFileSync(path.join(folder, "qps.json"), JSON.stringify(words));
    const script = `import { NAMES, wordsIn } from "./web/i18n/languages";
      console.log(JSON.stringify([NAMES, wordsIn("page", "qps")["page.make"], wordsIn("lab", "qps")["page.make"] ?? null]));`;
    const told = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      encoding: "utf8",
      env: { ...process.env, FASTSLOW_LANGUAGES: folder },
    });
    expect(JSON.parse(told)).toEqual([{ en: "English", ko: "한국어", qps: "Qps" }, "Créate", null]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
