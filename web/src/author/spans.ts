// Where in a JSON text something stands. Pure.

import { findNodeAtLocation, findNodeAtOffset, getNodePath, parseTree, type Node } from "jsonc-parser";

export interface Span {
  from: number;
  to: number;
}

/** Where brackets are nested deeper than `limit`; null if nowhere. Parsers that recurse would follow them down. */
export function tooDeepAt(text: string, limit: number): number | null {
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{]|[\]}]/g)) {
    if (part === "[" || part === "{") depth++;
    else if (part === "]" || part === "}") depth--;
    if (depth > limit) return index;
  }
  return null;
}

/** 1-based, as authors count. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

const spanOf = (node: Node): Span => ({ from: node.offset, to: node.offset + node.length });

const unescaped = (part: string) => part.replace(/~1/g, "/").replace(/~0/g, "~");

/** The longest name of the object that `parts` begin with: a name may itself contain slashes. */
function memberOf(object: Node, parts: string[]): { property: Node; used: number } | null {
  for (let used = parts.length; used > 0; used--) {
    const name = parts.slice(0, used).join("/");
    const found = object.children?.find(({ children }) => {
      const key = children?.[0]?.value as unknown;
      return key === name || key === unescaped(name);
    });
    if (found) return { property: found, used };
  }
  return null;
}

/** One step down, as far as it goes: the value, and how many parts of the path it took. */
function stepDown(node: Node, parts: string[]): { value: Node; used: number } | null {
  if (node.type === "array") {
    const value = node.children?.[Number(parts[0])];
    return value ? { value, used: 1 } : null;
  }
  const member = node.type === "object" ? memberOf(node, parts) : null;
  const value = member?.property.children?.[1];
  return member && value ? { value, used: member.used } : null;
}

/**
 * Where a JSON pointer leads; if it leads beyond what is there, its last part that is there. The name of the
 * member rather than its value if `name` is set.
 */
export function placeOf(root: Node, pointer: string, options: { name?: boolean } = {}): Span {
  let parts = pointer.split("/").slice(1);
  let node = root;
  while (parts.length > 0) {
    const next = stepDown(node, parts);
    if (!next) break;
    node = next.value;
    parts = parts.slice(next.used);
  }
  const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  if (options.name && parts.length === 0 && key) return spanOf(key);
  return beginningOf(node);
}

/** Of something large only its opening bracket. */
function beginningOf(node: Node): Span {
  const large = (node.type === "object" || node.type === "array") && node.length > 60;
  return large ? { from: node.offset, to: node.offset + 1 } : spanOf(node);
}

/** Nobody wants a hundred lines underlined. */
export function firstLine(text: string, { from, to }: Span): Span {
  const end = text.indexOf("\n", from);
  return { from, to: end < 0 ? to : Math.min(to, end) };
}

/** Where what a path leads to begins; null if there is nothing. */
export function offsetOf(text: string, path: (string | number)[]): number | null {
  const root = parseTree(text);
  return (root && findNodeAtLocation(root, path)?.offset) ?? null;
}

/** The names and numbers that lead to what stands at `offset`. */
export function pathAt(root: Node, offset: number): (string | number)[] {
  const node = findNodeAtOffset(root, offset, true);
  return node ? getNodePath(node) : [];
}

/** Every object, with the members that are given twice. */
export function repeatedNames(root: Node): { name: string; at: Span }[] {
  const found: { name: string; at: Span }[] = [];
  const visit = (node: Node) => {
    if (node.type === "object") found.push(...repeatedIn(node));
    node.children?.forEach(visit);
  };
  visit(root);
  return found;
}

function repeatedIn(object: Node): { name: string; at: Span }[] {
  const seen = new Set<string>();
  const found: { name: string; at: Span }[] = [];
  for (const { children } of object.children ?? []) {
    const key = children?.[0];
    if (!key) continue;
    const name = String(key.value);
    if (seen.has(name)) found.push({ name, at: spanOf(key) });
    seen.add(name);
  }
  return found;
}
