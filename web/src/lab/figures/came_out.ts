// What the comparison of strategies came to, in sentences made of its numbers: whether another signal than the probability
// tells better where to think, whether some way to pair the two costs less than the best fixed threshold, and whether
// whoever may ask System 2 solves what System 2 alone solves.

import { t } from "../../i18n/i18n";
import { figureText, shareText } from "../../i18n/numbers";
import { joinPhrases } from "../../i18n/sentences";
import { settingText, signalName, strategyName } from "./deciding";
import type { OfFamily, Strategies } from "./results";

/** So much less work is worth a sentence. */
export const MUCH = 0.2;
const TOP = "top_probability";

interface SignalOut {
  family: string;
  /** Null: System 1 made no mistake there, so that no signal is better than another. */
  signal: string | null;
  better: boolean;
  /** The interval of the difference lies on one side. */
  clear: boolean;
}

interface EffortOut {
  family: string;
  strategy: string;
  setting: Record<string, number>;
  saved: number;
  clear: boolean;
}

export interface CameOut {
  signals: SignalOut[];
  efforts: EffortOut[];
  games: number;
  /** Who did not solve what System 2 alone solved. */
  unsolved: { family: string; strategy: string }[];
  /** Signals and strategies were chosen on other puzzles than those that they are judged on. */
  apart: boolean;
}

/** `free`: only signals that one glance tells. */
function signalOut(family: string, { signals, best_signal: chosen }: OfFamily, free: boolean): SignalOut | null {
  const found = free ? chosen?.free : chosen?.any;
  if (found) {
    const better = found.augrc < found.top_probability;
    const clear = better && found.against_top_probability[1] < 0;
    return { family, signal: found.wrong === 0 ? null : found.signal, better, clear };
  }
  const top = signals[TOP];
  const [best] = Object.entries(signals)
    .filter(([name]) => name !== TOP && !free)
    .sort(([, one], [, other]) => one.augrc - other.augrc);
  if (!top || !best) return null;
  const [name, { augrc, against_top_probability: against }] = best;
  const better = augrc < top.augrc;
  return { family, signal: top.auroc === null ? null : name, better, clear: better && (against?.[1] ?? 0) < 0 };
}

const effortOut = (
  family: string,
  { strategy, setting, saved, interval }: NonNullable<OfFamily["best"]>,
): EffortOut => ({
  ...{ family, strategy, setting, saved },
  clear: interval[0] > 0,
});

export function cameOut(families: Strategies["families"], free = false): CameOut {
  const all = Object.entries(families);
  return {
    signals: all.flatMap(([family, of]) => signalOut(family, of, free) ?? []),
    efforts: all.flatMap(([family, { best }]) => (best ? effortOut(family, best) : [])),
    games: all.reduce((sum, [, of]) => sum + escalating(of).reduce((part, { games }) => part + games, 0), 0),
    unsolved: all.flatMap(([family, of]) => {
      const alone = of.strategies["system2"]?.[0]?.solved ?? 0;
      const short = escalating(of).filter(({ solved }) => solved < alone);
      return [...new Set(short.map(({ strategy }) => strategy))].map((strategy) => ({ family, strategy }));
    }),
    apart: all.every(([, { best, best_signal: chosen }]) => chosen !== undefined && best?.chosen_on !== undefined),
  };
}

/** Whoever may ask System 2. */
function escalating({ strategies }: OfFamily) {
  return Object.entries(strategies)
    .filter(([strategy]) => strategy !== "system1")
    .flatMap(([strategy, settings]) => settings.map(({ games, solved }) => ({ strategy, games, solved })));
}

const familyName = (family: string) => t(`family.${family}`);

export function cameOutTexts({ families }: Strategies): string[] {
  const any = cameOut(families);
  const free = cameOut(families, true);
  const n = figureText(Object.keys(families).length);
  const puzzles = Object.values(families).map((one) => one.puzzles);
  const least = figureText(Math.min(...puzzles));
  return [
    signalsText("lab.out.signals", any, n),
    ...(free.signals.length > 0 ? [signalsText("lab.out.signals.free", free, n)] : []),
    ...sameText(any),
    effortText(any, n),
    solvedText(any),
    t(any.apart ? "lab.out.apart" : "lab.out.same", { n: least }),
  ];
}

function signalsText(key: string, { signals }: CameOut, n: string): string {
  const better = signals.filter((one) => one.better && one.signal !== null);
  if (better.length === 0) return t(`${key}.none`, { n });
  const list = better.map(({ family, signal }) =>
    t("lab.out.one", { family: familyName(family), what: signalName(signal!) }),
  );
  const clear = figureText(better.filter((one) => one.clear).length);
  return t(key, { m: figureText(better.length), n, clear, list: joinPhrases(list) });
}

function sameText({ signals }: CameOut): string[] {
  const right = signals.filter(({ signal }) => signal === null).map(({ family }) => familyName(family));
  return right.length > 0 ? [t("lab.out.right", { list: joinPhrases(right) })] : [];
}

function effortText({ efforts }: CameOut, n: string): string {
  const told = ({ family, strategy, setting, saved }: EffortOut) =>
    t("lab.out.saved", {
      family: familyName(family),
      what: [strategyName(strategy), settingText(setting)].filter((word) => word !== "").join(" "),
      share: shareText(saved, 0),
    });
  const much = efforts.filter(({ saved }) => saved >= MUCH);
  const little = efforts.filter(({ saved }) => saved < MUCH);
  const share = shareText(MUCH, 0);
  const clear = figureText(much.filter((one) => one.clear).length);
  return [
    much.length > 0
      ? t("lab.out.effort", { share, m: figureText(much.length), n, clear, list: joinPhrases(much.map(told)) })
      : t("lab.out.effort.none", { share, n }),
    ...(little.length > 0 ? [t("lab.out.effort.little", { list: joinPhrases(little.map(told)) })] : []),
  ].join(" ");
}

function solvedText({ unsolved, games }: CameOut): string {
  if (unsolved.length === 0) return t("lab.out.solved", { games: figureText(games) });
  const list = unsolved.map(({ family, strategy }) =>
    t("lab.out.one", { family: familyName(family), what: strategyName(strategy) }),
  );
  return t("lab.out.unsolved", { list: joinPhrases(list) });
}
