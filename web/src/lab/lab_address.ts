// What the lab shows, in its address: the puzzle, the boards with their branches, and the pace. Pure: text in, text out.

import { readUrl, writeUrl, type UrlState } from "../places/url_state";
import { readHows, writeHows, type How } from "./how";
import { isPace, isTempo, type Tempo } from "./race";
import type { Pace } from "./cost";

export interface LabState extends Partial<Pick<UrlState, "family" | "puzzle" | "lang" | "theme" | "network">> {
  lanes?: readonly How[];
  pace?: Pace;
  tempo?: Tempo;
}

/** What was not understood is left out and named. */
export function readLab(search: string): { state: LabState; ignored: string[] } {
  const { state: common, ignored } = readUrl(search);
  const { family, puzzle, lang, theme, network } = common;
  const params = new URLSearchParams(search);
  const state: LabState = {
    ...(family && { family }),
    ...(puzzle && { puzzle }),
    ...(lang && { lang }),
    ...(theme && { theme }),
    ...(network && { network }),
  };
  const names: string[] = ignored.filter((name) => ["family", "puzzle", "lang", "theme", "network"].includes(name));
  const read = <T>(name: string, by: (text: string) => T | undefined): T | undefined => {
    const text = params.get(name);
    if (text === null) return undefined;
    const value = by(text);
    if (value === undefined) names.push(name);
    return value;
  };
  const lanes = read("lanes", readHows);
  const pace = read("pace", (text) => (isPace(text) ? text : undefined));
  const tempo = read("tempo", (text) => (isTempo(text) ? text : undefined));
  return {
    state: { ...state, ...(lanes && { lanes }), ...(pace && { pace }), ...(tempo && { tempo }) },
    ignored: names,
  };
}

/** The query, "?" included. An author's own puzzle is too long for it: it goes behind "#". */
export function writeLab({ family, puzzle, lang, theme, network, lanes, pace, tempo }: LabState): string {
  const params = new URLSearchParams(
    writeUrl({
      ...(family && { family }),
      ...(puzzle && family !== "custom" && { puzzle }),
      ...(lang && { lang }),
      ...(theme && { theme }),
      ...(network && { network }),
    }),
  );
  if (lanes) params.set("lanes", writeHows(lanes));
  if (pace) params.set("pace", pace);
  if (tempo) params.set("tempo", tempo);
  return `?${params}`;
}
