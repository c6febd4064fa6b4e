// The recorded games that a guarantee rests on: ours, the visitor's own, or those of a file.

import type { Calibration } from "../game/recorded";
import type { Dealing, Problem, RecordedGame } from "../protocol/engine";
import { tooLong } from "./most_text";
import type { Outcome } from "./outcome";

export const FORMAT = "fastslow-calibration/1";

/** Of the games, one in five is for the order. */
const ORDER_SHARE = 0.2;
export const orderOf = (games: number): number => Math.round(games * ORDER_SHARE);

/** As the promise is tried out: three in ten are certified on, half of them are met afterwards. */
export const dealingOf = (games: number): Dealing => ({
  order: orderOf(games),
  calibration: Math.round(games * 0.3),
  times: 1000,
  seed: 1,
});

/** Five digits are kept, rounded to the side of caution. */
export const recordedGame = ({ worst, least }: Outcome): RecordedGame => [
  Math.ceil(worst * 1e5) / 1e5,
  Math.floor(least * 1e5) / 1e5,
];

export const alike = (one: Calibration, other: Calibration): boolean =>
  one.family === other.family && one.size === other.size && one.level === other.level && one.network === other.network;

/** More games to certify on; the order stays learned from those that it was learned from. */
export const joined = (first: Calibration, more: Calibration): Calibration => ({
  ...first,
  games: [...first.games, ...more.games],
});

export const writeCalibration = (calibration: Calibration): string =>
  `${JSON.stringify({ format: FORMAT, ...calibration })}\n`;

const MOST_GAMES = 100_000;
const problem = (key: string, args: Record<string, string> = {}): { problem: Problem } => ({ problem: { key, args } });

/** Of a file from anywhere. `network`: of this page, as what another network did says nothing of this one. */
export function readCalibration(
  text: string,
  known: { network: string; families: readonly string[] },
): { calibration: Calibration } | { problem: Problem } {
  const long = tooLong(text.length);
  if (long) return { problem: long };
  let data: Partial<Calibration & { format: string }> | null;
  try {
    data = JSON.parse(text) as typeof data;
  } catch {
    return problem("lab.calibration.damaged");
  }
  const { format, family, size, level, network, order, games } = data ?? {};
  if (format !== FORMAT) return problem("lab.calibration.format");
  if (!known.families.some((one) => one === family)) return problem("lab.calibration.family");
  const named = [size, level, network].every((word) => typeof word === "string" && /^[\w-]{1,64}$/.test(word));
  if (!named || !Array.isArray(games) || games.length > MOST_GAMES || !games.every(isGame))
    return problem("lab.calibration.games");
  if (!Number.isInteger(order) || order! < 0 || order! >= games.length) return problem("lab.calibration.order");
  if (network !== known.network) return problem("lab.calibration.network");
  return { calibration: { family, size, level, network, order, games } as Calibration };
}

function isGame(game: unknown): boolean {
  if (!Array.isArray(game) || game.length !== 2) return false;
  const [worst, least] = game as unknown[];
  const share = (value: unknown) => typeof value === "number" && value >= 0 && value <= 1;
  return (worst === -1 || share(worst)) && share(least);
}

/** A threshold as boards and addresses have it, of three digits: never below what was certified. Null: nothing is trusted. */
export function dialOf(threshold: number | null): number | null {
  const dial = threshold === null ? 2 : Math.ceil(threshold * 1000) / 1000;
  return dial <= 1 ? dial : null;
}

/** A wish in per cent, as somebody typed it; what is no number becomes one that no chance is. */
export function shareOf(text: string): number {
  const written = text.trim().replace(",", ".").replace(/\s*%$/, "");
  const value = Number(written);
  return written !== "" && Number.isFinite(value) ? value / 100 : -1;
}
