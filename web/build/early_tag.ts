// The studio and a lesson's page show the very tag that other pages fetch, by an address that the bundler does not see
// (src/studio/tag.ts). So that its scripts come with the page's own and not one after the other, they are asked for as soon as
// the page is read.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

import { afterwards } from "./afterwards";
import { ELEMENT_FILE, QUESTION_FILE } from "./element";
import { firstFiles } from "./versions";

/** What each page waits for before it shows a puzzle. */
const WANTED: Record<string, readonly string[]> = {
  "lesson.html": [ELEMENT_FILE],
  "studio.html": [ELEMENT_FILE, QUESTION_FILE],
};

function addLinks(site: string): void {
  for (const [page, scripts] of Object.entries(WANTED)) {
    const file = path.join(site, page);
    const files = new Set(scripts.flatMap((script) => firstFiles(site, script)));
    const links = [...files].map((one) => `  <link rel="modulepreload" crossorigin href="./${one}">\n  `);
    const text = readFileSync(file, "utf8");
    if (links.length === 0 || !text.includes("</head>")) throw new Error(`${page} has no place for the tag's scripts`);
    writeFileSync(file, text.replace("</head>", `${links.join("")}</head>`));
  }
}

export const earlyTag = (): Plugin => afterwards("fastslow-early-tag", addLinks);
