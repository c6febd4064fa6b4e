// Names, values and lists of the engine as words of the reader's language.

import type { Argument, Board, Line, Name, Problem } from "../protocol";
import { hasKey, language, t } from "./i18n";
import { withParticle } from "./korean";

/** A sentence in pieces; the values it speaks of are strong. */
export type Rich = { text: string; strong: boolean }[];

type SymbolsOf = Pick<Board, "symbols" | "lowest">;

// A value travels through the catalogue between two characters that no text contains.
const OPEN = "\uE000";
const CLOSE = "\uE001";

const isKey = (symbol: string) => /^(glyph|symbol)\./.test(symbol);

/** A symbol in words: what is drawn has a name in the catalogue. */
export function symbolText(symbol: string): string {
  return isKey(symbol) ? t(symbol) : symbol;
}

/** As it is written where there is little room. */
export function shortSymbol(symbol: string): string {
  return isKey(symbol) && hasKey(`${symbol}.short`) ? t(`${symbol}.short`) : symbolText(symbol);
}

/** The value by its name. Where there is one thing or nothing, the dot is told as its absence: "no lamp". */
export function symbolOf(board: SymbolsOf, value: number): string {
  const symbol = board.symbols[value - board.lowest] ?? String(value);
  const absence = `${board.symbols[1]}.none`;
  const isAbsence = symbol === "glyph.dot" && board.symbols.length === 2 && hasKey(absence);
  return isAbsence ? t(absence) : symbolText(symbol);
}

/** As it is told within a proof, where a word may need another form ("a knight"), and the dot is just "empty". */
function saidSymbol(board: SymbolsOf, value: number): string {
  const symbol = board.symbols[value - board.lowest] ?? String(value);
  return isKey(symbol) && hasKey(`${symbol}.said`) ? t(`${symbol}.said`) : symbolText(symbol);
}

/** A size as families name them, e.g. "9x9", "9x9k", "10x8n15" or "16x16-game", as a reader wants it. */
export function sizeText(family: string, size: string): string {
  const [, across, down, n, kind] = /^(\d+)x(\d+)(?:n(\d+))?-?(\w+)?$/.exec(size) ?? [];
  if (across === undefined) return size;
  const plain = `${across}×${down}`;
  const key = kind === undefined ? `size.${family}` : `size.${family}-${kind}`;
  if (hasKey(key)) return t(key, { size: plain, n: n ?? "" });
  return n === undefined ? plain : `${plain}n${n}`;
}

/** A phrase, with the phrases inside it. Authors' own words come as they are, behind an "@". */
export function nameText(name: Name): string {
  if (name.key.startsWith("@")) return name.key.slice(1);
  const args = Object.entries(name.args).map(([argument, value]) => [
    argument,
    typeof value === "object" ? nameText(value) : value,
  ]);
  return t(name.key, Object.fromEntries(args));
}

/** "1, 4 and 8" · "1·4·8" */
function joinShort(items: string[]): string {
  if (language() === "ko") return items.join("·");
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(items);
}

/** "column 1 and box 6" · "1열과 6번 상자" */
export function joinPhrases(items: string[]): string {
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
  const strong = (n: number) => (isValue(argument) ? OPEN + saidSymbol(board, n) + CLOSE : String(n));
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
  if (args.family && hasKey(`family.${args.family}`)) args.family = t(`family.${args.family}`);
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

/** The same in whole per cent, without the sign. */
export function percentText(p: number): string {
  if (p > 0.99 && p < 1) return ">99";
  if (p < 0.01 && p > 0) return "<1";
  return String(Math.round(p * 100));
}
