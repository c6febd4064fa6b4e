// Fitting words into cells. Fonts differ: the reader's own is measured, and where nothing can be measured, widths are
// judged generously.

/** Bold letters are wider than regular ones. */
const BOLD = 1.05;

const measured = new Map<string, number>();

function pen(): CanvasRenderingContext2D | null {
  if (typeof document === "undefined") return null;
  const context = document.createElement("canvas").getContext("2d");
  if (context) context.font = `100px ${getComputedStyle(document.documentElement).getPropertyValue("--font")}`;
  return context;
}

let ready: CanvasRenderingContext2D | null | undefined;

/** In em. */
export function textWidth(text: string): number {
  const known = measured.get(text);
  if (known !== undefined) return known;
  ready ??= pen();
  const width = ready ? (ready.measureText(text).width / 100) * BOLD : judgedWidth(text);
  measured.set(text, width);
  return width;
}

/** In em, on the wide side of what fonts have. */
function judgedWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(letter)) width += 1;
    else if (/[MWmw@%—×÷+−<>=]/.test(letter)) width += 0.9;
    else if (/[iljtf.,:;'!| ()]/.test(letter)) width += 0.34;
    else if (/[r-]/.test(letter)) width += 0.42;
    else if (/[A-HK-Z]/.test(letter)) width += 0.7;
    else width += 0.6;
  }
  return width;
}

export interface Fitted {
  lines: string[];
  size: number;
}

/** Two lines where the text has a space, broken where they come out most even. */
function halves(text: string): string[] {
  const breaks = [...text.matchAll(/\s+/g)].map((match) => match.index);
  if (breaks.length === 0) return [text];
  const longest = (at: number) => Math.max(textWidth(text.slice(0, at)), textWidth(text.slice(at + 1)));
  const best = breaks.reduce((a, b) => (longest(b) < longest(a) ? b : a));
  return [text.slice(0, best), text.slice(best).trim()];
}

/** A single word on two lines: Hangul and the like go on without a sign, other letters behind a hyphen. */
function hyphenated(word: string): string[] {
  const letters = [...word];
  if (letters.length < 4 || /\s/.test(word)) return [word];
  const middle = Math.ceil(letters.length / 2);
  const sign = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? "" : "-";
  return [letters.slice(0, middle).join("") + sign, letters.slice(middle).join("")];
}

/** Cuts a text to a width; a full stop says that something is missing. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const letter of text) {
    if (textWidth(`${kept}${letter}.`) > width) break;
    kept += letter;
  }
  return `${kept || text.slice(0, 1)}.`;
}

/** What two lines may be as large as, of one. */
const TWO = 0.85;

/**
 * As large as fits in the width: on two lines where a space lets them be larger. A word that would become smaller than
 * can be read is broken; what does not fit even so is cut.
 */
export function fitted(text: string, width: number, largest: number, smallest: number, mostLines: 1 | 2 = 2): Fitted {
  const set = (lines: string[]): Fitted => ({
    lines,
    size: Math.min(width / Math.max(...lines.map(textWidth)), lines.length > 1 ? largest * TWO : largest),
  });
  const larger = (a: Fitted, b: Fitted) => (b.size > a.size ? b : a);
  let best = set([text]);
  if (mostLines === 2 && best.size < largest * TWO) best = larger(best, set(halves(text)));
  if (mostLines === 2 && best.size < smallest) best = larger(best, set(hyphenated(text)));
  if (best.size >= smallest) return best;
  return { lines: best.lines.map((line) => shortened(line, width / smallest)), size: smallest };
}
