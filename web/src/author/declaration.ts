// Reads what an author has typed: is it JSON, does it fit the schema, and where does it not? Pure. What only the
// engine can know (is there such a cell?) comes later, as a Problem with a path; `located` finds its line.

import { parseTree, printParseErrorCode, getNodeValue, type Node, type ParseError } from "jsonc-parser";
import { schema, validate, type SchemaError } from "virtual:declaration-schema";

import type { Problem } from "../protocol/engine";
import { firstLine, lineOf, placeOf, repeatedNames, tooDeepAt, type Span } from "./spans";
import { problemOf } from "./schema_problems";

/** Something to put right, and where. */
export interface Finding extends Span {
  line: number;
  problem: Problem;
  /** In how many places after this one the same is to be put right. */
  again?: number;
}

export interface ReadText {
  findings: Finding[];
  /** How many there are beyond those that are told. */
  more: number;
  /** The declaration in one line, as the engine and links take it; null while there are findings. */
  compact: string | null;
  root: Node | null;
}

/** What the engine takes (engine/puzzles/family.h), in bytes; blanks between the words do not count. */
export const MAX_BYTES = 65536;
/** As the engine has it; a declaration needs six. */
export const MAX_DEPTH = 12;
/** What is looked at while typing. */
const MAX_TYPED = 4 * MAX_BYTES;
/** More than one can act on would bury the first. */
const MOST = 6;
/** Of a text that is no JSON yet. */
const MOST_SYNTAX = 40;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

export function read(text: string): ReadText {
  if (text.length > MAX_TYPED) return refused([tooLong(text.length, MAX_TYPED)]);
  const deep = tooDeepAt(text, MAX_DEPTH);
  if (text.trim() === "" || deep !== null) {
    return refused([syntaxFinding(text, deep === null ? "Empty" : "Deep", deep ?? 0)]);
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false }) ?? null;
  if (!root || errors.length > 0) return refused(syntaxFindings(text, errors), root);
  const findings = [...repeatedFindings(text, root), ...schemaFindings(text, root)].sort((a, b) => a.from - b.from);
  if (findings.length > 0) return refused(alike(findings), root);
  const compact = JSON.stringify(getNodeValue(root));
  const length = bytesOf(compact);
  if (length > MAX_BYTES) return refused([tooLong(length, MAX_BYTES)], root);
  return { findings: [], more: 0, compact, root };
}

function refused(findings: Finding[], root: Node | null = null): ReadText {
  return { findings: findings.slice(0, MOST), more: Math.max(findings.length - MOST, 0), compact: null, root };
}

/** The same mistake in many places is one thing to learn: it is told once, where it comes first. */
function alike(findings: Finding[]): Finding[] {
  const told = new Map<string, Finding>();
  for (const finding of findings) {
    const { problem } = finding;
    const id = JSON.stringify([problem.key, { ...problem.args, path: "" }]);
    const first = told.get(id);
    if (first) first.again = (first.again ?? 0) + 1;
    else told.set(id, { ...finding });
  }
  return [...told.values()];
}

/** A problem of the engine, at the place that its path names. */
export function located(text: string, root: Node | null, problem: Problem): Finding {
  const at = root && problem.args.path ? firstLine(text, placeOf(root, problem.args.path)) : { from: 0, to: 0 };
  return { ...at, line: lineOf(text, at.from), problem };
}

/** What a schema-minded editor needs to know: the schema's `$defs`. */
export const definitions = schema.$defs;

function tooLong(length: number, limit: number): Finding {
  const args = { length: String(length), limit: String(limit) };
  return { from: 0, to: 0, line: 1, problem: { key: "error.text.too_long", args } };
}

// --- syntax ------------------------------------------------------------------------------------------------

/** What is missing is missing after the last thing before it, not where the next thing stands. */
const MISSING = new Set(["CommaExpected", "ColonExpected", "CloseBraceExpected", "CloseBracketExpected"]);

/** What word processors and other languages use instead. */
const OTHER_QUOTES = /^['‘’‚“”„«»`´＂]/;

function syntaxFindings(text: string, errors: ParseError[]): Finding[] {
  const findings = errors.slice(0, MOST_SYNTAX).map((error) => syntaxErrorFinding(text, error));
  // One mistake makes many: what follows the first, and what follows on its line, is mostly its echo.
  const quotes = findings.filter(({ problem }) => problem.key === "author.syntax.OtherQuotes");
  const causes = quotes.length > 0 ? quotes : findings;
  return causes.filter(({ line }, index) => causes.findIndex((one) => one.line === line) === index).slice(0, 3);
}

function syntaxErrorFinding(text: string, { error, offset, length }: ParseError): Finding {
  const code = codeOf(text, printParseErrorCode(error), offset);
  const before = MISSING.has(code) || code === "TrailingComma";
  const at = before ? beforeGap(text, offset) : { from: offset, to: Math.max(offset + length, offset + 1) };
  const from = Math.min(at.from, text.length);
  const problem = { key: `author.syntax.${code}`, args: {} };
  return { from, to: Math.min(at.to, text.length), line: lineOf(text, from), problem };
}

/** The parser's word for it, or a better one for what people often write. */
function codeOf(text: string, code: string, offset: number): string {
  if (code === "InvalidSymbol" && OTHER_QUOTES.test(text.slice(offset, offset + 1))) return "OtherQuotes";
  const nothing = code === "PropertyNameExpected" || code === "ValueExpected";
  return nothing && /^[\]}]/.test(text.slice(offset)) && /,\s*$/.test(text.slice(0, offset)) ? "TrailingComma" : code;
}

function syntaxFinding(text: string, code: string, from: number): Finding {
  return { from, to: from, line: lineOf(text, from), problem: { key: `author.syntax.${code}`, args: {} } };
}

function beforeGap(text: string, offset: number): Span {
  const end = text.slice(0, offset).trimEnd().length;
  return { from: Math.max(0, end - 1), to: Math.max(1, end) };
}

// --- schema ------------------------------------------------------------------------------------------------

function repeatedFindings(text: string, root: Node): Finding[] {
  return repeatedNames(root).map(({ name, at }) => ({
    ...at,
    line: lineOf(text, at.from),
    problem: { key: "author.schema.repeated", args: { member: name } },
  }));
}

function schemaFindings(text: string, root: Node): Finding[] {
  const value: unknown = getNodeValue(root);
  if (validate(value)) return [];
  const problems = (validate.errors ?? []).flatMap((error: SchemaError) => {
    const found = problemOf(error, value);
    return found ? [{ ...found, owner: error.instancePath }] : [];
  });
  const seen = new Set<string>();
  return problems
    .filter((one) => !isEcho(one, problems))
    .flatMap(({ path, name, problem }) => {
      const id = `${path} ${problem.key}`;
      if (seen.has(id)) return [];
      seen.add(id);
      const at = firstLine(text, placeOf(root, path, { name }));
      return [{ ...at, line: lineOf(text, at.from), problem }];
    });
}

interface Owned {
  /** The object that is complained about. */
  owner: string;
  problem: Problem;
}

const BOUNDS = new Set(["equals", "at_least", "at_most"]);

/** That a member is missing which is there, but misspelt, need not be said. */
function isEcho({ owner, problem }: Owned, all: readonly Owned[]): boolean {
  const misspelt = all.filter((one) => one.owner === owner && one.problem.args.meant !== undefined);
  const isMeant = (wanted: (member: string) => boolean) => misspelt.some((one) => wanted(one.problem.args.meant!));
  if (problem.key === "author.schema.required") return isMeant((member) => member === problem.args.member);
  return problem.key === "author.schema.bounds" && isMeant((member) => BOUNDS.has(member));
}
