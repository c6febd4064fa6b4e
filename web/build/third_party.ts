// What the site carries that others made, with their licences: written into notices.txt while the page is built.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Plugin, Rolldown } from "vite";

import { repositoryPath } from "../tools/node_transports";
import { licenceText } from "../tools/wishes/wordnet";

interface Notice {
  name: string;
  version?: string | undefined;
  licence: string;
  text: string;
}

const read = (file: string) => readFileSync(repositoryPath(file), "utf8");

/** Fastslow's own licence is the MIT licence too, so its words are here already. */
const mit = (...holders: string[]) =>
  [...holders, "", read("LICENSE").slice(read("LICENSE").indexOf("Permission is hereby granted"))].join("\n");

/** The graph of the exhibit "wishes" and its networks are made from it (web/build/wishes.ts). */
const fromWordNet = (): Notice => ({ name: "WordNet", version: "3.1", licence: "WordNet", text: licenceText() });

/** Compiled into the WebAssembly modules; no package manager knows of them. */
function compiledIn(): Notice[] {
  return [
    { name: "Z3", licence: "MIT", text: mit("Copyright (c) Microsoft Corporation") },
    { name: "JSON for Modern C++", licence: "MIT", text: mit("Copyright (c) 2013-2022 Niels Lohmann") },
    { name: "Emscripten's runtime", licence: "MIT", text: mit("Copyright (c) 2010-2014 Emscripten authors") },
    { name: "musl", licence: "MIT", text: mit("Copyright (c) 2005-2020 Rich Felker, et al.") },
    {
      name: "libc++, libc++abi and compiler-rt",
      licence: "Apache-2.0 WITH LLVM-exception",
      text: "Part of the LLVM Project, https://llvm.org/LICENSE.txt. Its exception covers what a compiler puts into a program.",
    },
  ];
}

/** Packages that are published without the text of their licence. */
const UNWRITTEN: Record<string, () => string> = {
  "onnxruntime-web": onnxRuntime,
  "onnxruntime-common": onnxRuntime,
};

function onnxRuntime(): string {
  return `${mit("Copyright (c) Microsoft Corporation")}
What ONNX Runtime itself is built on: https://github.com/microsoft/onnxruntime/blob/main/ThirdPartyNotices.txt`;
}

function ofPackage(name: string): Notice {
  const folder = repositoryPath(path.join("node_modules", name));
  const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  const text = file === undefined ? UNWRITTEN[name]?.() : readFileSync(path.join(folder, file), "utf8");
  if (!license || !text) throw new Error(`${name} is part of the site, but comes without a licence (web/build/third_party.ts)`);
  return { name, version, licence: license, text };
}

/** The npm package that a module belongs to. */
export function packageOf(id: string): string | null {
  const name = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1]?.replaceAll("\\", "/");
  return name && existsSync(repositoryPath(`node_modules/${name}/package.json`)) ? name : null;
}

/** The packages that package.json says are part of the page. */
export function declaredPackages(): string[] {
  return Object.keys((JSON.parse(read("package.json")) as { dependencies: Record<string, string> }).dependencies);
}

export function noticesText(packages: Iterable<string>): string {
  const notices = [...new Set(packages)].sort().map(ofPackage);
  const head = "Fastslow is built on the work of others. What this site carries of it, and under which licences:";
  return [`${head}\n`, ...[...compiledIn(), fromWordNet(), ...notices].map(section)].join("\n");
}

const section = ({ name, version, licence, text }: Notice): string =>
  `${"-".repeat(80)}\n${name}${version ? ` ${version}` : ""} (${licence})\n\n${text.trim()}\n`;

/** Of the package `fastslow-solver`, which has the solver module and nothing from npm. */
export const solverNotices = (): string =>
  ["This package carries, compiled into fastslow-solver.wasm:\n", ...compiledIn().map(section)].join("\n");

/** Two plugins that share what they saw: one for the build of the workers, one for that of the pages, which comes after. */
export function thirdParty(): { seenInWorkers: Plugin; notices: Plugin } {
  const seen = new Set(declaredPackages());
  const look = (bundle: Rolldown.OutputBundle) => {
    for (const file of Object.values(bundle)) {
      for (const id of file.type === "chunk" ? file.moduleIds : []) {
        const name = packageOf(id);
        if (name !== null) seen.add(name);
      }
    }
  };
  return {
    seenInWorkers: { name: "fastslow-third-party-workers", generateBundle: (_, bundle) => look(bundle) },
    notices: {
      name: "fastslow-third-party",
      apply: "build",
      generateBundle(_, bundle) {
        look(bundle);
        this.emitFile({ type: "asset", fileName: "notices.txt", source: noticesText(seen) });
      },
    },
  };
}
