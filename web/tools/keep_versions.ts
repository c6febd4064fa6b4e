// Brings the folders of former versions of <fast-slow> over from the site that is about to be replaced, so that lessons which
// name a version keep it. Every file is held to the hash that its version told.
// Usage: npx tsx web/tools/keep_versions.ts https://HOST/PATH/ [SITE]      (a site that is not there yet has none)

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { CLASSIC_FILE, ELEMENT_FILE, QUESTION_FILE } from "../build/element";
import { sha384, type VersionFiles, type Versions } from "../build/versions";
import { repositoryPath } from "./node_transports";

const WHOLE = /^v(\d+)\.(\d+)\.(\d+)$/;

async function fetched(address: string): Promise<Buffer | null> {
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

async function needed(address: string): Promise<Buffer> {
  const bytes = await fetched(address);
  if (!bytes) throw new Error(`${address} is not there`);
  return bytes;
}

async function bring(from: string, folder: string, site: string): Promise<void> {
  const list = await needed(`${from}${folder}/files.json`);
  const { files } = JSON.parse(list.toString()) as VersionFiles;
  const into = path.join(site, folder);
  for (const [file, hash] of Object.entries(files)) {
    const target = path.join(into, file);
    if (!target.startsWith(`${into}${path.sep}`)) throw new Error(`${folder} names ${file}, which lies outside it`);
    const bytes = await needed(`${from}${folder}/${file}`);
    if (sha384(bytes) !== hash) throw new Error(`${folder}/${file} is not what its version had`);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  writeFileSync(path.join(into, "files.json"), list);
}

const numbers = (folder: string) => WHOLE.exec(folder)!.slice(1).map(Number) as [number, number, number];

/** `vX/` of each major number leads to the newest that there is. */
function lead(folders: readonly string[], site: string): string[] {
  const newest = new Map<number, string>();
  const ordered = [...folders].sort((one, other) => {
    const [a, b] = [numbers(one), numbers(other)];
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  });
  for (const folder of ordered) newest.set(numbers(folder)[0], folder);
  for (const [major, folder] of newest) {
    const into = path.join(site, `v${major}`);
    mkdirSync(into, { recursive: true });
    writeFileSync(path.join(into, ELEMENT_FILE), `export * from "../${folder}/${ELEMENT_FILE}";\n`);
    writeFileSync(path.join(into, QUESTION_FILE), `import "../${folder}/${QUESTION_FILE}";\n`);
    writeFileSync(path.join(into, CLASSIC_FILE), readFileSync(path.join(site, folder, CLASSIC_FILE)));
  }
  return [...ordered, ...[...newest.keys()].map((major) => `v${major}`)];
}

/** The folders that were brought over. */
export async function keepVersions(from: string, site: string): Promise<string[]> {
  const base = from.endsWith("/") ? from : `${from}/`;
  const file = path.join(site, "versions.json");
  const own = JSON.parse(readFileSync(file, "utf8")) as Versions;
  const former = await fetched(`${base}versions.json`);
  const theirs = former ? (JSON.parse(former.toString()) as Versions).folders : [];
  const brought = theirs.filter((folder) => WHOLE.test(folder) && !own.folders.includes(folder));
  for (const folder of brought) await bring(base, folder, site);
  const folders = lead([...own.folders.filter((folder) => WHOLE.test(folder)), ...brought], site);
  writeFileSync(file, `${JSON.stringify({ ...own, folders }, null, 1)}\n`);
  return brought;
}

if (process.argv[1]?.endsWith("keep_versions.ts")) {
  const [from, site = repositoryPath("build/site")] = process.argv.slice(2);
  if (!from) throw new Error("whose former versions? The site's address is missing");
  const brought = await keepVersions(from, site);
  console.log(brought.length === 0 ? "no former versions" : `kept: ${brought.join(", ")}`);
}
