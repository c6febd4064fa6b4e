// What a promise comes to, in words. Pure apart from the language in use.

import { t } from "../i18n/i18n";
import { figureText, shareText } from "../i18n/numbers";
import type { Wish } from "../protocol/engine";
import type { Kind, Pledged } from "./pledge";

export interface PledgeText {
  /** It is given: System 1 is trusted from somewhere on. */
  given: boolean;
  said: string;
  /** What it rests on, or what holds instead. */
  more: string;
}

const kindText = ({ family, size, level }: Kind) => ({
  ...{ family: t(`family.${family}`), size, level: t(`level.${level}`) },
});

export function pledgeText(pledged: Pledged, wish: Wish): PledgeText {
  const told = { alpha: shareText(wish.alpha, 2), delta: shareText(wish.delta, 2) };
  const instead = t("pledge.instead");
  switch (pledged.is) {
    case "asked":
      return { given: false, said: t("pledge.asked"), more: instead };
    case "void": {
      const kind = pledged.why === "kind" ? kindText(pledged.kind) : {};
      return { given: false, said: t(`pledge.void.${pledged.why}`, kind), more: instead };
    }
    case "refused": {
      const { games, needed } = pledged.certificate;
      const key = games < needed ? "pledge.too_few" : "pledge.too_many";
      const numbers = { games: figureText(games), needed: figureText(needed) };
      return { given: false, said: t(key, { ...told, ...numbers }), more: instead };
    }
    case "given":
      return givenText(pledged, told);
  }
}

function givenText(
  { kind, certificate }: Pledged & { is: "given" },
  told: { alpha: string; delta: string },
): PledgeText {
  const { games, losses, bound } = certificate;
  const threshold = certificate.threshold ?? Infinity;
  const evidence = { games: figureText(games), losses: figureText(losses), bound: shareText(bound, 2) };
  const more = t("pledge.evidence", { ...told, ...evidence, ...kindText(kind) });
  if (threshold > 1) return { given: false, said: t("pledge.never", told), more };
  return { given: true, said: t("pledge.given", { ...told, threshold: shareText(threshold, 1) }), more };
}
