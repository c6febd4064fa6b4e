// The model's card, as far as the program needs it, and the check that the model is the one it describes.

import { isFields } from "../protocol/messages";
import type { PolicyLoaded, Reliability, ReliabilityBin } from "../protocol/card";
import { failWith } from "../protocol/problems";
import { fileName } from "./files";

export interface Card extends PolicyLoaded {
  /** Of the .onnx file, in hex. */
  sha256: string;
  /** A first look runs `glance` iterations, each further one `look` more. */
  iterations: { glance: number; look: number };
  /** Widths of what the network keeps between two looks, by literal and by group. */
  widths: { state: number; votes: number };
}

export function readCard(bytes: Uint8Array, address: string): Card {
  const fields = parsed(bytes) ?? {};
  const sha256 = String(fields["sha256"]).toLowerCase();
  const temperature = positive(fields["temperature"]);
  const iterations = counts(fields["iterations"], ["glance", "look"]);
  const widths = counts(fields["architecture"], ["state", "votes"]);
  if (!/^[0-9a-f]{64}$/.test(sha256) || temperature === null || iterations === null || widths === null) {
    throw failWith("error.load.card", { file: fileName(address) });
  }
  const calibration = calibrationOf(fields["calibration"]);
  return { sha256, temperature, calibration, iterations, widths, trained: trainedOn(fields["data"]) };
}

function positive(value: unknown): number | null {
  return typeof value === "number" && value > 0 && Number.isFinite(value) ? value : null;
}

/** The named whole numbers of an object, all from 1 up; null if one is missing. */
function counts<K extends string>(value: unknown, names: readonly K[]): Record<K, number> | null {
  if (!isFields(value)) return null;
  const whole = names.map((name): [K, unknown] => [name, value[name]]);
  return whole.every(([, n]) => Number.isSafeInteger(n) && Number(n) >= 1)
    ? (Object.fromEntries(whole) as Record<K, number>)
    : null;
}

/** By family. What is damaged is left out: the overall temperature stands in for it. */
function calibrationOf(value: unknown): PolicyLoaded["calibration"] {
  const calibration: PolicyLoaded["calibration"] = {};
  for (const [family, fields] of Object.entries(isFields(value) ? value : {})) {
    const temperature = isFields(fields) ? positive(fields["temperature"]) : null;
    if (!isFields(fields) || temperature === null) continue;
    calibration[family] = { temperature, reliability: reliabilityOf(fields) };
  }
  return calibration;
}

function reliabilityOf(fields: Record<string, unknown>): Reliability | null {
  const curves = isFields(fields["reliability"]) ? fields["reliability"] : {};
  const before = binsOf(curves["before"]);
  const after = binsOf(curves["after"]);
  const [eceBefore, eceAfter] = [fields["ece_before"], fields["ece_after"]];
  if (before === null || after === null || typeof eceBefore !== "number" || typeof eceAfter !== "number") return null;
  return { before: { ece: eceBefore, bins: before }, after: { ece: eceAfter, bins: after } };
}

function binsOf(value: unknown): ReliabilityBin[] | null {
  if (!Array.isArray(value)) return null;
  const rows = value.filter((row): row is [number, number, number] => {
    return Array.isArray(row) && row.length === 3 && row.every((one) => typeof one === "number");
  });
  return rows.map(([confidence, accuracy, count]) => ({ confidence, accuracy, count }));
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
export async function checkModel(
  bytes: Uint8Array<ArrayBuffer>,
  card: Pick<Card, "sha256">,
  address: string,
): Promise<void> {
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
