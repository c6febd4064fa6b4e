// The board as a file for the visitor.

import { saveAs } from "../shell/save_as";

/** The board as a picture. Rejects where the browser cannot make it. */
export async function savePicture(board: Element, kind: "png" | "svg"): Promise<void> {
  const drawing = (board.shadowRoot ?? board).querySelector("svg");
  if (!drawing) return;
  const { dotsOf, pictureOf } = await import("../board/picture");
  const picture = pictureOf(drawing, getComputedStyle(document.body).backgroundColor);
  const file = kind === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await dotsOf(picture, 2);
  saveAs(`fastslow.${kind}`, file);
}
