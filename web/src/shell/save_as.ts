// Files for the visitor.

import type { Play } from "../game/play";

/** Hands a file to the visitor. */
export function saveAs(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** All that was decided, to be read elsewhere. */
export async function saveTrace(play: Play): Promise<void> {
  const text = JSON.stringify(await play.trace(), null, 1);
  saveAs("fastslow-trace.json", new Blob([text], { type: "application/json" }));
}
