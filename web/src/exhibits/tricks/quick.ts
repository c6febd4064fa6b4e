// System 1 on a problem: a glance at the words, and one operation on the numbers, in the order in which they were read. What it
// reads, what it can do, and how its network's answer is understood.
//
// Network: float32 features [1, FEATURES] -> float32 scores [1, OPERATIONS], one for each operation.

import { tokensOf } from "./read";

/** A whole number, or NaN. */
const whole = (n: number) => (Number.isInteger(n) ? n : NaN);
/** As Array.at, but nothing is NaN. */
type Numbers = readonly number[];

interface Operation {
  /** With {1} for the first number read, and so on. */
  says: string;
  of: (n: Numbers) => number;
}

/** How the numbers can be put together. Wrong ones as well: which fits, only examples tell. */
export const OPERATIONS: readonly Operation[] = [
  { says: "{1}", of: ([a = NaN]) => a },
  { says: "{2}", of: ([, b = NaN]) => b },
  { says: "{3}", of: ([, , c = NaN]) => c },
  { says: "{1} + {2}", of: ([a = NaN, b = NaN]) => a + b },
  { says: "{1} − {2}", of: ([a = NaN, b = NaN]) => a - b },
  { says: "{2} − {1}", of: ([a = NaN, b = NaN]) => b - a },
  { says: "{1} × {2}", of: ([a = NaN, b = NaN]) => a * b },
  { says: "{1} ÷ {2}", of: ([a = NaN, b = NaN]) => whole(a / b) },
  { says: "{1} ÷ 2", of: ([a = NaN]) => whole(a / 2) },
  { says: "{2} ÷ 2", of: ([, b = NaN]) => whole(b / 2) },
  { says: "{1} × 2", of: ([a = NaN]) => a * 2 },
  { says: "{1} + {1} ÷ 2", of: ([a = NaN]) => whole(a + a / 2) },
  { says: "{1} ÷ ({2} − {3})", of: ([a = NaN, b = NaN, c = NaN]) => whole(a / (b - c)) },
  { says: "{2} × {3} ÷ {1}", of: ([a = NaN, b = NaN, c = NaN]) => whole((b * c) / a) },
  { says: "{2} × {4} ÷ {1}", of: ([a = NaN, b = NaN, , d = NaN]) => whole((b * d) / a) },
  { says: "({1} − {2}) ÷ 2", of: ([a = NaN, b = NaN]) => whole((a - b) / 2) },
  { says: "{1} + {2} − 1", of: ([a = NaN, b = NaN]) => a + b - 1 },
  { says: "{1} ÷ {2} + 1", of: ([a = NaN, b = NaN]) => whole(a / b + 1) },
  { says: "({1} − 1) × {2}", of: ([a = NaN, b = NaN]) => (a - 1) * b },
  { says: "{2} − {1} ÷ 2", of: ([a = NaN, b = NaN]) => whole(b - a / 2) },
];

export const BUCKETS = 384;
/** How many numbers there are: 1 to 5. */
const COUNTS = 5;
export const FEATURES = BUCKETS + COUNTS;

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** What a token adds: a word itself; a Hangul word, whose endings matter, by its pairs of letters. */
function gramsOf(token: string): string[] {
  if (!/\p{Script=Hangul}/u.test(token)) return [token];
  const letters = [...`^${token}$`];
  return letters.slice(1).map((letter, i) => letters[i]! + letter);
}

export const numbersOf = (text: string): number[] =>
  tokensOf(text)
    .filter((token) => /^\d/.test(token.text))
    .map((token) => Number(token.text));

/** The features that are 1; the others are 0. Numbers count as "#": what they are, only the operation sees. */
export function featuresOf(text: string): number[] {
  const tokens = tokensOf(text).map((token) => (/^\d/.test(token.text) ? "#" : token.text.toLowerCase()));
  const pairs = tokens.slice(1).map((token, i) => `${tokens[i]} ${token}`);
  const grams = [...tokens.flatMap(gramsOf), ...pairs];
  const count = Math.min(COUNTS, tokens.filter((token) => token === "#").length);
  const found = grams.map((gram) => hash(gram) % BUCKETS);
  if (count > 0) found.push(BUCKETS + count - 1);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** What each operation makes of the numbers; NaN where it does not come out whole, or below 0. */
export const resultsOf = (numbers: Numbers): number[] =>
  OPERATIONS.map(({ of }) => of(numbers)).map((n) => (n >= 0 && Number.isFinite(n) ? n : NaN));

export interface Quick {
  answer: number;
  /** The operation with its numbers: "22 − 20". */
  operation: string;
  /** How sure System 1 is of the answer, over all operations that give it, 0 to 1. */
  probability: number;
}

/** The likeliest answer by the network's scores; null where there is nothing to compute with. */
export function quickOf(text: string, scores: readonly number[]): Quick | null {
  const numbers = numbersOf(text);
  const results = resultsOf(numbers);
  const able = results.flatMap((answer, i) => (Number.isNaN(answer) ? [] : [{ answer, i, score: scores[i]! }]));
  if (able.length === 0) return null;
  const highest = Math.max(...able.map(({ score }) => score));
  const weighed = able.map((one) => ({ ...one, weight: Math.exp(one.score - highest) }));
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const weightOf = (answer: number) =>
    weighed.filter((one) => one.answer === answer).reduce((sum, { weight }) => sum + weight, 0);
  const best = weighed.reduce((one, other) => (weightOf(other.answer) > weightOf(one.answer) ? other : one));
  const said = weighed.filter(({ answer }) => answer === best.answer).reduce((a, b) => (b.weight > a.weight ? b : a));
  const operation = OPERATIONS[said.i]!.says.replace(/\{(\d)\}/g, (_, place: string) =>
    String(numbers[Number(place) - 1]),
  );
  return { answer: best.answer, operation, probability: weightOf(best.answer) / all };
}

/** The input of the network. */
export function inputsOf(text: string) {
  const data = new Array<number>(FEATURES).fill(0);
  for (const feature of featuresOf(text)) data[feature] = 1;
  return { features: { type: "float32" as const, shape: [1, FEATURES], data } };
}
