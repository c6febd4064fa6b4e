// What a driver sees from where the car is: everything in places ahead. Nobody sees the future: of an open gate it is not
// known when it will close, of a closed one not when it will open.

import { ANNOUNCED, arrived, CHANGE, freeMoves, TOP_SPEED, type Car, type Gate, type Road, type Zone } from "./world";

/** A plan reaches over a gate that was just announced, and then to standing: at top speed 3 · 4 + 3 + 2 + 1 + 0 places. */
export const STEPS = ANNOUNCED + TOP_SPEED;
export const FAR = ANNOUNCED * TOP_SPEED + 6;

export interface SeenGate extends Pick<Gate, "kind" | "glass"> {
  /** Places that can be driven without crossing the line. */
  distance: number;
  /** Moves that are still free: null while it is open, 0 when it is closed. */
  free: number | null;
}

export interface Sight {
  speed: number;
  gates: readonly SeenGate[];
  /** The first and last place near a school, in places ahead; the car may be in it. */
  school: Zone | null;
}

export function look(road: Road, car: Car): Sight {
  const { place, speed, time } = car;
  const gates = road.gates
    .filter(({ line }) => line >= place && line - place < FAR)
    .map((gate) => ({
      kind: gate.kind,
      glass: gate.glass,
      distance: gate.line - place,
      free: freeMoves(gate, time),
    }));
  const { school } = road;
  const near = school && school.to >= place && school.from - place <= FAR;
  return { speed, gates, school: near ? { from: school.from - place, to: school.to - place } : null };
}

/** The speeds of the steps to come if the car takes on this one and then slows down to standing as fast as it can. */
export const stoppingFrom = (speed: number): number[] =>
  Array.from({ length: STEPS }, (_, i) => Math.max(0, speed - i * CHANGE));

/** Steps after which a road is given up. */
export const PATIENCE = 150;

export const ended = (road: Road, car: Car): boolean => arrived(road, car) || car.time >= PATIENCE;
