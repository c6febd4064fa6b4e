// The learners by how many drives they saw, and where their files lie in the built page: one file has all four.

import card from "../../../../models/exhibits/vehicle/card.json";
import type { NetworkFile } from "../../protocol/messages";

const ADDRESSES = import.meta.glob<string>("../../../../models/exhibits/vehicle/*.onnx", {
  query: "?url",
  import: "default",
  eager: true,
});

export const LEARNERS = ["plain", "bicycle", "residual", "variational"] as const;
export type Learner = (typeof LEARNERS)[number];

export const DRIVES: readonly number[] = card.files.map(({ drives }) => drives);

export function fileOf(drives: number): NetworkFile {
  const { file, sha256 } = card.files.find((one) => one.drives === drives)!;
  const address = ADDRESSES[`../../../../models/exhibits/vehicle/${file}`] ?? file;
  return { address: new URL(address, location.href).href, sha256 };
}
