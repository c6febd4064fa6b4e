// <fast-slow> under its version, from another origin, with the hashes that a page insists on.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { VersionFiles, Versions } from "../../../web/build/versions";
import type { FastSlowElement } from "../../../web/src/element/contract";
import { keepVersions } from "../../../web/tools/keep_versions";
import { hostPages, type HostPages } from "./host_pages";
import { serveSite, SITE, type SiteServer } from "./site_server";
import { Visitor, withBrowser } from "./visitor";

withBrowser();

const json = <T>(file: string) => JSON.parse(readFileSync(path.join(SITE, file), "utf8")) as T;

let site: SiteServer;
let lesson: HostPages;
let folder: string;
beforeAll(async () => {
  site = await serveSite(SITE, { "access-control-allow-origin": "*" });
  lesson = await hostPages();
  folder = mkdtempSync(path.join(tmpdir(), "fast-slow-versions-"));
});
afterAll(async () => {
  await Promise.all([site.close(), lesson.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const { version, integrity } = json<Versions>("versions.json");

async function arrive(script: string): Promise<Visitor> {
  lesson.policy = `default-src 'none'; script-src ${new URL(site.address).origin} 'wasm-unsafe-eval'; connect-src ${new URL(site.address).origin}; worker-src ${new URL(site.address).origin} blob:`;
  lesson.body = `${script}<fast-slow family="binairo"></fast-slow>`;
  return await Visitor.arrive({ site: lesson.origin });
}

const solved = ({ page }: Visitor) =>
  page.evaluate(async () => {
    await customElements.whenDefined("fast-slow");
    const puzzle = document.querySelector("fast-slow") as FastSlowElement;
    puzzle.mode = "system2";
    return (await puzzle.step())?.source;
  });

describe("a version of <fast-slow>", () => {
  it("runs from its own folder, with its hash, in a lesson of another origin", async () => {
    const asked = site.asked.length;
    const visitor = await arrive(
      `<script type="module" crossorigin src="${site.address}v${version}/fast-slow.js" integrity="${integrity["fast-slow.js"]}"></script>`,
    );
    expect(await solved(visitor)).toBe("system2");
    expect(site.asked.slice(asked).every((file) => file.startsWith(`/v${version}/`))).toBe(true);
    expect(visitor.complaints).toEqual([]);
  });

  it("runs by its major number, as a classic script too", async () => {
    const major = version.split(".")[0];
    const visitor = await arrive(
      `<script crossorigin src="${site.address}v${major}/fast-slow.classic.js" integrity="${integrity["fast-slow.classic.js"]}"></script>`,
    );
    expect(await solved(visitor)).toBe("system2");
    expect(visitor.complaints).toEqual([]);
  });

  it("does not run if it is not what the page insists on", async () => {
    const other = integrity["fast-slow.classic.js"];
    const visitor = await arrive(
      `<script type="module" crossorigin src="${site.address}v${version}/fast-slow.js" integrity="${other}"></script>`,
    );
    await expect.poll(() => visitor.complaints.join()).toMatch(/integrity/i);
    expect(await visitor.page.evaluate(() => customElements.get("fast-slow") === undefined)).toBe(true);
  });

  it("has the hash of every file that it may load", () => {
    const { files, first } = json<VersionFiles>(`v${version}/files.json`);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["fast-slow.js", ...first]));
    for (const kind of [/^assets\/fastslow-solver-.*\.packed$/, /ort-wasm/, /models\/fastslow-.*\.onnx\.packed$/])
      expect(Object.keys(files).some((file) => kind.test(file))).toBe(true);
  });
});

describe("the next version", () => {
  /** A site as it will be: another version, and nothing of this one. */
  function next(name: string): string {
    const other = path.join(folder, name);
    cpSync(path.join(SITE, `v${version}`), path.join(other, "v99.0.0"), { recursive: true });
    const all: Versions = { version: "99.0.0", folders: ["v99.0.0", "v99"], integrity: {} };
    writeFileSync(path.join(other, "versions.json"), JSON.stringify(all));
    return other;
  }

  it("keeps the folders of those before it", async () => {
    const other = next("kept");
    expect(await keepVersions(site.address, other)).toEqual([`v${version}`]);
    const bytes = (root: string, file: string) => readFileSync(path.join(root, file)).toString("base64");
    for (const file of Object.keys(json<VersionFiles>(`v${version}/files.json`).files))
      expect(bytes(other, `v${version}/${file}`)).toBe(bytes(SITE, `v${version}/${file}`));
    const { folders } = JSON.parse(readFileSync(path.join(other, "versions.json"), "utf8")) as Versions;
    expect(folders).toEqual([`v${version}`, "v99.0.0", `v${version.split(".")[0]}`, "v99"]);
    expect(readFileSync(path.join(other, "v99/fast-slow.js"), "utf8")).toContain("v99.0.0");
  });

  it("takes nothing that is not what it was", async () => {
    const spoiled = path.join(folder, "spoiled");
    cpSync(path.join(SITE, `v${version}`), path.join(spoiled, `v${version}`), { recursive: true });
    cpSync(path.join(SITE, "versions.json"), path.join(spoiled, "versions.json"));
    writeFileSync(path.join(spoiled, `v${version}/fast-slow.js`), "alert(1)");
    const server = await serveSite(spoiled);
    try {
      await expect(keepVersions(server.address, next("refusing"))).rejects.toThrow(/is not what its version had/);
    } finally {
      await server.close();
    }
  });
});
