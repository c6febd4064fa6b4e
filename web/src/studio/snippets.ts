// What an author copies into a page, for each place that takes another form. Pure. What is written for a place is tested as
// that place would read it (tests/web/unit/studio/snippets.test.ts).

import { escaped, frameOf } from "../shell/frame_text";
import { QUESTION, TAG, type Setup } from "./setup";

export const KINDS = ["tag", "frame", "link", "markdown", "myst", "jupyter", "observable", "notion", "moodle"] as const;
export type Kind = (typeof KINDS)[number];

export interface Facts {
  setup: Setup;
  /** What the puzzle is called. */
  title: string;
  /** The text of the attribute `poster`; empty where the tag draws the puzzle without. */
  poster: string;
  /** The lesson's page. */
  link: string;
  /** Of the tag alone, and of the lesson's page, in pixels. */
  tagHeight: number;
  height: number;
  /** Where the scripts lie, of this version if there is a folder for it. */
  base: string;
  /** By file, of what is fetched first; empty where it is not known. */
  integrity: Record<string, string>;
}

const SCRIPT = "fast-slow.js";
const QUESTION_SCRIPT = "fast-slow-question.js";

/** On one line, as an empty one would end a block of Markdown. */
const attribute = (name: string, text: string): string =>
  text === "" ? ` ${name}` : ` ${name}="${escaped(text).replace(/\r?\n/g, "&#10;")}"`;

function script(file: string, { base, integrity }: Facts): string {
  const hash = integrity[file];
  return `<script type="module" src="${escaped(base + file)}"${hash ? ` integrity="${hash}" crossorigin` : ""}></script>`;
}

/** What the script imports is held to its hash, too. */
const imported = ({ base, integrity }: Facts): string[] =>
  Object.entries(integrity)
    .filter(([file]) => file.startsWith("assets/"))
    .map(([file, hash]) => `<link rel="modulepreload" href="${escaped(base + file)}" integrity="${hash}" crossorigin>`);

export const scripts = (facts: Facts): string =>
  [...imported(facts), script(SCRIPT, facts), ...(facts.setup.ask ? [script(QUESTION_SCRIPT, facts)] : [])].join("\n");

/** The tag, and the question about it, without their scripts. */
export function tags({ setup, poster, tagHeight }: Facts): string {
  const known = TAG.map((name) => {
    const text = setup[name];
    return text === undefined ? "" : attribute(name, name === "autoplay" ? "" : text);
  });
  const drawn = poster === "" ? "" : attribute("poster", poster);
  // So that nothing moves while the script is on its way.
  const room = ` style="display: block; min-height: ${tagHeight}px"`;
  const tag = `<fast-slow${setup.ask ? ' id="puzzle"' : ""}${known.join("")}${drawn}${room}></fast-slow>`;
  return setup.ask ? `${tag}\n${question(setup)}` : tag;
}

function question(setup: Setup): string {
  const known = QUESTION.map((name) => (setup[name] === undefined ? "" : attribute(name, setup[name])));
  const lang = setup.lang === undefined ? "" : attribute("lang", setup.lang);
  return `<fast-slow-question for="puzzle"${known.join("")}${lang}></fast-slow-question>`;
}

const tagOf = (facts: Facts): string => `${scripts(facts)}\n${tags(facts)}`;

/** Between backticks of JavaScript. */
const inTemplate = (text: string): string => text.replace(/[\\`]|\$\{/g, "\\$&");

const python = (text: string): string => JSON.stringify(text);

const SNIPPETS: Record<Kind, (facts: Facts) => string> = {
  tag: tagOf,
  frame: (facts) => frameOf(facts.link, facts.title, facts.height),
  link: ({ link }) => link,
  // Within a block, so that the tag is no part of a paragraph.
  markdown: (facts) => `${scripts(facts)}\n<div>\n${tags(facts)}\n</div>`,
  myst: (facts) => "```{raw} html\n" + tagOf(facts) + "\n```",
  jupyter: ({ link, height }) =>
    `from IPython.display import IFrame\nIFrame(${python(link)}, width="100%", height=${height})`,
  observable: (facts) =>
    [
      "```js",
      `await import(${JSON.stringify(facts.base + SCRIPT)});`,
      ...(facts.setup.ask ? [`await import(${JSON.stringify(facts.base + QUESTION_SCRIPT)});`] : []),
      // Without "html", a library that Framework would fetch; and without a name, as a page may have several.
      `display(Object.assign(document.createElement("div"), { innerHTML: \`${inTemplate(tags(facts))}\` }));`,
      "```",
    ].join("\n"),
  notion: ({ link }) => link,
  moodle: (facts) => frameOf(facts.link, facts.title, facts.height),
};

export const snippet = (kind: Kind, facts: Facts): string => SNIPPETS[kind](facts);

/** Places that show a page in a frame, and take its address. */
export const isAddress = (kind: Kind): boolean => kind === "link" || kind === "notion";
