// A later version of the built site: its play page comes with another script, which says so in the document.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface NextVersion {
  folder: string;
  /** The script that only the present version has, relative to the site. */
  gone: string;
}

const hash = (text: string) => createHash("sha256").update(text).digest("base64");

/** Like a build of a changed source: the script has another name, so have all that name it other contents. */
export function nextVersion(site: string): NextVersion {
  const folder = mkdtempSync(join(tmpdir(), "fastslow-next-"));
  cpSync(site, folder, { recursive: true });
  const gone = `assets/${readdirSync(join(site, "assets")).find((file) => /^index-.*\.js$/.test(file))!}`;
  const next = "assets/index-ofnextversion.js";
  renameSync(join(folder, gone), join(folder, next));
  edit(join(folder, next), (script) => `document.documentElement.dataset.version = "next";\n${script}`);
  const before = hash(readFileSync(join(folder, "index.html"), "utf8"));
  const after = hash(edit(join(folder, "index.html"), (page) => page.replace(gone, next)));
  edit(join(folder, "service-worker.js"), (worker) => worker.replace(gone, next).replaceAll(before, after));
  return { folder, gone };
}

function edit(file: string, change: (text: string) => string): string {
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${file} is not what the next version is made from`);
  writeFileSync(file, after);
  return after;
}
