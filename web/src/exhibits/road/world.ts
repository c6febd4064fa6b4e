// A road seen from the side. Places are whole numbers from the left, time runs in steps, a speed is in places a step.
// What a driver has to wait at is a gate: a line, and a cycle of open, announced and closed that it goes through by itself.
// Pure: a road comes from a source of chance, and each step gives a new car. Which gates bind a driver, and how fast is too
// fast, is not known here: that is said by the sentences (sentences.ts).

import { between, oneOf, type Random } from "../random";

export const TOP_SPEED = 4;
/** A car changes its speed by at most this in a step. */
export const CHANGE = 1;
/** Steps that a gate is announced before it closes: amber, steps on the kerb, a siren. From any speed that is enough to stop
 *  before the line, or to be over it even while slowing down (1 + 2 + 3 places from speed 4, in 3 steps). */
export const ANNOUNCED = 3;
/** Lines are so far apart that whoever has just crossed one at top speed can stop before the next: 4 + 3 + 2 + 1 places. */
const APART = 10;

export type Kind = "light" | "crossing" | "junction";
/** What colour the glass of a light has that shows "closed". */
export type Glass = "red" | "blue";

export interface Gate {
  kind: Kind;
  glass: Glass;
  /** The last place before the line. */
  line: number;
  /** Steps that it is open, announced and closed, again and again. */
  cycle: readonly [open: number, announced: number, closed: number];
  /** How far in its cycle it is at time 0. */
  offset: number;
}

/** First and last place. */
export interface Zone {
  from: number;
  to: number;
}

export interface Road {
  length: number;
  gates: readonly Gate[];
  school: Zone | null;
  start: Car;
}

export interface Car {
  time: number;
  place: number;
  speed: number;
}

/** How many more moves a gate leaves free: null open, 0 closed. */
export function freeMoves({ cycle: [open, announced, closed], offset }: Gate, time: number): number | null {
  const at = (time + offset) % (open + announced + closed);
  if (at < open) return null;
  return Math.max(0, open + announced - at);
}

/** A car that takes on a speed moves on by it. */
export const move = ({ time, place }: Car, speed: number): Car => ({ time: time + 1, place: place + speed, speed });

/** The speeds that a car can take on next, the fastest first. */
export const nextSpeeds = (speed: number): number[] =>
  [speed + CHANGE, speed, speed - CHANGE].filter((next) => next >= 0 && next <= TOP_SPEED);

export const arrived = ({ length }: Road, { place }: Car): boolean => place >= length;

// --- roads -------------------------------------------------------------------------------------------------------

const LENGTH = 56;
const KINDS: readonly Kind[] = ["light", "light", "crossing", "junction"];
/** Steps open and closed: [least, most]. */
const TIMES: Readonly<Record<Kind, { open: [number, number]; closed: [number, number] }>> = {
  light: { open: [6, 14], closed: [5, 9] },
  crossing: { open: [6, 14], closed: [4, 7] },
  junction: { open: [8, 18], closed: [4, 6] },
};

export function randomRoad(random: Random): Road {
  const gates: Gate[] = [];
  for (let line = between(random, 8, 14); line < LENGTH - 4; line += between(random, APART, APART + 6)) {
    gates.push(randomGate(random, line));
  }
  const from = between(random, 10, LENGTH - 16);
  const school = random() < 0.7 ? { from, to: from + between(random, 4, 8) } : null;
  return { length: LENGTH, gates, school, start: { time: 0, place: 0, speed: between(random, 0, 3) } };
}

function randomGate(random: Random, line: number): Gate {
  const kind = oneOf(random, KINDS);
  const { open, closed } = TIMES[kind];
  const cycle = [between(random, ...open), ANNOUNCED, between(random, ...closed)] as const;
  const glass = random() < 0.5 ? "red" : "blue";
  return { kind, glass, line, cycle, offset: between(random, 0, cycle[0] + cycle[1] + cycle[2] - 1) };
}

/** Amber for one step only: at speed 4 and four places before the line, it is too late to stop and too far to pass. */
export function shortAmber(): Road {
  const cycle = [3, 1, 12] as const;
  return {
    length: 40,
    gates: [{ kind: "light", glass: "red", line: 16, cycle, offset: 0 }],
    school: null,
    start: { time: 0, place: 0, speed: TOP_SPEED },
  };
}

/** A light of this glass that closes as the car comes up to it. */
export function oneLight(glass: Glass): Road {
  const cycle = [1, ANNOUNCED, 9] as const;
  return {
    length: 34,
    gates: [{ kind: "light", glass, line: 16, cycle, offset: 0 }],
    school: null,
    start: { time: 0, place: 0, speed: 2 },
  };
}
