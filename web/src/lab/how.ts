// How a board of the lab is played: by which strategy, with which setting of its dial, and from where another board was
// left. As text it stands in the address: "threshold-0.9", "verify-board"
// (System 2 is asked about the whole board), "system2-from1-12" (from board 1, after 12 decisions).

import { SCOPES, type Scope } from "../game/settings";
import { STRATEGIES, type Strategy } from "../protocol/decision";

export interface How {
  strategy: Strategy;
  /** Of the strategy's dial (dials.ts); left out: as the engine has it. */
  dial?: number;
  /** What System 2 is asked about; left out: the easiest step. */
  scope?: Scope;
  /** It goes on from another board, which stands before it, after so many of its decisions. */
  from?: { lane: number; made: number };
}

export const MOST_LANES = 4;
const BETWEEN = "*";

export const USUAL: readonly How[] = (["system1", "threshold", "system2"] as const).map((strategy) => ({ strategy }));

export function writeHows(hows: readonly How[]): string {
  return hows.map(writeHow).join(BETWEEN);
}

function writeHow({ strategy, dial, scope, from }: How): string {
  const turned = dial === undefined ? "" : `-${String(Math.round(dial * 1000) / 1000)}`;
  const wide = scope === undefined || scope === "step" ? "" : `-${scope}`;
  return strategy + turned + wide + (from ? `-from${String(from.lane + 1)}-${String(from.made)}` : "");
}

/** Undefined if anything of it is not understood. */
export function readHows(text: string): How[] | undefined {
  const hows = text.split(BETWEEN).map(readHow);
  const fine = hows.every((how, index) => how !== null && (how.from === undefined || how.from.lane < index));
  return fine && hows.length > 0 && hows.length <= MOST_LANES ? (hows as How[]) : undefined;
}

function readHow(text: string): How | null {
  const match =
    /^([a-z][a-z0-9_]*)(?:-([01](?:\.\d{1,6})?))?(?:-(cell|region|board))?(?:-from([1-4])-(\d{1,4}))?$/.exec(text);
  const strategy = STRATEGIES.find((one) => one === match?.[1]);
  if (!match || !strategy) return null;
  const dial = match[2] === undefined ? undefined : Number(match[2]);
  if (dial !== undefined && dial > 1) return null;
  const scope = SCOPES.find((one) => one === match[3]);
  const from = match[4] === undefined ? undefined : { lane: Number(match[4]) - 1, made: Number(match[5]) };
  return { strategy, ...(dial !== undefined && { dial }), ...(scope && { scope }), ...(from && { from }) };
}
