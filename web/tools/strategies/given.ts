// Puzzles that somebody gives: a file of lines, a pack, or an author's own declaration. All are opened before any is played.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import type { Host } from "../../src/host/host";
import { BadInput, sentence } from "../failure";
import { readPuzzles } from "../puzzle_file";

export interface Given {
  family: string;
  texts: string[];
  /** Of the content: what was recorded of another content under the same name is left alone. */
  key: string;
}

const REMARKS = 20;

/** A declaration is one puzzle, however many lines it has. */
export async function readGiven(file: string, family: string | undefined): Promise<Given> {
  const content = await readFile(file, "utf8").catch((thrown: unknown) => {
    throw new BadInput(`cannot read the puzzles: ${sentence(thrown)}`);
  });
  const key = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const format = formatOf(content);
  if (format === "fastslow-puzzle/1") return { family: "custom", texts: [content], key };
  const lines = await readPuzzles(file);
  if (family === undefined) {
    throw new BadInput(`--file needs the --family of its puzzles: ${file} is no declaration of an author's own`);
  }
  return { family, texts: lines.map(({ text }) => text), key };
}

function formatOf(content: string): unknown {
  try {
    return (JSON.parse(content) as { format?: unknown } | null)?.format;
  } catch {
    return undefined;
  }
}

/** Throws BadInput with a sentence for each puzzle that the engine does not take. */
export async function checkGiven(judge: Pick<Host, "open">, { family, texts }: Given): Promise<void> {
  const wrong: string[] = [];
  for (const [at, text] of texts.entries()) {
    try {
      await judge.open({ family, text });
    } catch (thrown) {
      wrong.push(`puzzle ${String(at + 1)}: ${sentence(thrown)}`);
    }
  }
  if (wrong.length === 0) return;
  const more = wrong.length - REMARKS;
  throw new BadInput([...wrong.slice(0, REMARKS), ...(more > 0 ? [`… and ${String(more)} more`] : [])].join("\n"));
}
