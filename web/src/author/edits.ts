// Changes a declaration in its text, so that everything else stays as its author has written it. Pure.

import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";

import { inline, rankOf } from "./pretty";

export type Path = (string | number)[];

/** `put` sets a member or an entry that is there, `add` lengthens a list; both make what they need on the way. */
export type Edit =
  | { kind: "put"; path: Path; value: unknown }
  | { kind: "add"; path: Path; value: unknown }
  | { kind: "drop"; path: Path };

const STEP = "  ";
/** A list that goes on along a line is broken here. */
const WIDTH = 100;

/** One after the other: each path is of the text that the edits before it have left. The same text if it is no object. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, edit) => applied(now, edit), text);
}

function applied(text: string, edit: Edit): string {
  const root = parseTree(text);
  if (root?.type !== "object") return text;
  if (edit.kind === "drop") return dropped(text, root, edit.path);
  if (edit.kind === "put") return put(text, root, edit.path, inline(edit.value));
  const list = findNodeAtLocation(root, edit.path);
  if (list?.type === "array") return inserted(text, list, inline(edit.value), list.children?.length ?? 0);
  // There is no such list yet.
  return put(text, root, edit.path, null, edit.value);
}

const splice = (text: string, from: number, to: number, by: string) => text.slice(0, from) + by + text.slice(to);

/** `written` there; if null, a list of one entry. Objects that are missing on the way are made. */
function put(text: string, root: Node, path: Path, written: string | null, entry?: unknown): string {
  const there = findNodeAtLocation(root, path);
  if (there && written !== null) return splice(text, there.offset, there.offset + there.length, written);
  let owner = root;
  let depth = 0;
  for (; depth < path.length - 1; depth++) {
    const next = findNodeAtLocation(owner, [path[depth]!]);
    if (next?.type !== "object") break;
    owner = next;
  }
  const name = String(path[depth]);
  const alone = (owner.children?.length ?? 0) === 0;
  const indent = alone ? indentAt(text, owner.offset) + STEP : indentAt(text, owner.children![0]!.offset);
  const value = nested(path.slice(depth + 1), written, entry, indent);
  return inserted(text, owner, `${JSON.stringify(name)}: ${value}`, placeOf(owner, name));
}

/** The value of a member that was not there, with what stands in it line by line. */
function nested(rest: Path, written: string | null, entry: unknown, indent: string): string {
  const inner = indent + STEP;
  if (rest.length > 0) {
    // Givens are many and short: they stand on one line.
    const value = nested(rest.slice(1), written, entry, inner);
    const member = `${JSON.stringify(String(rest[0]))}: ${value}`;
    return written === null ? `{\n${inner}${member}\n${indent}}` : `{ ${member} }`;
  }
  return written ?? `[\n${inner}${inline(entry)}\n${indent}]`;
}

/** Where a person would write this member. */
function placeOf(owner: Node, name: string): number {
  const names = (owner.children ?? []).map(({ children }) => String(children?.[0]?.value));
  const after = names.findLastIndex((other) => rankOf(other) <= rankOf(name));
  return after < 0 && names.length > 0 ? 1 : after + 1;
}

/** As the entry or member number `at`, not before the first. On a line of its own if its neighbour has one. */
function inserted(text: string, owner: Node, piece: string, at: number): string {
  const before = owner.children?.[at - 1];
  if (!before) {
    const indent = indentAt(text, owner.offset);
    const end = owner.offset + owner.length;
    if (owner.type === "object" && indent !== "") return splice(text, owner.offset, end, `{ ${piece} }`);
    const [open, close] = owner.type === "object" ? ["{", "}"] : ["[", "]"];
    return splice(text, owner.offset, end, `${open}\n${indent}${STEP}${piece}\n${indent}${close}`);
  }
  const end = before.offset + before.length;
  const start = lineStart(text, before.offset);
  const own = text.slice(start, before.offset).trim() === "";
  const long = end - start + piece.length > WIDTH;
  const gap = own || long ? `\n${indentAt(text, before.offset)}${own ? "" : STEP}` : " ";
  return splice(text, end, end, `,${gap}${piece}`);
}

/** With its comma; what it leaves empty goes, too. */
function dropped(text: string, root: Node, path: Path): string {
  const value = findNodeAtLocation(root, path);
  if (!value || path.length === 0) return text;
  const node = value.parent?.type === "property" ? value.parent : value;
  const siblings = node.parent?.children ?? [];
  if (siblings.length === 1 && path.length > 1) return dropped(text, root, path.slice(0, -1));
  const at = siblings.indexOf(node);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const end = node.offset + node.length;
  if (before) return splice(text, before.offset + before.length, end, "");
  return splice(text, node.offset, after ? after.offset : end, "");
}

const lineStart = (text: string, offset: number) => text.lastIndexOf("\n", offset - 1) + 1;

/** What the line begins with on which something stands. */
function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

/** The smallest piece in which two texts differ: what one would have typed. */
export function change(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let rest = 0;
  const most = Math.min(before.length, after.length) - from;
  while (rest < most && before[before.length - 1 - rest] === after[after.length - 1 - rest]) rest++;
  return { from, to: before.length - rest, insert: after.slice(from, after.length - rest) };
}
