// Progress on standard error: a bar on a terminal, now and then a line elsewhere.

import { Presets, SingleBar } from "cli-progress";

export interface ProgressBar {
  /** One more is done; `note` says how it goes so far. */
  tick(note: string): void;
  stop(): void;
}

export function progressBar(total: number, stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  return stream.isTTY ? bar(total, stream) : lines(total, stream);
}

function bar(total: number, stream: NodeJS.WriteStream): ProgressBar {
  const options = { stream, format: "{bar} {value}/{total}  {note}  {eta_formatted} left", hideCursor: true };
  const single = new SingleBar(options, Presets.shades_classic);
  single.start(total, 0, { note: "" });
  return {
    tick: (note) => {
      single.increment(1, { note });
    },
    stop: () => {
      single.stop();
    },
  };
}

/** About twenty lines in all. */
function lines(total: number, stream: NodeJS.WriteStream): ProgressBar {
  const stride = Math.max(1, Math.ceil(total / 20));
  let done = 0;
  return {
    tick: (note) => {
      done++;
      if (done % stride === 0 || done === total) stream.write(`${String(done)}/${String(total)}  ${note}\n`);
    },
    stop: () => {},
  };
}
