// The model's card, as far as the program needs it, and the check that the model is the one it describes.

import { isFields } from "../host/messages";
import type { PolicyLoaded } from "../host/policy_client";
import { failWith } from "../host/problems";
import { fileName } from "./files";

/** `temperature` divides the logits, so that the probabilities are calibrated. */
export interface Card extends PolicyLoaded {
  /** Of the .onnx file, in hex. */
  sha256: string;
}

export function readCard(bytes: Uint8Array, address: string): Card {
  const fields = parsed(bytes);
  const sha256 = fields?.["sha256"];
  const temperature = fields?.["temperature"];
  if (
    typeof sha256 !== "string" ||
    !/^[0-9a-f]{64}$/i.test(sha256) ||
    typeof temperature !== "number" ||
    !(temperature > 0)
  ) {
    throw failWith("error.load.card", { file: fileName(address) });
  }
  return { sha256: sha256.toLowerCase(), temperature, trained: trainedOn(fields?.["data"]) };
}

/** The kinds of puzzle that the network has seen, each with its sizes and its rules beside the plain ones. */
function trainedOn(data: unknown): PolicyLoaded["trained"] {
  const training = isFields(data) && isFields(data["training"]) ? data["training"] : {};
  const sources: unknown[] = Array.isArray(training["sources"]) ? training["sources"] : [];
  const families = new Map<string, { sizes: Set<string>; rules: Set<string> }>();
  for (const source of sources.filter(isFields)) {
    const family = String(source["family"]);
    const known = families.get(family) ?? { sizes: new Set(), rules: new Set() };
    known.sizes.add(String(source["size"]));
    if (Array.isArray(source["rules"])) source["rules"].forEach((rule) => known.rules.add(String(rule)));
    families.set(family, known);
  }
  return [...families].map(([family, { sizes, rules }]) => ({ family, sizes: [...sizes], rules: [...rules] }));
}

function parsed(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

/** Throws if the model's bytes are not the card's. */
export async function checkModel(bytes: Uint8Array<ArrayBuffer>, card: Card, address: string): Promise<void> {
  const actual = await sha256(bytes);
  if (actual === null || actual === card.sha256) return;
  throw failWith("error.load.checksum", {
    file: fileName(address),
    expected: card.sha256.slice(0, 12),
    actual: actual.slice(0, 12),
  });
}

/** Null where the browser offers no digest: on a plain http address that is not localhost. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
