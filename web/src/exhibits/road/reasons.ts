// Why a second went as it did, in words.

import { t } from "../../i18n/i18n";
import { plain, tell, timeText } from "../../i18n/sentences";
import type { Rule } from "./check";
import type { Second } from "./drive";
import type { Refutation } from "./planner";
import { binds } from "./sentences";
import { stoppingFrom } from "./sight";
import { sentenceText } from "./words";

export interface Reason {
  /** What was done, and who said so. */
  headline: string;
  who: "system1" | "system2" | "none";
  /** System 2's proof, line by line. */
  lines: string[];
  /** The sentences that were broken. */
  broken: string[];
  /** How long System 2 thought; empty if it was not asked. */
  took: string;
}

const PART = { stop: "stop", yield: "yield", school: "limit" } as const satisfies Record<Rule, string>;

export function reasonOf(second: Second): Reason {
  const { considered, sentences } = second;
  const broken = second.broken.map((rule) => sentenceText(PART[rule], sentences));
  if (!considered) return { headline: felt(second), who: "system1", lines: [], broken, took: "" };
  const took = t("road.why.took", { n: considered.questions, time: timeText(considered.ms) });
  if (considered.speed === null) {
    const clash = considered.clash ? [plain(tell(considered.clash, considered.board))] : [];
    return { headline: t("road.why.dilemma"), who: "none", lines: [...clash, ...tooShort(second)], broken, took };
  }
  const told = refutationToTell(second);
  const lines = told ? told.proof.lines.map((line) => plain(tell(line, considered.board))) : [];
  return { headline: thought(second, told), who: "system2", lines, broken, took };
}

/** Of a line that can neither be stopped at nor crossed in time, the numbers. */
function tooShort({ sight, sentences }: Second): string[] {
  const stop = stoppingFrom(sight.speed).reduce((sum, speed) => sum + speed, 0) - sight.speed;
  return sight.gates
    .filter((gate) => binds(sentences, gate) && gate.free !== null && gate.distance < stop)
    .map(({ distance, free }) => t(free === 0 ? "road.why.closed" : "road.why.short", { stop, distance, free: free! }));
}

const change = (second: Second): string => {
  const { speed, sight } = second;
  const way = speed > sight.speed ? "faster" : speed < sight.speed ? "slower" : speed === 0 ? "stands" : "same";
  return t(`road.did.${way}`, { from: sight.speed, to: speed });
};

function felt(second: Second): string {
  const percent = Math.round((second.felt?.sureness ?? 0) * 100);
  return t(second.driver === "both" ? "road.why.clear" : "road.why.felt", { did: change(second), percent });
}

/** Of the pair, why not System 1's proposal; of System 2 alone, why not one faster. */
function refutationToTell({ felt: proposal, considered }: Second): Refutation | undefined {
  const refuted = considered?.refuted ?? [];
  return refuted.find(({ speed }) => speed === proposal?.speed) ?? refuted.at(-1);
}

function thought(second: Second, told: Refutation | undefined): string {
  const { felt: proposal, speed, asked } = second;
  const did = change(second);
  if (!proposal) return told ? t("road.why.refuted", { did, speed: told.speed }) : t("road.why.free", { did });
  const why = asked === "unsure" ? asked : "near";
  if (proposal.speed === speed) return t(`road.why.agreed.${why}`, { did });
  return t(told ? "road.why.stopped" : "road.why.overruled", { did, speed: proposal.speed });
}
