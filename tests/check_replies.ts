// In every test: replies are of the types that the code believes in (see reply_schema.ts).

import { Ajv, type ValidateFunction } from "ajv";
import { inject } from "vitest";

import { checkReplies } from "../web/src/protocol/checked";

const checks = new Map<string, ValidateFunction>();
let ajv: Ajv | null = null;

/** Of "EngineCalls.think" the second of the pair: the result. */
function pointer(type: string): string {
  const [name, op] = type.split(".");
  return `replies#/definitions/${name}${op ? `/properties/${op}/items/1` : ""}`;
}

function checkOf(type: string): ValidateFunction {
  ajv ??= new Ajv({ strict: false, allowUnionTypes: true }).addSchema(JSON.parse(inject("replySchema")) as object);
  const check = checks.get(type) ?? ajv.compile({ $ref: pointer(type) });
  checks.set(type, check);
  return check;
}

checkReplies((type, value) => {
  const check = checkOf(type);
  if (check(value)) return;
  const [first] = check.errors ?? [];
  throw new TypeError(
    `a reply is no ${type}: ${first?.instancePath} ${first?.message} ${JSON.stringify(first?.params)}`,
  );
});
