// A page in a browser that is told from outside what to do, whatever its protocol is: an address is opened, and functions run
// in the page. Firefox speaks WebDriver BiDi (firefox.ts), WebKit the older WebDriver (webkit.ts).

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { inject } from "vitest";

export interface Remote {
  /** What it calls itself. */
  readonly agent: string;
  open(address: string): Promise<void>;
  /** Runs a script in the page: the body of an asynchronous function that returns text. */
  evaluate(body: string): Promise<string>;
  /** How wide the page is, in pixels. */
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** Runs a function in the page. It is sent as text, so that it knows nothing of what stands around it here. */
export async function inPage<A extends unknown[], R>(
  remote: Remote,
  work: (...given: A) => R | Promise<R>,
  ...given: A
): Promise<R> {
  const body = `return JSON.stringify({ is: await (${work.toString()})(...${JSON.stringify(given)}) });`;
  return (JSON.parse(await remote.evaluate(body)) as { is: R }).is;
}

/** Asks the page until it says something else than null, false or nothing; a page that cannot be asked yet is asked again. */
export async function until<A extends unknown[], R>(
  remote: Remote,
  what: string,
  work: (...given: A) => R | Promise<R>,
  ...given: A
): Promise<NonNullable<R>> {
  const last = Date.now() + inject("patience");
  let refused: unknown;
  while (Date.now() < last) {
    try {
      const answer = await inPage(remote, work, ...given);
      if (answer) return answer;
      refused = undefined;
    } catch (thrown) {
      refused = thrown;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  if (refused !== undefined) throw new Error(`${what} did not come`, { cause: refused });
  const seen = await inPage(remote, () => document.body.innerText.slice(0, 400));
  throw new Error(`${what} did not come; the page shows: ${seen}`);
}

/** A program with a folder of its own for what it writes, both gone when it is ended. */
export class Program {
  readonly folder = mkdtempSync(path.join(tmpdir(), "fastslow-browser-"));
  private readonly child: ChildProcess;
  private said = "";

  constructor(command: string, args: (folder: string) => string[], env: Record<string, string> = {}) {
    const given = { ...process.env, HOME: this.folder, XDG_RUNTIME_DIR: this.folder, ...env };
    // A group of its own, so that what it starts ends with it.
    this.child = spawn(command, args(this.folder), { env: given, stdio: ["ignore", "pipe", "pipe"], detached: true });
    this.child.on("error", (error) => (this.said += String(error)));
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on("data", (text: Buffer) => (this.said += text.toString()));
  }

  /** Waits until it says this. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const last = Date.now() + inject("patience");
    while (Date.now() < last && this.child.exitCode === null) {
      const found = pattern.exec(this.said);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${this.child.spawnfile} did not say ${String(pattern)}, but: ${this.said.slice(-1000)}`);
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    try {
      if (this.child.exitCode === null && this.child.pid !== undefined) {
        process.kill(-this.child.pid, "SIGKILL");
        await ended;
      }
    } catch {
      // it has ended by itself
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
