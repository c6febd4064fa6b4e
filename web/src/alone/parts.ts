// The parts that lie in the page: each in an element that no browser runs, as base64. They are handed on as addresses of blobs,
// from which workers can be started and files read.

import { PARTS, type PartName } from "../studio/alone_parts";

const blobs = new Map<string, string>();

export function addressOf(name: PartName): string {
  const known = blobs.get(name);
  if (known !== undefined) return known;
  const text = document.getElementById(`part-${name}`)?.textContent ?? "";
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: PARTS[name] }));
  blobs.set(name, address);
  return address;
}
