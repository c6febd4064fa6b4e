// The npm package of <fast-slow>: what the built site has of it, its contract as types, and a manifest for editors. Written
// to build/package/fast-slow; `npm pack` there makes the file to publish.
// Usage: npx tsx web/tools/pack_element.ts      (./dev package builds the site first and packs)

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { CLASSIC_FILE, QUESTION_FILE } from "../build/element";
import { elementFiles } from "../build/versions";
import { repositoryPath } from "./node_transports";

const SITE = repositoryPath("build/site");
export const PACKAGE = repositoryPath("build/package/fast-slow");

const contract = () => readFileSync(repositoryPath("web/src/element/contract.ts"), "utf8");

/** The members of an interface of the contract, with their comments. */
export function membersOf(name: string): { name: string; type: string; description: string }[] {
  const body = new RegExp(`export interface ${name} {\\n([\\s\\S]*?)\\n}`).exec(contract())?.[1] ?? "";
  const members = body.matchAll(/((?: {2}\/\*\*[\s\S]*?\*\/\n)?) {2}(?:readonly )?"?([\w-]+)"?(\??[:(][^\n]*);/g);
  return [...members].map(([, comment, member, type]) => ({
    name: member!,
    type: type!.replace(/^\??:\s*/, ""),
    description: comment!
      .replace(/\/\*\*|\*\/|^\s*\* ?/gm, "")
      .replace(/\s+/g, " ")
      .trim(),
  }));
}

/** github.com/webcomponents/custom-elements-manifest */
function manifest() {
  const attributes = membersOf("FastSlowAttributes");
  const methods = membersOf("FastSlowMethods").filter(({ name }) => name !== "state");
  const declaration = {
    kind: "class",
    name: "FastSlow",
    tagName: "fast-slow",
    customElement: true,
    superclass: { name: "HTMLElement" },
    attributes: attributes.map(({ name, type, description }) => ({ name, description, type: { text: type } })),
    members: [
      ...attributes.map(({ name, type, description }) => ({ kind: "field", name, description, type: { text: type } })),
      { kind: "field", name: "state", readonly: true, type: { text: "FastSlowState" } },
      ...methods.map(({ name, type, description }) => ({
        ...{ kind: "method", name, description },
        return: { type: { text: /\): (.*)$/.exec(type)?.[1] ?? "void" } },
      })),
    ],
    events: membersOf("FastSlowEvents").map(({ name, type, description }) => ({
      name,
      description,
      type: { text: type },
    })),
    cssParts: ["frame", "title", "board", "beneath", "panels", "play", "goal", "message"].map((name) => ({ name })),
  };
  const exported = { kind: "custom-element-definition", name: "fast-slow", declaration: { name: "FastSlow" } };
  const module = { kind: "javascript-module", path: "fast-slow.js", declarations: [declaration], exports: [exported] };
  return { schemaVersion: "2.1.0", modules: [module] };
}

function types(): string {
  return `${contract()}
export declare const FastSlow: { new (): FastSlowElement; prototype: FastSlowElement };

declare global {
  interface HTMLElementTagNameMap {
    "fast-slow": FastSlowElement;
  }
  interface HTMLElementEventMap extends FastSlowEvents {}
}
`;
}

/** What React calls an event: "fast-slow-ready" is onReady. */
const reactName = (event: string) =>
  `on${event.slice("fast-slow-".length).replace(/^./, (letter) => letter.toUpperCase())}`;

/** By @lit/react, which whoever uses it installs beside this package. */
function reactWrapper(): { script: string; types: string } {
  const events = membersOf("FastSlowEvents");
  const named = events.map(({ name }) => `    ${reactName(name)}: "${name}",\n`).join("");
  const typed = events.map(({ name }) => `  ${reactName(name)}: EventName<FastSlowEvents["${name}"]>;\n`).join("");
  return {
    script: `import { createComponent } from "@lit/react";
import * as React from "react";

import { FastSlow as elementClass } from "./fast-slow.js";

export const FastSlow = createComponent({
  tagName: "fast-slow",
  elementClass,
  react: React,
  displayName: "FastSlow",
  events: {
${named}  },
});
`,
    types: `import type { EventName, ReactWebComponent } from "@lit/react";

import type { FastSlowElement, FastSlowEvents } from "./fast-slow";

export declare const FastSlow: ReactWebComponent<FastSlowElement, {
${typed}}>;
`,
  };
}

function packageFile() {
  const { version, license } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as Record<
    string,
    string
  >;
  return {
    name: "fast-slow",
    version,
    description: "A live puzzle for any page: a small neural network and the Z3 solver play it together, and say why",
    license,
    type: "module",
    exports: {
      ".": { types: "./fast-slow.d.ts", default: "./fast-slow.js" },
      "./classic": `./${CLASSIC_FILE}`,
      "./question": `./${QUESTION_FILE}`,
      "./react": { types: "./react.d.ts", default: "./react.js" },
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    types: "./fast-slow.d.ts",
    peerDependencies: { "@lit/react": "^1.0.0", react: ">=17" },
    peerDependenciesMeta: { "@lit/react": { optional: true }, react: { optional: true } },
    sideEffects: true,
    customElements: "custom-elements.json",
  };
}

export function writePackage(): void {
  rmSync(PACKAGE, { recursive: true, force: true });
  mkdirSync(PACKAGE, { recursive: true });
  for (const file of [...elementFiles(SITE), "notices.txt"]) cpSync(path.join(SITE, file), path.join(PACKAGE, file));
  cpSync(repositoryPath("web/element_package"), PACKAGE, { recursive: true });
  cpSync(repositoryPath("LICENSE"), path.join(PACKAGE, "LICENSE"));
  const write = (name: string, content: string) => writeFileSync(path.join(PACKAGE, name), content);
  write("package.json", `${JSON.stringify(packageFile(), null, 2)}\n`);
  write("custom-elements.json", `${JSON.stringify(manifest(), null, 2)}\n`);
  write("fast-slow.d.ts", types());
  const { script, types: reactTypes } = reactWrapper();
  write("react.js", script);
  write("react.d.ts", reactTypes);
}

if (process.argv[1]?.endsWith("pack_element.ts")) {
  writePackage();
  console.log(PACKAGE);
}
