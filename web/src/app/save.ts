// Files for the visitor.

/** Hands a file to the visitor. */
export function saveAs(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The board as a picture. Rejects where the browser cannot make it. */
export async function savePicture(board: Element, kind: "png" | "svg"): Promise<void> {
  const drawing = (board.shadowRoot ?? board).querySelector("svg");
  if (!drawing) return;
  const { dotsOf, pictureOf } = await import("../board/picture");
  const picture = pictureOf(drawing, getComputedStyle(document.body).backgroundColor);
  const file = kind === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await dotsOf(picture, 2);
  saveAs(`fastslow.${kind}`, file);
}
