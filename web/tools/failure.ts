// How the tools end when something is wrong: a sentence, and an exit code that scripts can tell apart.

import { HostError } from "../src/protocol/problems";
import { problemText } from "../src/i18n/sentences";

/** What the person who called can put right: an option, a file, a puzzle. */
export class BadInput extends Error {}

export const EXIT_FAILURE = 1;
export const EXIT_BAD_INPUT = 2;

export function sentence(thrown: unknown): string {
  if (thrown instanceof HostError) {
    const { key, args } = thrown.problem;
    // Here no server answers; the tools read what was built.
    if (key === "error.load.status") return `cannot read ${String(args["file"])} (${String(args["status"])})`;
    return problemText(thrown.problem);
  }
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Runs a tool's main function; whatever it throws becomes a line on standard error and an exit code. */
export async function runTool(name: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (thrown) {
    process.stderr.write(`${name}: ${sentence(thrown)}\n`);
    process.exitCode = thrown instanceof BadInput ? EXIT_BAD_INPUT : EXIT_FAILURE;
  }
}
