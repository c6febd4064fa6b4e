// What a visitor downloads: every file of the built site with its raw, gzip and brotli bytes. What is large lies there
// packed (web/build/packed.ts), so that "raw" is what a host sends that does not compress.
// Usage: node web/tools/size.mjs [--json]     (./dev size builds the site first)

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const site = path.join(top, "build/site");
// Brotli at its best takes half a minute on the largest files, so sizes are remembered by content.
const cacheFile = path.join(top, "build/size-cache.json");

/** The first pattern that a file's path matches decides its group; the solver's name contains the engine's. */
const groups = [
  // What a page with <fast-slow> loads before anybody turns to it: the script with what it imports, and one drawn puzzle.
  ["poster", { has: (file) => poster.has(file) }],
  ["element", /^assets\/element\//],
  ["model", /(^|\/)models\//],
  ["onnxruntime", /(^|\/)ort[-.]|onnxruntime/],
  ["solver", /fastslow-solver/],
  ["engine", /(^|\/)fastslow-/],
  // Observable Plot, fetched when a figure of the lab comes into sight.
  ["figures", /(^|\/)plot-/],
  ["offline", /^service-worker\.js$|\.webmanifest$/],
  ["data", /\.(json|txt|csv)$/],
  ["page", /./],
];

/**
 * Gzip bytes at most, well above what was measured: System 2's module 0.81 MB once Z3's unreached parts were left out; the
 * poster of <fast-slow> close to its budget.
 */
const limits = { solver: 1_000_000, poster: 60_000 };

const groupOf = (file) => groups.find(([, one]) => (one.has ? one.has(file) : one.test(file)))[0];

/** The script of <fast-slow>, and what it imports before anything else. */
async function posterFiles() {
  const found = new Set();
  const follow = async (file) => {
    if (found.has(file)) return;
    const text = await readFile(path.join(site, file), "utf8").catch(() => null);
    if (text === null) return;
    found.add(file);
    for (const [, address] of text.matchAll(/(?:from|^import|;import)\s*["'](\.{1,2}\/[^"']+)["']/g))
      await follow(path.posix.join(path.posix.dirname(file), address));
  };
  await follow("fast-slow.js");
  const drawn = (await readdir(path.join(site, "assets/element")).catch(() => [])).find((file) =>
    /^sudoku-/.test(file),
  );
  if (drawn) found.add(`assets/element/${drawn}`);
  return found;
}

const compressGzip = async (bytes) => (await promisify(gzip)(bytes, { level: 9 })).length;

const compressBrotli = async (bytes) => {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return (await promisify(brotliCompress)(bytes, { params })).length;
};

async function measure(file, known) {
  const bytes = await readFile(path.join(site, file));
  const hash = createHash("sha256").update(bytes).digest("hex");
  const [gzipped, brotlied] = known[hash] ?? (await Promise.all([compressGzip(bytes), compressBrotli(bytes)]));
  return { hash, row: { file, group: groupOf(file), raw: bytes.length, gzip: gzipped, brotli: brotlied } };
}

async function siteFiles() {
  const entries = await readdir(site, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(site, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join("/"),
    )
    .sort();
}

function sum(rows) {
  const total = { files: rows.length, raw: 0, gzip: 0, brotli: 0 };
  for (const row of rows) for (const key of ["raw", "gzip", "brotli"]) total[key] += row[key];
  return total;
}

function printTable(rows) {
  const number = (value) => value.toLocaleString("en").padStart(12);
  const line = (name, { raw, gzip: gzipped, brotli }) =>
    console.log(name.padEnd(56) + number(raw) + number(gzipped) + number(brotli));
  console.log("bytes".padEnd(56) + ["raw", "gzip", "brotli"].map((title) => title.padStart(12)).join(""));
  for (const [group] of groups) {
    const members = rows.filter((row) => row.group === group);
    if (members.length === 0) continue;
    console.log();
    for (const row of members) line(`  ${row.file}`, row);
    line(group, sum(members));
  }
  console.log();
  line("total", sum(rows));
}

// The folder of a version holds the same files once more.
const files = (await siteFiles()).filter((file) => !/^v\d[\d.]*\//.test(file));
if (files.length === 0) {
  console.error("size: build/site is empty; run ./dev build web first");
  process.exit(1);
}
const poster = await posterFiles();
const known = JSON.parse(await readFile(cacheFile, "utf8").catch(() => "{}"));
const measured = await Promise.all(files.map((file) => measure(file, known)));
await mkdir(path.dirname(cacheFile), { recursive: true });
await writeFile(
  cacheFile,
  JSON.stringify(Object.fromEntries(measured.map(({ hash, row }) => [hash, [row.gzip, row.brotli]]))),
);

const rows = measured.map(({ row }) => row);
if (process.argv.includes("--json")) console.log(JSON.stringify(rows, null, 2));
else printTable(rows);

for (const [group, limit] of Object.entries(limits)) {
  const { gzip: bytes } = sum(rows.filter((row) => row.group === group));
  if (bytes <= limit) continue;
  console.error(`size: ${group} takes ${bytes} bytes of gzip, more than the ${limit} allowed (web/tools/size.mjs)`);
  process.exitCode = 1;
}
