// A puzzle in the address behind "#": an author's declaration is long, and may be in any language. Compressed where
// the browser can ("d." and base64url), as plain bytes where it cannot ("t."). What follows "#" never reaches a server.

/** What the engine takes, in bytes (engine/puzzles/family.h). */
const MAX_BYTES = 65536;
/** Longer than any packed puzzle can be: base64 of incompressible bytes. */
const MAX_PACKED = MAX_BYTES * 2;

const NAME = "puzzle";

type Squeeze = "deflate-raw";

function squeezer(
  kind: "CompressionStream" | "DecompressionStream",
): (new (format: Squeeze) => TransformStream) | null {
  const maker = (globalThis as unknown as Record<string, (new (format: Squeeze) => TransformStream) | undefined>)[kind];
  return maker ?? null;
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

/** Everything that comes out, unless it is more than `limit` bytes. */
async function through(bytes: Uint8Array<ArrayBuffer>, stream: TransformStream, limit: number): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array>(stream).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      void reader.cancel();
      throw new RangeError("too long");
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export async function pack(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const Squeezer = squeezer("CompressionStream");
  if (!Squeezer) return `t.${toBase64(bytes)}`;
  return `d.${toBase64(await through(bytes, new Squeezer("deflate-raw"), Infinity))}`;
}

/** Null for what is damaged, too long (more than `most` bytes), or compressed where the browser cannot read it. */
export async function unpack(packed: string, most = MAX_BYTES): Promise<string | null> {
  if (packed.length > (most / MAX_BYTES) * MAX_PACKED || !/^[dt]\.[A-Za-z0-9_-]+$/.test(packed)) return null;
  try {
    const bytes = await opened(packed, most);
    if (!bytes || bytes.length > most) return null;
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function opened(packed: string, most: number): Promise<Uint8Array | null> {
  const bytes = fromBase64(packed.slice(2));
  if (packed.startsWith("t.")) return bytes;
  const Opener = squeezer("DecompressionStream");
  return Opener ? await through(bytes, new Opener("deflate-raw"), most) : null;
}

/** `#puzzle=…` */
export async function writeHash(text: string): Promise<string> {
  return `#${NAME}=${await pack(text)}`;
}

/** Undefined if the address holds no puzzle behind "#", null if what it holds cannot be read. */
export async function readHash(hash: string): Promise<string | null | undefined> {
  const packed = new URLSearchParams(hash.replace(/^#/, "")).get(NAME);
  return packed === null ? undefined : await unpack(packed);
}

/** Whether there is a puzzle behind "#", readable or not. */
export function isHash(hash: string): boolean {
  return new URLSearchParams(hash.replace(/^#/, "")).has(NAME);
}
