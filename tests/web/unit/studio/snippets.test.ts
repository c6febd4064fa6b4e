// @vitest-environment happy-dom
// What is copied says, read as the place it is for would read it, what was set up; and nothing in it can be run.

import { describe, expect, it } from "vitest";

import type { Setup } from "../../../../web/src/studio/setup";
import { KINDS, snippet, type Facts, type Kind } from "../../../../web/src/studio/snippets";

const EVIL = `"><script>alert(1)</script>\`\${alert(2)}\n\n</fast-slow>\\`;
const setup: Setup = {
  family: "sudoku",
  puzzle: EVIL,
  lock: "cells",
  autoplay: "1",
  ask: "own",
  question: EVIL,
  lang: "ko",
};
const facts: Facts = {
  ...{ setup, title: EVIL, poster: "9x9.d.AAAA", tagHeight: 700, height: 900 },
  link: `https://example.org/lesson.html?lock=cells&question=${encodeURIComponent(EVIL)}`,
  base: "https://example.org/v1.2.3/",
  integrity: { "fast-slow.js": "sha384-AAAA", "assets/element/x.js": "sha384-BBBB" },
};

/** Nothing in it is fetched or run. */
function parsed(text: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.content;
}

function hasTag(text: string): void {
  const page = parsed(text);
  const tag = page.querySelector("fast-slow")!;
  expect(tag.getAttribute("puzzle")).toBe(EVIL);
  expect(tag.getAttribute("lock")).toBe("cells");
  expect(tag.hasAttribute("autoplay")).toBe(true);
  const question = page.querySelector("fast-slow-question")!;
  expect(question.getAttribute("question")).toBe(EVIL);
  expect(page.getElementById(question.getAttribute("for")!)).toBe(tag);
  for (const script of page.querySelectorAll("script"))
    expect(script.src).toMatch(/^https:\/\/example\.org\/v1\.2\.3\//);
}

function hasFrame(text: string): void {
  const page = parsed(text);
  expect(page.querySelectorAll("iframe")).toHaveLength(1);
  expect(page.querySelectorAll("script")).toHaveLength(0);
  const frame = page.querySelector("iframe")!;
  expect(frame.getAttribute("src")).toBe(facts.link);
  expect(frame.getAttribute("title")).toBe(EVIL);
}

const READERS: Record<Kind, (text: string) => void> = {
  tag(text) {
    hasTag(text);
    const page = parsed(text);
    expect(page.querySelector("script")!.getAttribute("integrity")).toBe("sha384-AAAA");
    expect(page.querySelector("link")!.getAttribute("integrity")).toBe("sha384-BBBB");
  },
  markdown(text) {
    // An empty line would end a block of HTML.
    expect(text).not.toMatch(/\n\s*\n/);
    hasTag(text);
  },
  myst(text) {
    const [, body] = /^```\{raw\} html\n([\s\S]*)\n```$/.exec(text)!;
    expect(body).not.toContain("```");
    hasTag(body!);
  },
  jupyter(text) {
    expect(text.split("\n")).toHaveLength(2);
    const [, link] = /^IFrame\((".*"), width="100%", height=900\)$/.exec(text.split("\n")[1]!)!;
    expect(JSON.parse(link!)).toBe(facts.link);
  },
  observable(text) {
    const [, template] = /^display\(.*\{ innerHTML: `([\s\S]*)` \}\)\);\n```$/m.exec(text)!;
    const evaluated = new Function(`return String.raw\`\` + \`${template}\``) as () => string;
    hasTag(evaluated());
  },
  frame: hasFrame,
  moodle: hasFrame,
  link: (text) => expect(text).toBe(facts.link),
  notion: (text) => expect(text).toBe(facts.link),
};

describe.each(KINDS)("what is copied for %s", (kind) => {
  it("says what was set up", () => READERS[kind](snippet(kind, facts)));
});
