// Figures in a file that people write: they stand between two marks.

import { readFile, writeFile } from "node:fs/promises";

import { BadInput } from "./failure";

/** Puts `text` between the marks, in place of what stood there. */
export async function recordBetween(file: string, begin: string, end: string, text: string): Promise<void> {
  const [before, rest] = (await readFile(file, "utf8")).split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new BadInput(`${file} has no place for the tables`);
  await writeFile(file, `${before}${begin}${text}${end}${after}`);
}
