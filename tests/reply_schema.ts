// Before the first test: the protocol's types as a JSON schema, by which every reply of the modules, and of the fakes that
// stand for them, is checked where it enters TypeScript (check_replies.ts). Kept in build/ until a type changes.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { TestProject } from "vitest/node";

const FOLDER = new URL("../web/src/protocol/", import.meta.url);
const KEPT = new URL("../build/", import.meta.url);

declare module "vitest" {
  export interface ProvidedContext {
    replySchema: string;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const hash = createHash("sha256");
  for (const name of readdirSync(FOLDER).sort()) hash.update(readFileSync(new URL(name, FOLDER)));
  const file = new URL(`replies-${hash.digest("hex").slice(0, 16)}.json`, KEPT);
  if (!existsSync(file)) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(file, await schema());
  }
  project.provide("replySchema", readFileSync(file, "utf8"));
}

async function schema(): Promise<string> {
  const { createGenerator } = await import("ts-json-schema-generator");
  const path = new URL("engine.ts", FOLDER).pathname;
  const generator = createGenerator({ path, tsconfig: "tsconfig.json", skipTypeCheck: true, type: "*" });
  return JSON.stringify({ ...generator.createSchema("*"), $id: "replies" });
}
