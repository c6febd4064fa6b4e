// How a board of the lab is played: by which strategy, with which setting of its dial, and from where another board was
// left. As text it stands in the address: "threshold-0.9", "system2-from1-12" (from board 1, after 12 decisions).

import { STRATEGIES, type Strategy } from "../protocol/decision";

export interface How {
  strategy: Strategy;
  /** Of the strategy's dial (dials.ts); left out: as the engine has it. */
  dial?: number;
  /** It goes on from another board, which stands before it, after so many of its decisions. */
  from?: { lane: number; made: number };
}

export const MOST_LANES = 4;
const BETWEEN = "*";

export const USUAL: readonly How[] = (["system1", "threshold", "system2"] as const).map((strategy) => ({ strategy }));

export function writeHows(hows: readonly How[]): string {
  return hows.map(writeHow).join(BETWEEN);
}

function writeHow({ strategy, dial, from }: How): string {
  const turned = dial === undefined ? "" : `-${String(Math.round(dial * 1000) / 1000)}`;
  return strategy + turned + (from ? `-from${String(from.lane + 1)}-${String(from.made)}` : "");
}

/** Undefined if anything of it is not understood. */
export function readHows(text: string): How[] | undefined {
  const hows = text.split(BETWEEN).map(readHow);
  const fine = hows.every((how, index) => how !== null && (how.from === undefined || how.from.lane < index));
  return fine && hows.length > 0 && hows.length <= MOST_LANES ? (hows as How[]) : undefined;
}

function readHow(text: string): How | null {
  const match = /^([a-z][a-z0-9_]*)(?:-([01](?:\.\d{1,6})?))?(?:-from([1-4])-(\d{1,4}))?$/.exec(text);
  const strategy = STRATEGIES.find((one) => one === match?.[1]);
  if (!match || !strategy) return null;
  const dial = match[2] === undefined ? undefined : Number(match[2]);
  if (dial !== undefined && dial > 1) return null;
  const from = match[3] === undefined ? undefined : { lane: Number(match[3]) - 1, made: Number(match[4]) };
  return { strategy, ...(dial !== undefined && { dial }), ...(from && { from }) };
}
