// What the panels say, made from the engine's plain values. Pure apart from the language in use.

import type { Board, CellView, Decision, DecisionMark, Intuition, Proof, View } from "../protocol";
import type { Timings } from "../host/host";
import type { Feeling } from "../panels/fs_system1";
import type { ProofText } from "../panels/fs_system2";
import type { Tallied } from "../panels/fs_decisions";
import type { Verdict } from "../panels/fs_arbitrator";
import { hasKey, t } from "../i18n/i18n";
import { nameText, numberText, probabilityText, symbolOf, tell, timeText } from "../i18n/sentences";
import type { Topic } from "./play";

type Answer = Extract<Topic, { kind: "answer" }>;

export function cellName(board: Board, variable: number): string {
  const cell = board.cells.find((item) => item.variable === variable);
  return cell ? nameText(cell.name) : "";
}

export function cellLabel(board: Board, variable: number, view: CellView | undefined, broken: boolean): string {
  const cell = cellName(board, variable);
  if (!view) return cell;
  if (view.value !== null) {
    const label = t("label.value", { cell, value: symbolOf(board, view.value), origin: t(`origin.${view.origin}`) });
    return broken ? `${label}, ${t("label.broken")}` : label;
  }
  const candidates = view.candidates.map((value) => symbolOf(board, value)).join(" ");
  return candidates ? t("label.open", { cell, candidates }) : t("label.dead", { cell });
}

/** Highest first. */
export function feelingsOf(board: Board, intuition: Intuition | null, variable: number): Feeling[] {
  const cell = intuition?.cells.find((item) => item.variable === variable);
  return [...(cell?.candidates ?? [])]
    .sort((a, b) => b.probability - a.probability)
    .map(({ value, probability }) => ({ symbol: symbolOf(board, value), probability }));
}

/** Per open cell, how strongly System 1 leans to its favourite value there. */
export function heatOf(intuition: Intuition | null): Map<number, number> {
  const heat = new Map<number, number>();
  for (const { variable, candidates } of intuition?.cells ?? []) {
    if (candidates.length > 0) heat.set(variable, Math.max(...candidates.map((item) => item.probability)));
  }
  return heat;
}

export function markLabel(board: Board, mark: DecisionMark): string {
  const args = {
    who: t(`origin.${mark.source}`),
    cell: cellName(board, mark.variable),
    value: symbolOf(board, mark.value),
  };
  const label = t(`mark.${mark.kind}`, args);
  return mark.takenBack ? `${label} — ${t("mark.taken_back")}` : label;
}

function then(key: string): string {
  return hasKey(`${key}.then`) ? t(`${key}.then`) : "";
}

export function verdictOf(decision: Decision): Verdict {
  const args = {
    confidence: probabilityText(decision.confidence ?? decision.proposal?.probability ?? 0),
    threshold: probabilityText(decision.threshold ?? 0),
  };
  // That System 2 alone takes steps of its own goes without saying.
  const told = decision.outcome !== null && decision.strategy !== "system2";
  return {
    said: t(decision.verdict, args),
    then: then(decision.verdict),
    outcome: told ? t(decision.outcome!, args) : "",
  };
}

/** Both systems on a visitor's move. */
export function reactionOf({ probability, before, answer }: Answer): Verdict {
  const silent = before === null ? "" : t("react.system1_never"); // it only weighs values that no rule forbids
  const said = probability === null ? silent : t("react.system1", { probability: probabilityText(probability) });
  return { said, then: "", outcome: t(`react.${answer.answer.verdict}`) };
}

function costText(rules: number, effort: number, ms: number | undefined): string {
  const parts = [t("proof.rules", { count: rules }), t("proof.effort", { effort: numberText(effort) })];
  if (ms !== undefined) parts.push(timeText(ms));
  return parts.join(" · ");
}

function told(
  board: Board,
  proof: Proof,
  effort: number,
  ms: number | undefined,
): Pick<ProofText, "lines" | "badge" | "cost"> {
  return {
    lines: proof.lines.map((line) => tell(line, board)),
    badge: t(proof.minimal ? "proof.badge" : "proof.badge_long"),
    cost: costText(proof.rules.length, effort, ms),
  };
}

function headline(board: Board, proof: Proof, taken: boolean): string {
  const args = { value: symbolOf(board, proof.value), cell: cellName(board, proof.variable) };
  if (taken) return t("headline.taken_back", args);
  return t(proof.place ? "headline.why" : "headline.why_not", args);
}

export function proofOfDecision(board: Board, decision: Decision, timings: Timings | undefined): ProofText | null {
  const { proof } = decision;
  if (!proof) return null;
  return {
    headline: headline(board, proof, decision.kind === "take_back"),
    answer: [],
    ...told(board, proof, decision.effort, timings?.system2Ms),
  };
}

export function proofOfAnswer(board: Board, topic: Answer): ProofText {
  const { asked, answer, variable, value } = topic;
  const { proof, verdict, effort } = answer.answer;
  const empty = { lines: [], badge: "", cost: costText(0, effort, answer.system2Ms) };
  const args = { value: symbolOf(board, value), cell: cellName(board, variable) };
  const title =
    asked === "hint"
      ? proof
        ? t(proof.place ? "headline.hint_place" : "headline.hint_rule_out", args)
        : t("headline.hint")
      : t(asked === "move" ? "headline.move" : "headline.why", args);
  const said = asked === "hint" && proof ? [] : tell({ key: `answer.${asked}.${verdict}`, args: { value } }, board);
  return { headline: title, answer: said, ...(proof ? told(board, proof, effort, answer.system2Ms) : empty) };
}

/** How often, and what it cost; what never happened is not told. */
export function tallyOf(view: View, timings: Iterable<Timings>): Tallied {
  const { tally } = view;
  const sum = { one: 0, two: 0 };
  for (const { system1Ms, system2Ms } of timings) {
    sum.one += system1Ms;
    sum.two += system2Ms;
  }
  const counts: [string, number][] = [
    ["tally.ruled_out", tally.eliminations],
    ["tally.escalations", tally.escalations],
    ["tally.taken_back", tally.takenBack],
  ];
  const happened = counts.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
  return {
    moves: [t("tally.moves", { count: tally.moves }), ...happened],
    system1: t("tally.system1", { time: timeText(sum.one), count: tally.inferences }),
    system2: t("tally.system2", { time: timeText(sum.two), effort: numberText(tally.effort) }),
  };
}
