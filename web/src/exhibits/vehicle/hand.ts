// What keys and the pointer mean for wheel and pedal. Pure.

import type { Controls, Point, State } from "./yard";

const TURN = 0.05;
const PRESS = 0.25;
/** Metres a second squared that a pedal is about worth. */
const WORTH = 4;
const FASTEST = 12;
const LENGTH = 2.5;

/** Null where the key means nothing. */
export function afterKey(key: string, { steering, pedal }: Controls): Controls | null {
  switch (key) {
    case "ArrowLeft":
      return { steering: steering + TURN, pedal };
    case "ArrowRight":
      return { steering: steering - TURN, pedal };
    case "ArrowUp":
      return { steering, pedal: pedal < 0 ? 0 : pedal + PRESS };
    case "ArrowDown":
      return { steering, pedal: pedal > 0 ? 0 : pedal - PRESS };
    case " ":
      return { steering: 0, pedal: 0 };
    default:
      return null;
  }
}

/** Towards a point: wheels along the circle that leads there, and faster the farther it is. */
export function towards({ x, y }: Point, state: State): Controls {
  const [ownX = 0, ownY = 0, heading = 0, speed = 0] = state;
  const far = Math.hypot(x - ownX, y - ownY);
  const angle = Math.atan2(y - ownY, x - ownX) - heading;
  const wanted = Math.min(FASTEST, far / 1.8);
  // What lies behind is turned to as sharply as the wheels can.
  const side = Math.cos(angle) < 0 ? Math.sign(Math.sin(angle)) : Math.sin(angle);
  return { steering: Math.atan((2 * LENGTH * side) / Math.max(far, LENGTH)), pedal: (wanted - speed) / WORTH };
}
