// What is said of a run: how it stands, what it cost, what was gained. Pure apart from the language in use.

import { hasKey, t } from "../../i18n/i18n";
import { figureText, shareText } from "../../i18n/numbers";
import type { Learned, Measured } from "../../practice/learned";
import { GOAL, latest, type Learning } from "../../practice/learning";
import type { Curve, Step } from "./curves";

/** How often numbers that are read out change, in puzzles. */
const SAID_EVERY = 10;

/** A puzzle that its author has thrown away meanwhile has no name any more. */
export const courseText = (id: string, title: string | null): string =>
  title ?? t(hasKey(`practice.course.${id}`) ? `practice.course.${id}` : "practice.course.own");

/** One line; seldom another, since it is read out. */
export function stateText({ phase, points, lately, plan }: Learning): string {
  if (phase === "loading" || phase === "measuring") return t(`practice.state.${phase}`);
  if (plan === null || phase === "idle") return t("practice.state.idle");
  const done = phase === "learning" ? points.length - (points.length % SAID_EVERY) : points.length;
  const count = figureText(done);
  if (phase === "learning") return t(done === 0 ? "practice.state.begun" : "practice.state.learning", { count });
  return lately === null ? t("practice.state.paused") : t("practice.state.rests", { count, share: shareText(lately) });
}

/** For the eye: as it is just now. */
export function nowText({ points, lately, totals, seconds }: Learning): string {
  if (lately === null) return "";
  return t("practice.now", {
    puzzles: figureText(points.length),
    moves: figureText(latest(points).reduce((sum, point) => sum + point.moves, 0)),
    share: shareText(lately),
    questions: figureText(totals.escalated),
    seconds: figureText(seconds, 1),
  });
}

const asked = ({ moves, escalated }: Measured): number => (moves === 0 ? 0 : escalated / moves);
const mistaken = ({ moves, wrong }: Measured): number => (moves === 0 ? 0 : wrong / moves);

/** What was measured on held-out puzzles, and what that took. */
export function gainTexts({ tested, totals, seconds }: Learning): string[] {
  const [first, last] = [tested[0], tested.at(-1)];
  if (!first || !last || first === last) return [];
  const [before, after] = [first.result, last.result];
  return [
    t("practice.told.cost", {
      seconds: figureText(last.seconds, 1),
      questions: figureText(totals.escalated),
      steps: figureText(totals.trainingSteps),
      puzzles: figureText(last.puzzles),
    }),
    t("practice.told.gain", {
      count: figureText(after.puzzles),
      before: shareText(asked(before)),
      after: shareText(asked(after)),
      wrong1: shareText(mistaken(before)),
      wrong2: shareText(mistaken(after)),
      alone1: figureText(before.alone),
      alone: figureText(after.alone),
    }),
    t(asked(after) < GOAL ? "practice.told.goal" : "practice.told.not_yet"),
    ...(seconds > last.seconds + 1 ? [t("practice.told.since")] : []),
  ];
}

/** A curve in one sentence. */
export function curveText(curve: Curve, steps: readonly Step[], tell: (value: number) => string): string {
  const [first, last] = [steps[0], steps.at(-1)];
  const name = t(`practice.curve.${curve}`);
  if (!first || !last) return t("practice.curve.none", { name });
  return t("practice.curve.said", { name, from: tell(first.value), to: tell(last.value), count: figureText(last.at) });
}

/** What a network's card says. */
export function cardText({ taught, teacher, start, puzzles, moves, steps, seconds, measured, seed }: Learned): string {
  const rules = taught.rules.map((rule) => t(`rule.${rule}`));
  const name = t(`family.${taught.family}`);
  const kind = [taught.family === "custom" ? name : `${name} ${taught.size}`, ...rules].join(", ");
  const learned = t("practice.card.learned", {
    ...{ kind, teacher: t(`practice.teacher.${teacher}`), start: t(`practice.start.${start}`) },
    ...{ puzzles: figureText(puzzles), moves: figureText(moves), steps: figureText(steps), number: seed },
    seconds: figureText(seconds, 1),
  });
  if (measured === null) return `${learned} ${t("practice.card.unmeasured")}`;
  const found = {
    count: figureText(measured.puzzles),
    solved: figureText(measured.solved),
    alone: figureText(measured.alone),
  };
  const told = t("practice.card.measured", {
    ...found,
    asked: shareText(asked(measured)),
    wrong: shareText(mistaken(measured)),
  });
  return `${learned} ${told}`;
}
