// Fitting words into cells. Fonts differ, so widths are judged generously. Pure.

/** In em, on the wide side of what fonts have. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(letter)) width += 1;
    else if (/[MWmw@%—×÷+−<>=]/.test(letter)) width += 0.9;
    else if (/[iljtf.,:;'!| ()]/.test(letter)) width += 0.34;
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

/** As large as fits, not smaller than can be read; what does not fit even so is cut. */
export function fitted(text: string, width: number, largest: number, smallest: number): Fitted {
  const one = width / textWidth(text);
  if (one >= largest) return { lines: [text], size: largest };
  const lines = halves(text);
  const two = width / Math.max(...lines.map(textWidth));
  if (lines.length === 1 || one >= largest * 0.72) {
    const size = Math.max(one, smallest);
    return { lines: [shortened(text, width / size)], size };
  }
  const size = Math.max(Math.min(two, largest * 0.72), smallest);
  return { lines: lines.map((line) => shortened(line, width / size)), size };
}
