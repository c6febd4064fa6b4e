// What the network sees and says. In: one number for each thing that can be seen, 1 if it is: the speed; of the nearest gate
// of each kind how far, whether it is open, announced or closed; the glass of the light; the school. It is not told the
// sentences. Out: how likely it is to slow down, keep its speed, speed up.

import type { NetworkFile, PlainTensors } from "../../protocol/messages";
import { FAR, type Sight } from "./sight";
import { ANNOUNCED, CHANGE, nextSpeeds, TOP_SPEED, type Kind } from "./world";

const KINDS: readonly Kind[] = ["light", "crossing", "junction"];
const SPEEDS = TOP_SPEED + 1;
/** Open, closed, and each number of moves that are still free. */
const STATES = ANNOUNCED + 2;
const GATE = FAR + STATES;
const SCHOOL = SPEEDS + KINDS.length * GATE + 1;
/** As far as the end of a school is seen from within. */
const LONGEST = 12;
export const SEEN = SCHOOL + 1 + FAR + LONGEST;

/** The things that are seen, by their numbers. */
export function seen({ speed, gates, school }: Sight): number[] {
  const things = [speed];
  KINDS.forEach((kind, i) => {
    const gate = gates.find((one) => one.kind === kind);
    if (!gate) return;
    const first = SPEEDS + i * GATE;
    things.push(first + gate.distance, first + FAR + (gate.free ?? ANNOUNCED + 1));
    if (kind === "light" && gate.glass === "blue") things.push(SCHOOL - 1);
  });
  if (!school) return things;
  if (school.from > 0) things.push(SCHOOL + school.from);
  else things.push(SCHOOL, SCHOOL + 1 + FAR + Math.min(school.to, LONGEST - 1));
  return things;
}

const ACTIONS = [-CHANGE, 0, CHANGE] as const;

export interface Impulse {
  /** The next speed that it is most inclined to, and how much, 0..1. */
  speed: number;
  sureness: number;
}

/** Whatever runs networks: the host. */
export interface Runner {
  run(network: NetworkFile, inputs: PlainTensors): Promise<{ outputs: PlainTensors; ms: number }>;
}

export async function feel(runner: Runner, network: NetworkFile, sight: Sight): Promise<Impulse & { ms: number }> {
  const data = new Array<number>(SEEN).fill(0);
  for (const thing of seen(sight)) data[thing] = 1;
  const inputs: PlainTensors = { seen: { type: "float32", shape: [1, SEEN], data } };
  const { outputs, ms } = await runner.run(network, inputs);
  return { ...strongest(outputs["scores"]!.data, sight.speed), ms };
}

/** Of the actions that are possible at this speed. */
function strongest(scores: readonly number[], speed: number): Impulse {
  const possible = ACTIONS.map((action, i) => ({ speed: speed + action, weight: Math.exp(scores[i]!) })).filter((one) =>
    nextSpeeds(speed).includes(one.speed),
  );
  const best = possible.reduce((one, other) => (other.weight > one.weight ? other : one));
  return { speed: best.speed, sureness: best.weight / possible.reduce((sum, { weight }) => sum + weight, 0) };
}
