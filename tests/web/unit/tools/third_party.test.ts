// Everything that the page is made of is named with its licence.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { declaredPackages, noticesText, packageOf } from "../../../../web/build/third_party";
import { repositoryPath } from "../../../../web/tools/node_transports";

const SOURCES = repositoryPath("web/src");

/** The packages that the page's sources import at run time. */
function imported(): string[] {
  // But for what the page shows as other people's code.
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && file !== join("embed", "examples.ts"),
  );
  const names = files.flatMap((file) =>
    [
      ...readFileSync(join(SOURCES, file), "utf8").matchAll(
        /^(?!import type).*?(?:from|import\(?)\s*"([@a-z][^":]*)"/gm,
      ),
    ].map(([, from]) =>
      from!
        .split("/")
        .slice(0, from!.startsWith("@") ? 2 : 1)
        .join("/"),
    ),
  );
  // Our own packages stand in examples that readers are shown.
  return [...new Set(names)].filter((name) => !["fast-slow", "fastslow-solver"].includes(name)).sort();
}

describe("what others made", () => {
  const text = noticesText([...declaredPackages(), "lit-html", "lit"]);

  it("is among the page's dependencies, wherever its sources import it", () => {
    expect(imported()).toContain("lit");
    expect(declaredPackages()).toEqual(expect.arrayContaining(imported()));
  });

  it("is named once, with a version and the words of its licence", () => {
    for (const name of [...declaredPackages(), "lit-html"]) {
      const { version } = JSON.parse(readFileSync(repositoryPath(`node_modules/${name}/package.json`), "utf8")) as {
        version: string;
      };
      const [, ...sections] = text.split(`\n${name} ${version} (`);
      expect(sections, name).toHaveLength(1);
      expect(sections[0]!.split("-".repeat(80))[0]).toMatch(/copyright/i);
    }
  });

  it("comprises what is compiled into the modules", () => {
    for (const name of ["Z3", "JSON for Modern C++", "Emscripten's runtime", "musl"])
      expect(text).toContain(`\n${name} (MIT)`);
    expect(text.match(/Permission is hereby granted/g)!.length).toBeGreaterThan(5);
  });

  it("is found by the modules' places", () => {
    expect(packageOf(repositoryPath("node_modules/@codemirror/view/dist/index.js"))).toBe("@codemirror/view");
    expect(packageOf("/elsewhere/node_modules/lit/node_modules/lit-html/lit-html.js")).toBe("lit-html");
    expect(packageOf(repositoryPath("web/src/main.ts"))).toBeNull();
    expect(packageOf("virtual:build-facts")).toBeNull();
  });

  it("cannot be left out without a word", () => {
    expect(() => noticesText(["no-such-package"])).toThrow();
  });
});
