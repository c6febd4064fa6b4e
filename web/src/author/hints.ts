// What may be written here, and what the word under the pointer means: the schema's offers in the reader's words.

import { getLocation, getNodeValue, parseTree, findNodeAtLocation } from "jsonc-parser";

import { hasKey, t } from "../i18n/i18n";
import { MAX_DEPTH, definitions } from "./declaration";
import type { Hint } from "./editor";
import { tooDeepAt, type Span } from "./spans";
import { SchemaHelp, type Offer } from "./schema_help";

const help = new SchemaHelp(definitions);
const CLOSING: Record<string, string> = { "[": "]", "{": "}", '"': '"' };

/** What a member is for; empty for one that explains itself. */
export function formText(name: string, kind = ""): string {
  const keys = [`author.form.${kind}.${name}`, `author.form.${name}`];
  const key = keys.find((one) => hasKey(one));
  return key ? t(key) : "";
}

function memberHint({ text, kind, opens }: Offer, colon: boolean): Hint {
  const insert = colon ? JSON.stringify(text) : `${JSON.stringify(text)}: ${opens}${CLOSING[opens] ?? ""}`;
  return { label: text, insert, back: opens === "" || colon ? 0 : 1, about: formText(text, kind) };
}

function valueHint({ text }: Offer): Hint {
  const name = text.replace(/^"|"$/g, "");
  return { label: name, insert: text, back: 0, about: formText(name) };
}

/** The word that is being written, quotation marks included. */
function wordAt(text: string, at: number): Span {
  let from = at;
  while (from > 0 && /[\w$]/.test(text[from - 1]!)) from--;
  if (text[from - 1] === '"') from--;
  let to = at;
  while (to < text.length && /[\w$]/.test(text[to]!)) to++;
  if (text[to] === '"' && text[from] === '"') to++;
  return { from, to };
}

export function hintsAt(text: string, at: number): (Span & { hints: Hint[] }) | null {
  if (tooDeepAt(text, MAX_DEPTH) !== null) return null;
  const root: unknown = valueOf(text);
  const { path, isAtPropertyKey } = getLocation(text, at);
  const word = wordAt(text, at);
  if (isAtPropertyKey) {
    const colon = /^\s*:/.test(text.slice(word.to));
    const hints = help.members(path.slice(0, -1), root).map((offer) => memberHint(offer, colon));
    return hints.length > 0 ? { ...word, hints } : null;
  }
  const hints = help.values(path, root).map(valueHint);
  return hints.length > 0 ? { ...word, hints } : null;
}

function valueOf(text: string): unknown {
  const root = parseTree(text);
  return root ? getNodeValue(root) : undefined;
}

/** Of a member's name, or of a constraint's kind. */
export function aboutAt(text: string, at: number): (Span & { text: string }) | null {
  if (tooDeepAt(text, MAX_DEPTH) !== null) return null;
  const { path, isAtPropertyKey, previousNode: word } = getLocation(text, at);
  if (!word || !["string", "property"].includes(word.type) || at > word.offset + word.length) return null;
  const said = String(word.value);
  const words = isAtPropertyKey ? formText(said, kindAround(text, path)) : isChoice(path) ? formText(said) : "";
  return words ? { from: word.offset, to: word.offset + word.length, text: words } : null;
}

const isChoice = (path: (string | number)[]) => ["kind", "style", "shape"].includes(String(path.at(-1)));

/** The kind of the constraint whose member is spoken of. */
function kindAround(text: string, path: (string | number)[]): string {
  const root = parseTree(text);
  const parent = root && findNodeAtLocation(root, path.slice(0, -1));
  const { kind } = (parent ? (getNodeValue(parent) as { kind?: unknown } | null) : null) ?? {};
  return typeof kind === "string" ? kind : "";
}
