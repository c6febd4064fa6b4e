// Lessons as authors' own tools build them: web/examples, with what the studio copies in them. Installed and built in a folder
// under build/, where the packages are kept from one run to the next.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { repositoryPath } from "../../../web/tools/node_transports";

export const EXAMPLES = repositoryPath("web/examples");

/** Neither program tells its makers, or asks whether there is a newer one. */
const QUIET = { OBSERVABLE_TELEMETRY_DISABLE: "1", NO_UPDATE_NOTIFIER: "1", CI: "1", NODE_ENV: "production" };

/** While a lesson is built, nothing is fetched. */
const ALONE = `globalThis.fetch = (address) => Promise.reject(new Error("the build fetches " + address))`;

export const pageWith = (file: string, lesson: string): string =>
  readFileSync(path.join(EXAMPLES, file), "utf8").replace("LESSON", () => lesson);

function run(folder: string, command: string, args: string[], more: Record<string, string> = {}): void {
  try {
    execFileSync(command, args, {
      cwd: folder,
      encoding: "utf8",
      stdio: "pipe",
      env: { ...process.env, ...QUIET, ...more },
    });
  } catch (thrown) {
    const { stdout, stderr } = thrown as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(" ")} failed:\n${`${stdout}\n${stderr}`.slice(-3000)}`, { cause: thrown });
  }
}

function install(name: string, folder: string): void {
  const lock = readFileSync(path.join(EXAMPLES, name, "package-lock.json"));
  const stamp = path.join(folder, "node_modules/.installed");
  const hash = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  run(folder, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { NODE_ENV: "" });
  writeFileSync(stamp, hash);
}

/** `page`: the file that holds the lesson. Returns the folder of the built site, `built`. */
export function buildLesson(name: string, page: string, lesson: string, command: string[], built: string): string {
  const folder = repositoryPath(`build/examples/${name}`);
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(EXAMPLES, name), folder, { recursive: true });
  install(name, folder);
  writeFileSync(path.join(folder, page), pageWith(`${name}/${page}`, lesson));
  rmSync(path.join(folder, built), { recursive: true, force: true });
  const known = path.join(folder, "known.json");
  if (existsSync(known)) {
    const cache = path.join(folder, "src/.observablehq/cache/_npm");
    for (const one of JSON.parse(readFileSync(known, "utf8")) as string[])
      mkdirSync(path.join(cache, one), { recursive: true });
  }
  const [program, ...args] = command;
  const options = `--import="data:text/javascript,${encodeURIComponent(ALONE)}"`;
  run(folder, path.join(folder, "node_modules/.bin", program!), args, { NODE_OPTIONS: options });
  return path.join(folder, built);
}
