// Fitting words into cells. Fonts differ: the reader's own is measured, and where nothing can be measured, widths are
// judged generously.

/** Bold letters are wider than regular ones. */
const BOLD = 1.05;

/** In em: no letter is wider. What fits even so need not be measured, for which the browser would fetch its fonts first. */
const WIDEST = 1.2;

const measured = new Map<string, number>();

function pen(): CanvasRenderingContext2D | null {
  if (typeof document === "undefined") return null;
  const context = document.createElement("canvas").getContext("2d");
  if (context) context.font = `100px ${font || getComputedStyle(document.documentElement).getPropertyValue("--font")}`;
  return context;
}

/** The fonts of boards, where the page around them has none of ours. */
let font = "";

/** Tells which fonts boards are written in, where that is not the page's to say. */
export function letteredIn(fonts: string): void {
  if (fonts === font) return;
  font = fonts;
  ready = undefined;
  measured.clear();
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

/** Breaks a text at one of its spaces, so that the two lines are as even as can be. */
function halves(text: string): string[] {
  const breaks = [...text.matchAll(/\s+/g)].map((match) => match.index);
  if (breaks.length === 0) return [text];
  const longest = (at: number) => Math.max(textWidth(text.slice(0, at)), textWidth(text.slice(at + 1)));
  const best = breaks.reduce((a, b) => (longest(b) < longest(a) ? b : a));
  return [text.slice(0, best), text.slice(best).trim()];
}

/** Breaks a single word in the middle, with a hyphen unless it is written in Hangul or Chinese characters. */
function hyphenated(word: string): string[] {
  const letters = [...word];
  if (letters.length < 4 || /\s/.test(word)) return [word];
  const middle = Math.ceil(letters.length / 2);
  const sign = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? "" : "-";
  return [letters.slice(0, middle).join("") + sign, letters.slice(middle).join("")];
}

/** Cuts a text to a width in em; the full stop at the end says that something is missing. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const letter of text) {
    if (textWidth(`${kept}${letter}.`) > width) break;
    kept += letter;
  }
  return `${kept || text.slice(0, 1)}.`;
}

/** Letters on two lines are at most this much of the largest size that one line may have. */
const TWO_LINES = 0.85;

/**
 * Sets a text as large as its width and `largest` allow, on two lines if it can be larger that way. Only where it would
 * become smaller than `smallest` is a single word broken; what is still too wide then is cut. Sizes and width are in the
 * drawing's own units.
 */
export function fitted(text: string, width: number, largest: number, smallest: number, mostLines: 1 | 2 = 2): Fitted {
  if (text.length * WIDEST * largest <= width) return { lines: [text], size: largest };
  const set = (lines: string[]): Fitted => ({
    lines,
    size: Math.min(width / Math.max(...lines.map(textWidth)), lines.length > 1 ? largest * TWO_LINES : largest),
  });
  const larger = (a: Fitted, b: Fitted) => (b.size > a.size ? b : a);
  let best = set([text]);
  if (mostLines === 2 && best.size < largest * TWO_LINES) best = larger(best, set(halves(text)));
  if (mostLines === 2 && best.size < smallest) best = larger(best, set(hyphenated(text)));
  if (best.size >= smallest) return best;
  return { lines: best.lines.map((line) => shortened(line, width / smallest)), size: smallest };
}
