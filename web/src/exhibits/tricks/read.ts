// From text to the grammar: which structure a problem has, and what stands in its slots. A recursive descent with
// backtracking over a handful of short stories; where none fits, the place where the best one stopped, and what could stand there.

import { EVERYDAY } from "./everyday";
import { LARGEST, piecesOf, type Slots, type Structure, type Tongue } from "./grammar";
import { TRICKY } from "./tricky";

export const STRUCTURES: readonly Structure[] = [...TRICKY, ...EVERYDAY];

/** word: this does not fit, others would (found null: the text ends too early); more: it should have ended;
 *  large: a number beyond the largest; empty: there is nothing to read. */
export type Misfit =
  | { kind: "word"; found: string | null; expected: Expected[] }
  | { kind: "more"; found: string }
  | { kind: "large"; found: string }
  | { kind: "empty" };

/** What could stand at a place. A word may have to end in a particle. */
export type Expected = { kind: "literal" | "same"; text: string } | { kind: "number" | "word" } | Ending;
type Ending = { kind: "ending"; text: string };

export interface Reading {
  structure: Structure;
  slots: Slots;
  language: Tongue;
}

interface Token {
  text: string;
  /** A sentence ends with it. */
  last: boolean;
}

/** Digits and letters stand apart ("12마리", "3rd"); marks only end sentences. */
export function tokensOf(text: string): Token[] {
  const joined = text.normalize("NFC").replace(/만\s+원/g, "만원");
  const found = joined.matchAll(/(\d+|[\p{L}]+(?:['’-]\p{L}+)*)([.?!]?)/gu);
  return [...found].map(([, word, mark]) => ({ text: word!, last: mark !== "" }));
}

export const languageOf = (text: string): Tongue => (/\p{Script=Hangul}/u.test(text) ? "ko" : "en");

const ORDINAL_ENDINGS = ["st", "nd", "rd", "th"];
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
/** "an" is "a" before a vowel. */
const isLiteral = (literal: string, word: string) =>
  same(literal, word) || (literal.toLowerCase() === "a" && same(word, "an"));

/** What a pattern wants, token by token. */
type Want = { kind: "literal"; text: string } | { kind: "number" | "word"; slot: string; endings: readonly string[] };

function wantsOf(pattern: string, { numbers }: Structure): Want[] {
  const wants: Want[] = [];
  let attached: Extract<Want, { slot: string }> | null = null;
  for (const piece of piecesOf(pattern)) {
    if ("slot" in piece) {
      attached = { kind: piece.slot in numbers ? "number" : "word", slot: piece.slot, endings: piece.endings };
      wants.push(attached);
      continue;
    }
    // What is written right after a word belongs to it: 의, 에게.
    const ending: string = (attached?.kind === "word" && /^\p{L}+/u.exec(piece.literal)?.[0]) || "";
    if (attached && ending) wants[wants.length - 1] = { ...attached, endings: [ending] };
    wants.push(...tokensOf(piece.literal.slice(ending.length)).map(({ text }) => ({ kind: "literal" as const, text })));
    attached = null;
  }
  return wants;
}

interface State {
  at: number;
  words: Record<string, string>;
  numbers: Record<string, number>;
  /** Tokens beyond the first that words have taken up: what takes up less is the likelier reading. */
  swallowed: number;
}

/** The furthest place that any reading came to. */
class Furthest {
  score = -1;
  at = 0;
  expected: Expected[] = [];

  stop({ at, swallowed }: State, expected: Expected): void {
    const score = at - 2 * swallowed;
    if (score < this.score) return;
    if (score > this.score) this.expected = [];
    [this.score, this.at] = [score, at];
    if (!this.expected.some((one) => JSON.stringify(one) === JSON.stringify(expected))) this.expected.push(expected);
  }
}

const LONGEST_WORD = 2;

/** The ways in which a slot of words can be filled from here. */
function* fillWord(
  want: Extract<Want, { slot: string }>,
  tokens: Token[],
  state: State,
  furthest: Furthest,
): Iterable<State> {
  const { slot, endings } = want;
  const known = state.words[slot];
  const before = tokens.slice(state.at, state.at + LONGEST_WORD);
  let fits = false;
  for (let length = 1; length <= before.length; length++) {
    const taken = before.slice(0, length);
    if (/\d/.test(taken.at(-1)!.text)) break;
    const text = taken.map((token) => token.text).join(" ");
    for (const ending of endings.length > 0 ? endings : [""]) {
      const word = text.slice(0, text.length - ending.length);
      if (!text.endsWith(ending) || word === "" || (known !== undefined && !same(known, word))) continue;
      fits = true;
      yield {
        ...state,
        at: state.at + length,
        words: { ...state.words, [slot]: known ?? word },
        swallowed: state.swallowed + length - 1,
      };
    }
    if (taken.at(-1)!.last) break;
  }
  if (fits) return;
  const text = endings.join("/");
  furthest.stop(
    state,
    known !== undefined ? { kind: "same", text: known } : text ? { kind: "ending", text } : { kind: "word" },
  );
}

function* fillNumber(
  want: Extract<Want, { slot: string }>,
  tokens: Token[],
  state: State,
  furthest: Furthest,
): Iterable<State> {
  const text = tokens[state.at]?.text ?? "";
  const known = state.numbers[want.slot];
  if (!/^\d+$/.test(text)) return furthest.stop(state, { kind: "number" });
  if (known !== undefined && known !== Number(text)) return furthest.stop(state, { kind: "same", text: String(known) });
  const ordinal = want.endings[0] === "th" && ORDINAL_ENDINGS.includes(tokens[state.at + 1]?.text.toLowerCase() ?? "");
  yield { ...state, at: state.at + (ordinal ? 2 : 1), numbers: { ...state.numbers, [want.slot]: Number(text) } };
}

function* follow(wants: readonly Want[], tokens: Token[], state: State, furthest: Furthest): Iterable<State> {
  const [want, ...rest] = wants;
  if (!want) return yield state;
  if (want.kind === "literal") {
    if (!isLiteral(want.text, tokens[state.at]?.text ?? "")) return furthest.stop(state, want as Expected);
    return yield* follow(rest, tokens, { ...state, at: state.at + 1 }, furthest);
  }
  const fillings = want.kind === "number" ? fillNumber : fillWord;
  for (const next of fillings(want, tokens, state, furthest)) yield* follow(rest, tokens, next, furthest);
}

function* tell(
  structure: Structure,
  story: readonly (readonly string[])[],
  tokens: Token[],
  state: State,
  furthest: Furthest,
): Iterable<State> {
  const [sentence, ...rest] = story;
  if (!sentence) return yield state;
  for (const way of sentence) {
    for (const next of follow(wantsOf(way, structure), tokens, state, furthest)) {
      yield* tell(structure, rest, tokens, next, furthest);
    }
  }
}

/** Reads a problem in the language it is written in. */
export function read(text: string): Reading | Misfit {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return { kind: "empty" };
  const large = tokens.find((token) => Number(token.text) > LARGEST);
  if (large) return { kind: "large", found: large.text };
  const language = languageOf(text);
  const furthest = new Furthest();
  let rest: string | null = null;
  for (const structure of STRUCTURES) {
    const begin: State = { at: 0, words: {}, numbers: {}, swallowed: 0 };
    for (const { at, words, numbers } of tell(structure, structure.story[language], tokens, begin, furthest)) {
      if (at === tokens.length) return { structure, slots: { words, numbers }, language };
      rest = tokens[at]!.text;
    }
  }
  if (rest !== null) return { kind: "more", found: rest };
  return { kind: "word", found: tokens[furthest.at]?.text ?? null, expected: furthest.expected };
}

export const isReading = (read: Reading | Misfit): read is Reading => "structure" in read;
