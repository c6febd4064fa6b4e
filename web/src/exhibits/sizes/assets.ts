// Where the networks' files lie in the built page.

import type { NetworkFile } from "../../protocol/messages";
import type { Contender } from "./networks";

const ADDRESSES = import.meta.glob<string>("../../../../models/exhibits/sizes/*.onnx", {
  query: "?url",
  import: "default",
  eager: true,
});

export function fileOf({ name, input, sha256 }: Contender): NetworkFile | null {
  if (input === null) return null;
  const address = ADDRESSES[`../../../../models/exhibits/sizes/${name}.onnx`] ?? `${name}.onnx`;
  return { address: new URL(address, location.href).href, sha256 };
}
