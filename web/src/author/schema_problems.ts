// What a schema's complaint means to an author: a sentence of the catalogues and the path it speaks of. Pure.

import type { SchemaError } from "virtual:declaration-schema";

import type { Problem } from "../protocol/engine";

/** Of one cell, as the engine has it (engine/puzzles/custom.h). */
const MAX_VALUES = 36;

export interface SchemaProblem {
  path: string;
  /** It is the member's name that is wrong, not its value. */
  name: boolean;
  problem: Problem;
}

const escaped = (part: string) => part.replace(/~/g, "~0").replace(/\//g, "~1");

type Says = (error: SchemaError) => Omit<SchemaProblem, "path"> & { path?: string };

const say = (key: string, args: Record<string, unknown> = {}, name = false) => ({
  problem: {
    key: `author.schema.${key}`,
    args: Object.fromEntries(Object.entries(args).map(([k, v]) => [k, String(v)])),
  },
  name,
});

const limit =
  (key: string): Says =>
  ({ params }) =>
    say(key, { limit: params.limit });

const SAYS: Record<string, Says> = {
  required: ({ params }) => say("required", { member: params.missingProperty }),
  additionalProperties: ({ params, instancePath }) => ({
    ...say("unknown", { member: params.additionalProperty }, true),
    path: `${instancePath}/${escaped(String(params.additionalProperty))}`,
  }),
  type: ({ params }) => say(`type.${String(params.type)}`),
  enum: ({ params }) => say("choose", { values: (params.allowedValues as unknown[]).join(", ") }),
  const: ({ params }) => say("exactly", { value: params.allowedValue }),
  minimum: limit("minimum"),
  maximum: limit("maximum"),
  minItems: limit("min_items"),
  maxItems: limit("max_items"),
  minLength: limit("min_length"),
  maxLength: limit("max_length"),
  maxProperties: limit("max_items"),
  // The only members that the schema forbids outright are those that contradict another.
  "false schema": () => say("either", {}, true),
};

/** Lists with places of their own: what belongs there says more than how many entries do. */
function listProblem(path: string): Problem | null {
  if (path.endsWith("/values")) return { key: "error.custom.values", args: { path, limit: String(MAX_VALUES) } };
  return /^\/layout\/borders\/\d+$/.test(path) ? { key: "error.custom.border", args: { path } } : null;
}

/** Null for the echo of another complaint (the branch of an `if` that failed, an alternative of an `anyOf`). */
export function problemOf(error: SchemaError): SchemaProblem | null {
  const list = /Items$/.test(error.keyword) && listProblem(error.instancePath);
  if (list) return { path: error.instancePath, name: false, problem: list };
  // “equals”, “at_least” or “at_most”: each alternative complains, the whole speaks once.
  if (error.keyword === "anyOf") return { path: error.instancePath, ...say("bounds") };
  if (/\/anyOf\/\d/.test(error.schemaPath)) return null;
  if (error.keyword === "required" && error.params.missingProperty === "cells" && error.instancePath === "")
    return { path: "", name: false, problem: { key: "error.custom.no_cells", args: { path: "/" } } };
  if (error.keyword === "required" && error.params.missingProperty === "is_not")
    return { path: error.instancePath, ...say("statement") };
  const says = SAYS[error.keyword];
  return says ? { path: error.instancePath, ...says(error) } : null;
}
