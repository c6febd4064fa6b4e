// Which puzzle of a collection is met first.

import type { Sample } from "../game/wishes";

/**
 * What a newcomer to a kind meets: the first puzzle in which the pair asks System 2 and takes a guess back; where there is
 * none, one in which System 2 is asked.
 */
export function tellingSample<One extends Pick<Sample, "played">>(samples: readonly One[]): One | undefined {
  const asked = samples.filter(({ played }) => (played?.asked ?? 0) > 0);
  return asked.find(({ played }) => (played?.taken_back ?? 0) > 0) ?? asked[0] ?? samples[0];
}
