// The car park that is driven on: walls, where the car begins, and how far it is to a wall on the curve that the wheels
// point along. Metres; x to the right, y up. Pure.

/** As the engine's world has it (engine/physics/bicycle.h): x, y, heading, speed forward and to the left, turning. */
export type State = readonly number[];

export interface Controls {
  /** Of the front wheels, in radians, to the left. */
  steering: number;
  /** -1: brake, 1: full power. */
  pedal: number;
}

export interface Point {
  x: number;
  y: number;
}

interface Box {
  left: number;
  right: number;
  low: number;
  high: number;
}

export const YARD: Box = { left: -40, right: 40, low: -25, high: 25 };
/** What stands in the middle. */
export const BLOCK: Box = { left: -14, right: 14, low: -5, high: 5 };
export const START: State = [-28, -15, 0, 6, 0, 0];
export const MOST_STEERING = 0.35;
/** Between the axles. */
const LENGTH = 2.5;
/** From the car's middle to its outside. */
const REACH = 1.6;

const inside = ({ x, y }: Point, box: Box, margin: number): boolean =>
  x > box.left + margin && x < box.right - margin && y > box.low + margin && y < box.high - margin;

/** Whether a car with its middle there touches no wall. */
export const isFree = (at: Point): boolean => inside(at, YARD, REACH) && !inside(at, BLOCK, -REACH);

export const placeOf = (state: State): Point => ({ x: state[0]!, y: state[1]! });

/** Of the curve that the wheels point along, in one over metres. */
export const curvature = (steering: number): number => Math.tan(steering) / LENGTH;

const PACE = 0.25;
/** As far as a plan looks. */
export const FAR = 60;

/** How far the car can roll along that curve before it touches a wall, and where that is; FAR if it touches none. */
export function wayAhead(state: State, steering: number): { distance: number; end: Point } {
  let { x, y } = placeOf(state);
  let heading = state[2]!;
  const turn = curvature(steering) * PACE;
  for (let distance = 0; distance < FAR; distance += PACE) {
    heading += turn / 2;
    x += Math.cos(heading) * PACE;
    y += Math.sin(heading) * PACE;
    heading += turn / 2;
    if (!isFree({ x, y })) return { distance, end: { x, y } };
  }
  return { distance: FAR, end: { x, y } };
}
