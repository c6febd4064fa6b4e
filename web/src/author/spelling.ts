// What an author probably meant by a word that means nothing: the page's half of engine/puzzles/custom/spelling.h, for
// what the schema refuses before the engine sees it. Pure.

/** As words are compared: small letters, one kind of gap. */
const plain = (word: string) => word.slice(0, 40).toLowerCase().replace(/[- ]/g, "_");

/** Insertions, deletions, changes and swaps of neighbours each count one (optimal string alignment). */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? d[i - 2]![j - 2]! + 1 : Infinity;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, change, swap);
    }
  }
  return d[a.length]![b.length]!;
}

/** The nearest of `known`, if it is near enough to be a slip: at most a third of the word, two at most, or its beginning. */
export function meant(word: string, known: readonly string[]): string | null {
  const written = plain(word);
  let best: string | null = null;
  let least = Math.min(Math.max(Math.floor(written.length / 3), 1), 2) + 1;
  for (const candidate of known) {
    const begins = written.length >= 3 && candidate.startsWith(written);
    const away = Math.min(distance(written, candidate), begins ? 2 : Infinity);
    if (away >= least || away >= written.length) continue;
    least = away;
    best = candidate;
  }
  return best;
}
