// The parts that lie in the page: each in an element that no browser runs, as base64.

import { PARTS, type PartName } from "../studio/alone_parts";

const blobs = new Map<PartName, Blob>();

export function partOf(name: PartName): Blob {
  const known = blobs.get(name);
  if (known) return known;
  const text = document.getElementById(`part-${name}`)?.textContent ?? "";
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const blob = new Blob([bytes], { type: PARTS[name] });
  blobs.set(name, blob);
  return blob;
}
