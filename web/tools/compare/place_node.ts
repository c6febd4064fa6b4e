// A peer under Node: each in a process of its own, so that none has what another left behind.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import type { Told } from "./measure";
import { silent, watchdog } from "./run";
import type { Place } from "./run";

const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const CHILD = path.join(import.meta.dirname, "child.ts");

export function nodePlace(): Place {
  return {
    name: "node",
    run: (peer, job, tell, silenceMs) =>
      new Promise((resolve, reject) => {
        // Node itself and not the command tsx, whose own child would outlive it.
        const child = spawn(process.execPath, ["--import", TSX, CHILD, peer], { stdio: ["pipe", "pipe", "pipe"] });
        let complaint = "";
        let tooSlow = false;
        let done = false;
        const watch = watchdog(silenceMs, () => {
          tooSlow = true;
          child.kill("SIGKILL");
        });
        createInterface({ input: child.stdout }).on("line", (line) => {
          watch.heard();
          const told = JSON.parse(line) as Told;
          done ||= told.kind === "done";
          tell(told);
        });
        child.stderr.on("data", (text: Buffer) => (complaint = (complaint + text.toString()).slice(-2000)));
        child.on("error", reject);
        child.on("close", () => {
          watch.stop();
          if (tooSlow) resolve(silent(silenceMs));
          else resolve(done ? null : `it ended: ${complaint.trim()}`);
        });
        // A child that is gone tells so by its end.
        child.stdin.on("error", () => {});
        child.stdin.end(JSON.stringify(job));
      }),
    close: () => Promise.resolve(),
  };
}
