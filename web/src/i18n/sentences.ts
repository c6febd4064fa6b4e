// Names, values and lists of the engine as words of the reader's language.

import type { Argument, Board, Line, Name, Problem } from "../protocol";
import { hasKey, language, t } from "./i18n";
import { withParticle } from "./korean";

/** A sentence in pieces; the values it speaks of are strong. */
export type Rich = { text: string; strong: boolean }[];

type SymbolsOf = Pick<Board, "symbols" | "cells">;

// A value travels through the catalogue between two characters that no text contains.
const OPEN = "\uE000";
const CLOSE = "\uE001";

export function symbolOf(board: SymbolsOf, value: number): string {
  return board.symbols[value - (board.cells[0]?.lowest ?? 1)] ?? String(value);
}

export function nameText(name: Name): string {
  return t(name.key, name.args);
}

/** "1, 4 and 8" · "1·4·8" */
function joinShort(items: string[]): string {
  if (language() === "ko") return items.join("·");
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(items);
}

/** "column 1 and box 6" · "1열과 6번 상자" */
function joinPhrases(items: string[]): string {
  if (language() !== "ko") return joinShort(items);
  const last = items.at(-1) ?? "";
  const rest = items.slice(0, -1);
  return rest.length === 0 ? last : `${withParticle(rest.join(", "), "과/와")} ${last}`;
}

/** Names of one kind are told together: "columns 1, 4 and 8". */
export function namesText(names: Name[]): string {
  const kinds = new Map<string, Name[]>();
  for (const name of names) kinds.set(name.key, [...(kinds.get(name.key) ?? []), name]);
  return joinPhrases([...kinds].map(([key, members]) => kindText(key, members)));
}

function kindText(key: string, members: Name[]): string {
  const together = `${key}.many`;
  const numbered = members.every((name) => typeof name.args.n === "number");
  if (members.length > 1 && numbered && hasKey(together)) {
    const numbers = members.map((name) => name.args.n as number).sort((a, b) => a - b);
    return t(together, { n: joinShort([...new Set(numbers)].map(String)) });
  }
  return joinPhrases(members.map(nameText));
}

const isValue = (argument: string) => argument === "value" || argument === "values";
const isNames = (list: number[] | Name[]): list is Name[] => typeof list[0] === "object";

function argumentText(argument: string, value: Argument, board: SymbolsOf): string {
  const strong = (n: number) => (isValue(argument) ? OPEN + symbolOf(board, n) + CLOSE : String(n));
  if (typeof value === "number") return strong(value);
  if (!Array.isArray(value)) return nameText(value);
  return isNames(value) ? namesText(value) : joinShort(value.map(strong));
}

function pieces(sentence: string): Rich {
  const raised = sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return raised
    .split(/(\uE000[^\uE001]*\uE001)/u)
    .filter((text) => text !== "")
    .map((text) => (text.startsWith(OPEN) ? { text: text.slice(1, -1), strong: true } : { text, strong: false }));
}

/** A sentence with engine arguments, e.g. a line of a proof. */
export function tell(line: Pick<Line, "key" | "args">, board: SymbolsOf): Rich {
  const args = Object.entries(line.args).map(([name, value]) => [name, argumentText(name, value, board)]);
  return pieces(t(line.key, Object.fromEntries(args)));
}

export function plain(rich: Rich): string {
  return rich.map((piece) => piece.text).join("");
}

/** A problem as one sentence; a key without a sentence is told with its key, never hidden. */
export function problemText(problem: Problem): string {
  if (!hasKey(problem.key)) return t("error.unknown", { key: problem.key });
  const args = { ...problem.args };
  if (args.part && hasKey(`part.${args.part}`)) args.part = t(`part.${args.part}`);
  return plain(pieces(t(problem.key, args)));
}

/** Milliseconds as a reader wants them: "0.4 ms", "12 ms", "3.1 s". */
export function timeText(ms: number): string {
  const format = (n: number, digits: number) => n.toLocaleString(language(), { maximumFractionDigits: digits });
  if (ms >= 10000) return t("time.s", { n: format(ms / 1000, 0) });
  if (ms >= 1000) return t("time.s", { n: format(ms / 1000, 1) });
  return t("time.ms", { n: format(ms, ms < 10 ? 1 : 0) });
}

export function numberText(n: number): string {
  return n.toLocaleString(language(), { notation: n >= 100000 ? "compact" : "standard", maximumFractionDigits: 1 });
}

/** A probability with two digits; never rounded to certainty. */
export function probabilityText(p: number): string {
  if (p >= 0.995 && p < 1) return ">0.99";
  if (p < 0.005 && p > 0) return "<0.01";
  return p.toFixed(2);
}
