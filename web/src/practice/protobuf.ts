// Of protocol buffers as much as an ONNX file needs to be found one's way in: fields, one after the other, with where their
// bytes lie. Strict: what is cut short, too long or of an unknown kind is refused, and nothing is copied.
//
// Source: "Encoding", Protocol Buffers documentation, https://protobuf.dev/programming-guides/encoding.

/** A field's number and where its bytes lie in the whole; of a varint, its value. */
export interface Field {
  number: number;
  kind: "varint" | "bytes" | "fixed";
  from: number;
  to: number;
  value: number;
}

/** The bytes are not of this form. */
export class Malformed extends Error {}

const [VARINT, FIXED64, BYTES, FIXED32] = [0, 1, 2, 5];
/** No length and no number in our files needs more; a longer one would not be exact in a double after a few bytes more. */
const MOST_VARINT_BYTES = 5;

/** All fields between two places, in order. Throws Malformed. */
export function fieldsOf(bytes: Uint8Array, from = 0, to = bytes.length): Field[] {
  const fields: Field[] = [];
  let at = from;
  while (at < to) {
    const [tag, start] = varint(bytes, at, to);
    const field = fieldAt(bytes, { number: tag >>> 3, wire: tag & 7, start, to });
    fields.push(field);
    at = field.to;
  }
  return fields;
}

function fieldAt(
  bytes: Uint8Array,
  { number, wire, start, to }: { number: number; wire: number; start: number; to: number },
): Field {
  if (number === 0) throw new Malformed("a field without a number");
  if (wire === VARINT) {
    const [value, end] = varint(bytes, start, to);
    return { number, kind: "varint", from: start, to: end, value };
  }
  const fixed = wire === FIXED64 ? 8 : wire === FIXED32 ? 4 : null;
  if (fixed === null && wire !== BYTES) throw new Malformed("a field of an unknown kind");
  const [length, first] = fixed === null ? varint(bytes, start, to) : [fixed, start];
  if (first + length > to) throw new Malformed("a field that is cut short");
  return { number, kind: fixed === null ? "bytes" : "fixed", from: first, to: first + length, value: 0 };
}

/** A number and where it ends. */
function varint(bytes: Uint8Array, from: number, to: number): [number, number] {
  let value = 0;
  for (let index = 0; index < MOST_VARINT_BYTES; index++) {
    const at = from + index;
    if (at >= to) throw new Malformed("a number that is cut short");
    const byte = bytes[at]!;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return [value, at + 1];
  }
  throw new Malformed("a number that is too long");
}

/** A field of bytes, as it is written. */
export function bytesField(number: number, content: Uint8Array): Uint8Array {
  return joined([Uint8Array.from([...varintBytes(number * 8 + BYTES), ...varintBytes(content.length)]), content]);
}

function varintBytes(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varintBytes(Math.floor(value / 0x80))];
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
