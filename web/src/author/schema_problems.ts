// What a schema's complaint means to an author: a sentence of the catalogues and the path it speaks of. Pure.

import { schema, type SchemaError } from "virtual:declaration-schema";

import type { Problem } from "../protocol/engine";
import { SchemaHelp } from "./schema_help";
import { meant } from "./spelling";

/** Of one cell, as the engine has it (engine/puzzles/custom/custom.h). */
const MAX_VALUES = 36;

export interface SchemaProblem {
  path: string;
  /** It is the member's name that is wrong, not its value. */
  name: boolean;
  problem: Problem;
}

const escaped = (part: string) => part.replace(/~/g, "~0").replace(/\//g, "~1");

/** `root`: the whole declaration. */
type Says = (error: SchemaError, root: unknown) => Omit<SchemaProblem, "path"> & { path?: string };

const say = (key: string, args: Record<string, unknown> = {}, name = false) => ({
  problem: {
    key,
    args: Object.fromEntries(Object.entries(args).map(([k, v]) => [k, String(v)])),
  },
  name,
});

const help = new SchemaHelp(schema.$defs);

/** A pointer's parts, places in lists as numbers. */
function partsOf(pointer: string, root: unknown): (string | number)[] {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((written) => {
      const part = written.replace(/~1/g, "/").replace(/~0/g, "~");
      const known = Array.isArray(value) ? Number(part) : part;
      value = (value as Record<string | number, unknown> | null | undefined)?.[known];
      return known;
    });
}

const valueAt = (root: unknown, parts: (string | number)[]) =>
  parts.reduce<unknown>((value, part) => (value as Record<string | number, unknown> | null | undefined)?.[part], root);

const limit =
  (key: string): Says =>
  ({ params }) =>
    say(key, { limit: params.limit });

const SAYS: Record<string, Says> = {
  required: ({ params }) => say("author.schema.required", { member: params.missingProperty }),
  additionalProperties: ({ params, instancePath }, root) => {
    const member = String(params.additionalProperty);
    const open = help.members(partsOf(instancePath, root), root);
    const word = meant(
      member,
      open.map(({ text }) => text),
    );
    const args = word === null ? { member } : { member, meant: word };
    return {
      ...say(word === null ? "author.schema.unknown" : "author.schema.unknown.meant", args, true),
      path: `${instancePath}/${escaped(member)}`,
    };
  },
  type: ({ params }) => say(`author.schema.type.${String(params.type)}`),
  enum: ({ params, instancePath }, root) => {
    const value = valueAt(root, partsOf(instancePath, root));
    const values = (params.allowedValues as unknown[]).map(String);
    const word = typeof value === "string" ? meant(value, values) : null;
    if (word !== null) return say("author.schema.choose.meant", { meant: word });
    return say("author.schema.choose", { values: values.join(", ") });
  },
  const: ({ params }) => say("author.schema.exactly", { value: params.allowedValue }),
  minimum: limit("author.schema.minimum"),
  maximum: limit("author.schema.maximum"),
  minItems: limit("author.schema.min_items"),
  maxItems: limit("author.schema.max_items"),
  minLength: limit("author.schema.min_length"),
  maxLength: limit("author.schema.max_length"),
  maxProperties: limit("author.schema.max_items"),
  // The only members that the schema forbids outright are those that contradict another.
  "false schema": () => say("author.schema.either", {}, true),
};

/** Lists with places of their own: what belongs there says more than how many entries do. */
function listProblem(path: string): Problem | null {
  if (path.endsWith("/values")) return { key: "error.custom.values", args: { path, limit: String(MAX_VALUES) } };
  return /^\/layout\/borders\/\d+$/.test(path) ? { key: "error.custom.border", args: { path } } : null;
}

/** Null for the echo of another complaint (the branch of an `if` that failed, an alternative of an `anyOf`). */
export function problemOf(error: SchemaError, root: unknown): SchemaProblem | null {
  const list = /Items$/.test(error.keyword) && listProblem(error.instancePath);
  if (list) return { path: error.instancePath, name: false, problem: list };
  // “equals”, “at_least” or “at_most”: each alternative complains, the whole speaks once.
  if (error.keyword === "anyOf") return { path: error.instancePath, ...say("author.schema.bounds") };
  if (/\/anyOf\/\d/.test(error.schemaPath)) return null;
  if (error.keyword === "required" && error.params.missingProperty === "cells" && error.instancePath === "")
    return { path: "", name: false, problem: { key: "error.custom.no_cells", args: { path: "/" } } };
  if (error.keyword === "required" && error.params.missingProperty === "is_not")
    return { path: error.instancePath, ...say("author.schema.statement") };
  const says = SAYS[error.keyword];
  return says ? { path: error.instancePath, ...says(error, root) } : null;
}
