// <fast-slow> under its version, so that a lesson stays what it was: `vX.Y.Z/` holds everything that this version loads, and
// `vX/` leads to the newest version of its major number. `versions.json` tells both and the hashes that a page may insist on.
// The folders of former versions come from the site that is replaced (tools/keep_versions.ts).

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

import { repositoryPath } from "../tools/node_transports";
import { afterwards } from "./afterwards";
import { CLASSIC_FILE, ELEMENT_FILE, QUESTION_FILE } from "./element";

/** What a script of ours names: what it imports, and files that lie beside it. */
const NAMED = /(?:from|import\(?|new URL\()\s*["'`](\.{0,2}\/?[^"'`\s]+\.(?:js|json|onnx|packed|wasm)[^"'`\s]*)["'`]/g;
const IMPORTED = /(?:^|[;}])import\s*(?:[^"'()]*?from\s*)?["'](\.[^"']+)["']/g;

/** The files that `first` leads to by what `pattern` finds in scripts, itself included. */
function reached(site: string, first: string, pattern: RegExp): string[] {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file) || !existsSync(path.join(site, file))) return;
    found.add(file);
    if (!file.endsWith(".js")) return;
    const text = readFileSync(path.join(site, file), "utf8");
    for (const [, address] of text.matchAll(pattern)) follow(path.posix.join(path.posix.dirname(file), address!));
  };
  follow(first);
  return [...found].sort();
}

/** What a script imports before anything else, itself included. */
export const firstFiles = (site: string, script: string): string[] => reached(site, script, IMPORTED);

/** The scripts and everything that they may ever load. */
export function elementFiles(site: string): string[] {
  const found = reached(site, ELEMENT_FILE, NAMED);
  if (found.length === 0) throw new Error(`${site} has no ${ELEMENT_FILE}; run ./dev build web first`);
  return [...new Set([...found, ...reached(site, QUESTION_FILE, NAMED), CLASSIC_FILE])].sort();
}

export const sha384 = (bytes: Buffer): string => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** What `vX.Y.Z/files.json` holds. */
export interface VersionFiles {
  version: string;
  /** By path: the hash, as the attribute `integrity` has it. */
  files: Record<string, string>;
  /** What the script imports before anything else. */
  first: string[];
}

/** What `versions.json` holds: how this version is called, the folders of the site, and the hashes that a snippet needs. */
export interface Versions {
  version: string;
  folders: string[];
  integrity: Record<string, string>;
}

function write(site: string): void {
  const { version } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as { version: string };
  const folder = `v${version}`;
  const major = `v${version.split(".")[0]}`;
  const files: Record<string, string> = {};
  for (const file of elementFiles(site)) {
    cpSync(path.join(site, file), path.join(site, folder, file));
    files[file] = sha384(readFileSync(path.join(site, file)));
  }
  const first = reached(site, ELEMENT_FILE, IMPORTED).filter((file) => file !== ELEMENT_FILE);
  const known: VersionFiles = { version, files, first };
  mkdirSync(path.join(site, major), { recursive: true });
  const put = (file: string, text: string) => writeFileSync(path.join(site, file), text);
  put(`${folder}/files.json`, `${JSON.stringify(known, null, 1)}\n`);
  put(`${major}/${ELEMENT_FILE}`, `export * from "../${folder}/${ELEMENT_FILE}";\n`);
  put(`${major}/${QUESTION_FILE}`, `import "../${folder}/${QUESTION_FILE}";\n`);
  put(`${major}/${CLASSIC_FILE}`, readFileSync(path.join(site, CLASSIC_FILE), "utf8"));
  const integrity = Object.fromEntries([ELEMENT_FILE, CLASSIC_FILE, QUESTION_FILE, ...first].map((file) => [file, files[file]!]));
  const all: Versions = { version, folders: [folder, major], integrity };
  put("versions.json", `${JSON.stringify(all, null, 1)}\n`);
}

/** After the element's build. */
export const versions = (): Plugin => afterwards("fastslow-versions", write);
