// Names, values and lists of the engine as words of the reader's language.

import type { Argument, Board, Line, Name, Problem, Size } from "../protocol/engine";
import { hasKey, language, t } from "./i18n";
import { withParticle } from "./korean";
import { formatted } from "./numbers";

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

/** The key of a value. Where there is one thing or nothing, nothing may have a word that suits the thing ("safe"). */
function wordKey({ symbols, lowest }: SymbolsOf, value: number): string {
  const symbol = symbols[value - lowest] ?? String(value);
  const absence = `${symbols[1]}.none`;
  return symbol === "glyph.dot" && symbols.length === 2 && hasKey(absence) ? absence : symbol;
}

function formOf(board: SymbolsOf, value: number, form: "" | ".said" | ".many"): string {
  const symbol = wordKey(board, value);
  const forms = form === ".many" ? [".many", ".said"] : [form];
  const found = forms.find((one) => isKey(symbol) && hasKey(symbol + one));
  return found === undefined ? symbolText(symbol) : t(symbol + found);
}

/** The value by its bare name, as in a list: "knight". */
export const symbolOf = (board: SymbolsOf, value: number): string => formOf(board, value, "");

/** The value as it is told within a sentence: "a knight". */
export const saidOf = (board: SymbolsOf, value: number): string => formOf(board, value, ".said");

/** A size as a reader wants it: "9×9 killer", "10×8, 15 regions", "7 people". */
export function sizeText(family: string, { width, height, count, variant }: Size): string {
  const size = width > 0 ? `${String(width)}×${String(height)}` : String(count);
  const key = variant === "" ? `size.${family}` : `size.${family}-${variant}`;
  return hasKey(key) ? t(key, { size, n: count }) : size;
}

/** How values are told, of one cell and of several. */
interface Say {
  one: (value: number) => string;
  many: (value: number) => string;
}
const PLAINLY: Say = { one: String, many: String };

const isValue = (argument: string) => argument === "value" || argument === "values";

type Words = Record<string, string | number>;

function wordsOf(name: Name, say: Say, form: keyof Say = "one"): Words {
  const words = Object.entries(name.args).map(([argument, value]) => [
    argument,
    typeof value === "object" ? phrase(value, say) : isValue(argument) ? say[form](value) : value,
  ]);
  return Object.fromEntries(words) as Words;
}

/** What may be said of a rule that fails, instead of just how. */
const KINDRED: Record<string, string[]> = { over: ["full", "unmet"], under: ["needs", "unmet"] };

/** What a rule demands, where the catalogues have words for just that kind of rule. */
function ownWords({ key, args }: Name): { key: string; name: Name } | null {
  const { p1 } = args;
  const [kind, demand] = key.split(".");
  if (kind !== "because" || !demand || typeof p1 !== "object") return null;
  const found = [demand, ...(KINDRED[demand] ?? []), "because"].find((one) => hasKey(`${p1.key}.${one}`));
  // The rule's own arguments, and what the clause says of it.
  return found ? { key: `${p1.key}.${found}`, name: { key, args: { ...args, ...p1.args } } } : null;
}

function phrase(name: Name, say: Say): string {
  if (name.key.startsWith("@")) return name.key.slice(1);
  const own = ownWords(name);
  return own ? t(own.key, wordsOf(own.name, say)) : t(name.key, wordsOf(name, say));
}

/** A phrase, with the phrases inside it. Authors' own words come as they are, behind an "@". */
export function nameText(name: Name): string {
  return phrase(name, PLAINLY);
}

/** "1, 4 and 8" · "1·4·8" */
function joinShort(items: string[]): string {
  return language() === "ko" ? items.join("·") : listed(items, ", ", " and ");
}

/** In English; other languages as their readers join a list. */
function listed(items: string[], between: string, last: string): string {
  if (language() !== "en") return new Intl.ListFormat(language()).format(items);
  return items.length < 2 ? items.join("") : items.slice(0, -1).join(between) + last + items.at(-1);
}

const isHeavy = (items: string[]) => items.length > 2 && items.some((item) => item.includes(","));

/** "column 1 and box 6" · "1열과 6번 상자". Where the items have commas of their own, semicolons part more than two. */
export function joinPhrases(items: string[]): string {
  if (language() === "ko") {
    const last = items.at(-1) ?? "";
    const rest = items.slice(0, -1);
    return rest.length === 0 ? last : `${withParticle(rest.join(", "), "과/와")} ${last}`;
  }
  return isHeavy(items) ? listed(items, "; ", "; and ") : listed(items, ", ", " and ");
}

const without = (name: Name, argument: string) =>
  JSON.stringify([name.key, Object.entries(name.args).filter(([one]) => one !== argument)]);

/** Names that are told together: they differ in these arguments alone. */
interface Alike {
  differ: string[];
  /** Where two arguments differ: as many as there are of the first, for each of the second. */
  members: Name[];
  width: number;
}

/** Names that differ from the first in one argument only, one that the catalogues can list. */
function alike(names: Name[]): Alike {
  const [first] = names;
  const groups = Object.keys(ownWords(first!) ? {} : first!.args)
    .sort()
    .filter((argument) => hasKey(`${first!.key}.many.${argument}`))
    .map((argument) => {
      const members = names.filter((name) => without(name, argument) === without(first!, argument));
      return { differ: [argument], members, width: members.length };
    });
  const alone: Alike = { differ: [], members: [first!], width: 1 };
  return groups.reduce((best, group) => (group.width > best.width ? group : best), alone);
}

/** Whether `more` says of the same cells another value, or of the same values another cell, in the same order. */
function crosses(one: Alike, more: Alike): boolean {
  const [shared] = more.differ;
  const other = shared === "p1" ? "value" : "p1";
  if (shared === undefined || shared !== one.differ[0] || one.width !== more.width) return false;
  if (!hasKey(`${one.members[0]!.key}.many.${other}`)) return false;
  return more.members.every((name, i) => {
    const before = one.members[i];
    return before !== undefined && without(before, other) === without(name, other);
  });
}

function groupsOf(names: Name[]): Alike[] {
  const groups: Alike[] = [];
  for (let rest = names; rest.length > 0;) {
    const group = alike(rest);
    const found = groups.find((one) => crosses(one, group));
    if (found) {
      found.differ = [group.differ[0]!, group.differ[0] === "p1" ? "value" : "p1"];
      found.members.push(...group.members);
    } else {
      groups.push(group);
    }
    rest = rest.filter((name) => !group.members.includes(name));
  }
  return groups;
}

const distinct = (names: Name[]): Name[] => [...new Map(names.map((name) => [JSON.stringify(name), name])).values()];

function together({ differ, members }: Alike, say: Say): string {
  const [first] = members;
  const words = wordsOf(first!, say, "many");
  for (const argument of differ) {
    const values = members.map((name) => name.args[argument]!);
    const numbers = values.filter((value) => typeof value === "number").sort((a, b) => a - b);
    const names = values.filter((value) => typeof value === "object");
    const said = [...new Set(numbers)].map((n) => (isValue(argument) ? say.one(n) : String(n)));
    words[argument] = names.length > 0 ? joinPhrases(phrases(distinct(names), say)) : joinShort(said);
  }
  const form = differ.includes("value") ? "value" : differ[0]!;
  return t(`${first!.key}.many.${form}`, words);
}

/** Names of one kind are told together: "columns 1, 4 and 8". */
function phrases(names: Name[], say: Say): string[] {
  const told = groupsOf(names).map((group) =>
    group.members.length > 1 ? together(group, say) : phrase(group.members[0]!, say),
  );
  return [...new Set(told)];
}

/** The names one after the other, as within a sentence. */
export function namesText(names: Name[]): string {
  return joinPhrases(phrases(names, PLAINLY));
}

/** Clauses: "row 1, column 2 is white, and ..." In Korean their verbs end as their place in the sentence wants it. */
function joinClauses(clauses: string[]): string {
  if (language() !== "ko") {
    return isHeavy(clauses) ? listed(clauses, "; ", "; and ") : listed(clauses, ", ", ", and ");
  }
  const ended = clauses.map((clause, i) =>
    i + 1 < clauses.length ? clause + t("because.ending.and") : withParticle(clause, t("because.ending.last")),
  );
  return ended.join(ended.length > 2 ? ", " : " ");
}

const isNames = (list: number[] | Name[]): list is Name[] => typeof list[0] === "object";

function argumentText(argument: string, value: Argument, board: SymbolsOf): string {
  // What is spoken of is strong, what speaks for it is not.
  const mark = (text: string) => (argument === "because" ? text : OPEN + text + CLOSE);
  const say: Say = {
    one: (n) => mark(saidOf(board, n)),
    many: (n) => mark(formOf(board, n, ".many")),
  };
  const said = (n: number) => (isValue(argument) ? say.one(n) : String(n));
  if (typeof value === "number") return said(value);
  if (!Array.isArray(value)) return phrase(value, say);
  if (!isNames(value)) return joinShort(value.map(said));
  return argument === "because" ? joinClauses(phrases(value, say)) : joinPhrases(phrases(value, say));
}

const raise = (sentence: string) => sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

function pieces(sentence: string): Rich {
  return sentence
    .split(/(\uE000[^\uE001]*\uE001)/u)
    .filter((text) => text !== "")
    .map((text) => (text.startsWith(OPEN) ? { text: text.slice(1, -1), strong: true } : { text, strong: false }));
}

type Told = Pick<Line, "key" | "args">;

/** Of rules that have no words of their own for what they demand, the sentence says that they have to be met. */
function withRulesToMeet(line: Told): Told {
  const { because } = line.args;
  if (!Array.isArray(because) || !isNames(because)) return line;
  const toMeet = because.filter((clause) => clause.key === "because.met" && !ownWords(clause));
  const rest = because.filter((clause) => !toMeet.includes(clause));
  const key = `${line.key}${rest.length > 0 ? "_met_given" : "_met"}`;
  if (toMeet.length === 0 || !hasKey(key)) return line;
  return { key, args: { ...line.args, because: rest, units: toMeet.map((clause) => clause.args.p1 as Name) } };
}

/** The sentence of a kind of cells or rules that has words of its own, as for cells that are no squares. */
function ownSentence({ key, args: { cell, units } }: Told): string {
  const name = Array.isArray(units) && isNames(units) ? (cell ?? units[0]) : cell;
  const own = typeof name === "object" && "key" in name ? `${key}.${name.key.split(".")[1] ?? ""}` : key;
  return hasKey(own) ? own : key;
}

/** A sentence with engine arguments, e.g. a line of a proof. */
export function tell(line: Told, board: SymbolsOf): Rich {
  const told = withRulesToMeet(line);
  const args = Object.entries(told.args).map(([name, value]) => [name, argumentText(name, value, board)]);
  return pieces(raise(t(ownSentence(told), Object.fromEntries(args))));
}

export function plain(rich: Rich): string {
  return rich.map((piece) => piece.text).join("");
}

/** A problem as one sentence; a key without a sentence is told with its key, never hidden. A file keeps its name as it
 *  is written, at the start of a sentence too. */
export function problemText(problem: Problem): string {
  if (!hasKey(problem.key)) return t("error.unknown", { key: problem.key });
  const args = { ...problem.args };
  if (args.family && hasKey(`family.${args.family}`)) args.family = t(`family.${args.family}`);
  if (args.part && hasKey(`part.${args.part}`)) args.part = t(`part.${args.part}`);
  if (args.format && hasKey(args.format)) args.format = t(args.format);
  const sentence = t(problem.key, args);
  return plain(pieces(args.file && sentence.startsWith(args.file) ? sentence : raise(sentence)));
}

/** Milliseconds as a reader wants them: "0.4 ms", "12 ms", "3.1 s". */
export function timeText(ms: number): string {
  if (ms >= 10000) return t("time.s", { n: formatted(ms / 1000, 0) });
  if (ms >= 1000) return t("time.s", { n: formatted(ms / 1000, 1) });
  return t("time.ms", { n: formatted(ms, ms < 10 ? 1 : 0) });
}

export function numberText(n: number): string {
  if (n < 100000) return formatted(n, 1);
  return n.toLocaleString(language(), { notation: "compact", maximumFractionDigits: 1 });
}

/** A probability as a reader wants it, "93 %"; never rounded to certainty. Two that differ need not look alike: `digits`. */
export function probabilityText(p: number, digits = 0): string {
  return t("number.percent", { n: percentText(p, digits) });
}

/** The same without the sign. */
export function percentText(p: number, digits = 0): string {
  if (p > 0.99 && p < 1 && digits === 0) return ">99";
  if (p < 0.01 && p > 0 && digits === 0) return "<1";
  return (p * 100).toFixed(digits);
}
