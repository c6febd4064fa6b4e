// How large a board is drawn, in squares: known before the board itself is.

export interface Shape {
  columns: number;
  rows: number;
  /** How many things are counted above it. */
  counted?: number;
}

/** No board has more squares across or down. */
export const MOST = 64;

/** "9x9.PACKED": the shape can be read at once, so that nothing moves when the rest has been. */
export function shapeOf(text: string): Shape | null {
  const found = /^(\d{1,2})x(\d{1,2})\./.exec(text);
  const [columns, rows] = [Number(found?.[1]), Number(found?.[2])];
  return columns > 0 && rows > 0 && columns <= MOST && rows <= MOST ? { columns, rows } : null;
}
