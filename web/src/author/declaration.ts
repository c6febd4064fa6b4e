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
}

export interface ReadText {
  findings: Finding[];
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
/** More would bury the first. */
const MOST = 40;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

export function read(text: string): ReadText {
  if (text.length > MAX_TYPED) return { findings: [tooLong(text.length, MAX_TYPED)], compact: null, root: null };
  const deep = tooDeepAt(text, MAX_DEPTH);
  if (text.trim() === "" || deep !== null) {
    return { findings: [syntaxFinding(text, deep === null ? "Empty" : "Deep", deep ?? 0)], compact: null, root: null };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false }) ?? null;
  if (!root || errors.length > 0) return { findings: syntaxFindings(text, errors), compact: null, root };
  const findings = [...repeatedFindings(text, root), ...schemaFindings(text, root)].sort((a, b) => a.from - b.from);
  if (findings.length > 0) return { findings: findings.slice(0, MOST), compact: null, root };
  const compact = JSON.stringify(getNodeValue(root));
  const length = bytesOf(compact);
  if (length > MAX_BYTES) return { findings: [tooLong(length, MAX_BYTES)], compact: null, root };
  return { findings: [], compact, root };
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
  const findings = errors.slice(0, MOST).map((error) => syntaxErrorFinding(text, error));
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
  if (validate(getNodeValue(root))) return [];
  const seen = new Set<string>();
  return (validate.errors ?? []).flatMap((error: SchemaError) => {
    const found = problemOf(error);
    if (!found || seen.has(`${found.path} ${found.problem.key}`)) return [];
    seen.add(`${found.path} ${found.problem.key}`);
    const at = firstLine(text, placeOf(root, found.path, { name: found.name }));
    return [{ ...at, line: lineOf(text, at.from), problem: found.problem }];
  });
}
