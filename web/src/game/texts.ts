// What the panels say, made from the engine's plain values. Pure apart from the language in use.

import type {
  Board,
  Candidate,
  Decision,
  DecisionMark,
  Intuited,
  Intuition,
  MarginalsAnswer,
  Proof,
  RuleBound,
  Strategy,
  View,
  Fact,
} from "../protocol/engine";
import type { Timings } from "../protocol/parts";
import type { Odds } from "../board/content";
import { hasKey, t } from "../i18n/i18n";
import {
  nameText,
  namesText,
  numberText,
  probabilityText,
  saidOf,
  symbolOf,
  tell,
  timeText,
  type Rich,
} from "../i18n/sentences";
import { SOURCES } from "../protocol/decision";
import type { Ending, Feeling, ProofText, Tallied, Verdict } from "./shown";
import { cellLabel, cellName } from "./labels";
import type { AnswerTopic, Asked } from "./topic";

export { cellLabel, cellName };

/** Highest first. */
export function feelingsOf(board: Board, intuition: Intuition | null, variable: number): Feeling[] {
  const cell = intuition?.cells.find((item) => item.variable === variable);
  return [...(cell?.candidates ?? [])]
    .sort((a, b) => b.probability - a.probability)
    .map(({ value, probability }) => ({ symbol: symbolOf(board, value), probability }));
}

/** What was felt in a proposal's cell. A second look may have changed its mind: then only the proposal itself is known. */
export function proposedOf(
  board: Board,
  reading: Intuition | null,
  { variable, value, probability }: Candidate,
): Feeling[] {
  const felt = reading?.cells.find((cell) => cell.variable === variable)?.candidates ?? [];
  const same = felt.some((one) => one.value === value && Math.abs(one.probability - probability) < SAME);
  return same ? feelingsOf(board, reading, variable) : [{ symbol: symbolOf(board, value), probability }];
}

/** Two readings agree on a probability if they are told alike. */
const SAME = 0.005;

/** Per open cell, how strongly System 1 leans to its favourite value there. */
export function heatOf(intuition: Intuition | null, strength = 1): Map<number, number> {
  const heat = new Map<number, number>();
  for (const { variable, candidates } of intuition?.cells ?? []) {
    if (candidates.length > 0) heat.set(variable, strength * Math.max(...candidates.map((item) => item.probability)));
  }
  return heat;
}

/** How often the thing of each two-valued cell is there: felt, unless System 1 has nothing to say, and counted. */
export function oddsOf(board: Board, counted: Counted, felt: Intuition | null): Map<number, Odds> {
  const shares = sharesOf(counted);
  const feelings = new Map(felt?.cells.map((cell) => [cell.variable, cell.candidates]));
  const odds = new Map<number, Odds>();
  for (const { variable, lowest, highest } of board.cells) {
    const mine = shares.get(variable);
    if (!mine || highest - lowest !== 1) continue;
    const feeling = feelings.get(variable)?.find(({ value }) => value === highest);
    odds.set(variable, { felt: feeling?.probability ?? null, counted: mine.get(highest) ?? 0 });
  }
  return odds;
}

/** Why there is nothing to tell of a count, as a key; null where there is. Only a count that ended says that there is
 *  no solution. */
export function uncounted({ truth, marginals }: Pick<MarginalsAnswer, "truth" | "marginals">): string | null {
  if (marginals.length > 0) return null;
  if (truth === "unknown") return "odds.none";
  return truth === "sat" ? "odds.settled" : "odds.contradiction";
}

type Counted = MarginalsAnswer["marginals"];

function sharesOf(counted: Counted): Map<number, Map<number, number>> {
  const shares = new Map<number, Map<number, number>>();
  for (const { variable, value, probability } of counted) {
    const mine = shares.get(variable) ?? new Map<number, number>();
    shares.set(variable, mine.set(value, probability));
  }
  return shares;
}

/** What was counted for one cell, as System 1's feelings are told: highest first. */
export function countedOf(board: Board, counted: Counted, variable: number): Feeling[] {
  return [...(sharesOf(counted).get(variable) ?? [])]
    .sort(([, a], [, b]) => b - a)
    .map(([value, probability]) => ({ symbol: symbolOf(board, value), probability }));
}

export function markLabel(board: Board, mark: DecisionMark): string {
  if (mark.kind === "switch_rule") {
    const args = { who: t(`origin.${mark.source}`), rule: t(`rule.${mark.rule}`) };
    return t(mark.on ? "mark.rule_on" : "mark.rule_off", args);
  }
  const args = {
    who: t(`origin.${mark.source}`),
    cell: cellName(board, mark.variable),
    value: saidOf(board, mark.value),
  };
  const label = t(`mark.${mark.kind}`, args);
  // A person may have put another value in its place.
  const gone = mark.source === "player" ? t("mark.replaced") : t("mark.taken_back");
  return mark.takenBack ? `${label} — ${gone}` : label;
}

function then(key: string): string {
  return hasKey(`${key}.then`) ? t(`${key}.then`) : "";
}

/** `shifted`: System 1 is out of its depth, and numbers of its confidence would claim too much. */
export function verdictOf(decision: Decision, shifted: boolean): Verdict {
  const { thought } = decision;
  if (thought === null) return { said: t("verdict.player"), then: then("verdict.player"), outcome: "" };
  const { strategy, threshold, verdict, intuition, deliberation } = thought;
  const confidence = intuition?.proposal.probability ?? 0;
  const args = comparedText(confidence, threshold);
  // That System 2 alone takes steps of its own goes without saying.
  const outcome = strategy === "system2" || deliberation === null ? "" : t(deliberation.outcome, args);
  const said = t(shifted ? withoutNumbers(verdict) : verdict, args);
  return {
    said: [...howSeen(intuition, strategy), said].join(" "),
    then: then(verdict),
    outcome: [outcome, ifRight(decision)].filter((sentence) => sentence !== "").join(" "),
  };
}

/** That its proof rests on moves nobody proved, where it does. A move that is taken back is proved not to stand beside them. */
function ifRight({ assumes }: Decision): string {
  return assumes.length > 0 ? t("outcome.assumes", { count: assumes.length }) : "";
}

/** A confidence and what it is held against: with a digit more where they would look alike and are not. */
function comparedText(confidence: number, threshold: number): { confidence: string; threshold: string } {
  const alike = confidence !== threshold && probabilityText(confidence) === probabilityText(threshold);
  return {
    confidence: probabilityText(confidence, alike ? 1 : 0),
    threshold: probabilityText(threshold, alike ? 1 : 0),
  };
}

/** What is worth telling of how System 1 came to the move: that it looked twice, or slept on it, or did not look. */
function howSeen(intuition: Intuited | null, strategy: Strategy): string[] {
  if (intuition?.inference === "reused") return [t("verdict.reused")];
  if (intuition === null) return [];
  const { looks, slept, agree, fed } = intuition.evidence;
  if (fed > 0) return [t("verdict.feed_back", { count: fed })];
  const said = looks > 1 ? [t("verdict.look_again")] : [];
  const several = strategy === "agreement" ? "verdict.look_around" : "verdict.sleep_on_it";
  // A single picture was enough: then the verdict says so.
  return slept > 1 ? [...said, t(several, { agree, slept })] : said;
}

/** Verdicts that tell a confidence have another form for where it means little. */
function withoutNumbers(verdict: string): string {
  if (verdict === "verdict.system1_only") return "verdict.system1_only_shift";
  if (verdict === "verdict.whole") return "verdict.whole_shift";
  return ["verdict.trusted", "verdict.unsure", "verdict.breaks_rule", "verdict.irrevocable"].includes(verdict)
    ? "verdict.shift"
    : verdict;
}

/** Both systems on a visitor's move; out of its depth, System 1 holds its tongue. */
export function reactionOf({ variable, probability, before, found }: AnswerTopic, shifted: boolean): Verdict {
  if (shifted) return { said: "", then: "", outcome: t(`react.${found.answer.finding}`) };
  // It only weighs values that no rule forbids, and cells that are open: of a value that is replaced it has nothing to say.
  const weighed = before?.cells.some((cell) => cell.variable === variable && cell.candidates.length > 0) ?? false;
  const silent = weighed ? t("react.system1_never") : "";
  const said = probability === null ? silent : t("react.system1", { probability: probabilityText(probability) });
  return { said, then: "", outcome: t(`react.${found.answer.finding}`) };
}

/** Rules and time; what the solver did for it is a detail. Without either, that is all there is to tell. */
function costText(rules: number, effort: number, ms: number | undefined): Pick<ProofText, "cost" | "costDetail"> {
  const operations = t("proof.effort", { effort: numberText(effort) });
  const parts = [
    ...(rules > 0 ? [t("proof.rules", { count: rules })] : []),
    ...(ms === undefined ? [] : [timeText(ms)]),
  ];
  return { cost: parts.join(" · ") || operations, costDetail: t("tip.cost", { operations }) };
}

/** How many rules a proof cites. The upper and the lower bound of one rule have one name, and count once. */
const cited = ({ rules }: Proof) => new Set(rules.map(({ name }) => JSON.stringify(name))).size;

/** The lines of a proof, and what it cost. */
function proofBody(
  board: Board,
  proof: Proof,
  effort: number,
  ms: number | undefined,
): Omit<ProofText, "headline" | "answer"> {
  return {
    lines: proof.lines.map((line) => tell(line, board)),
    badge: t(proof.minimal ? "proof.badge" : "proof.badge_long"),
    ...costText(cited(proof), effort, ms),
  };
}

function headline(board: Board, proof: Proof, taken: boolean): string {
  const args = { value: saidOf(board, proof.value), cell: cellName(board, proof.variable) };
  if (taken) return t("headline.taken_back", args);
  return t(proof.place ? "headline.why" : "headline.why_not", args);
}

export function proofOfDecision(
  board: Board,
  decision: Decision,
  proof: Proof | null,
  timings: Timings | undefined,
): ProofText | null {
  if (!proof) return null;
  return {
    headline: headline(board, proof, decision.kind === "take_back"),
    answer: [],
    ...proofBody(board, proof, decision.thought?.deliberation?.effort ?? 0, timings?.system2Ms),
    ...(decision.assumes.length > 0 && { badge: assumedText(board, decision.assumes) }),
  };
}

const ASSUMPTIONS_NAMED = 4;

/** A proof that rests on unproved moves names them. */
function assumedText(board: Board, assumes: readonly Fact[]): string {
  const named = assumes
    .slice(0, ASSUMPTIONS_NAMED)
    .map(({ variable, value }) => t("proof.assumed", { cell: cellName(board, variable), value: saidOf(board, value) }));
  const more = assumes.length - named.length;
  return t("proof.badge_if", {
    moves: [...named, ...(more > 0 ? [t("proof.assumed_more", { count: more })] : [])].join(", "),
  });
}

/** What is visibly broken, in words; a dead end where nothing is too much, but something has no place left. */
export function brokenOf(board: Board, rules: readonly RuleBound[]): { units: string; deadEnd: boolean } | null {
  if (rules.length === 0) return null;
  const deadEnd = rules.every(({ bound }) => bound === "lower");
  if (!deadEnd) return { units: namesText(rules.map(({ name }) => name)), deadEnd };
  const clauses = rules.map(({ name, cell, value }) => {
    const unit = nameText(name);
    if (cell) return t("broken.no_value", { cell: unit });
    return value === null ? t("broken.unmet", { unit }) : t("broken.no_place", { unit, value: saidOf(board, value) });
  });
  return { units: clauses.join("; "), deadEnd };
}

/** The same as a sentence; empty where nothing is. */
export function brokenText(board: Board, view: View): string {
  const broken = view.status === "conflict" ? brokenOf(board, view.broken) : null;
  return broken ? t(broken.deadEnd ? "status.dead_end" : "status.conflict", { units: broken.units }) : "";
}

function answerHeadline(asked: Asked, proof: Proof | null): string {
  if (asked !== "hint") return asked === "why" ? "headline.why" : "headline.move";
  if (!proof) return "headline.hint";
  return proof.place ? "headline.hint_place" : "headline.hint_rule_out";
}

/** What is wrong with a board that contradicts itself: what can be seen, and which of the moves cannot stand, with the
 *  reason. */
function contradictionText(board: Board, wrong: Proof | null, broken: string): Pick<ProofText, "answer" | "lines"> {
  const seen: Rich = broken ? [{ text: `${broken} `, strong: false }] : [];
  if (!wrong) return { answer: [...seen, ...tell({ key: "answer.contradiction", args: {} }, board)], lines: [] };
  const args = { value: wrong.value, cell: board.cells[wrong.variable]!.name };
  const lines = wrong.lines.map((line) => tell(line, board));
  return { answer: [...seen, ...tell({ key: "answer.wrong", args }, board)], lines };
}

/** `untouched`: nothing stands on the board that could be wrong. `broken`: what is visibly broken, in a sentence. */
export function proofOfAnswer(board: Board, topic: AnswerTopic, untouched: boolean, broken = ""): ProofText {
  const { asked, variable, value } = topic;
  const { answer, proof, system2Ms } = topic.found;
  const empty = { lines: [], badge: "", ...costText(0, answer.effort, system2Ms) };
  const args = { value: saidOf(board, value), cell: cellName(board, variable) };
  const headline = t(answerHeadline(asked, proof), args);
  const contradictory = answer.finding === "contradiction";
  if (contradictory && !untouched)
    return { headline, ...empty, ...contradictionText(board, topic.found.wrong, broken) };
  const found = contradictory ? "idle.impossible" : `answer.${asked}.${answer.finding}`;
  const said = asked === "hint" && proof ? [] : tell({ key: found, args: { value } }, board);
  const told = proof ? proofBody(board, proof, answer.effort, system2Ms) : empty;
  return { headline, answer: said, ...told, ...(topic.found.draft ? { badge: t("proof.badge_draft") } : {}) };
}

/** Who decided how many of the values that were to be found. */
export function endingOf({ cells, tally }: View): Ending {
  const decided = SOURCES.flatMap((source) => {
    const count = cells.filter(({ origin }) => origin === source).length;
    return count > 0 ? [{ source, text: t("end.decided", { who: t(`origin.${source}`), count }) }] : [];
  });
  return { decided, more: tally.takenBack > 0 ? [t("tally.taken_back", { count: tally.takenBack })] : [] };
}

/** How often, and what it cost; what never happened is not told. */
export function tallyOf(view: View, timings: Iterable<Timings>): Tallied {
  const { tally } = view;
  const sum = { one: 0, two: 0 };
  for (const { system1Ms, system2Ms } of timings) {
    sum.one += system1Ms;
    sum.two += system2Ms;
  }
  const happened = (counts: [string, number][]) =>
    counts.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
  return {
    moves: [
      t("tally.moves", { count: tally.moves }),
      ...happened([
        ["tally.ruled_out", tally.eliminations],
        ["tally.escalations", tally.escalations],
        ["tally.taken_back", tally.takenBack],
      ]),
    ],
    details: [
      ...happened([
        ["tally.second_looks", tally.secondLooks],
        ["tally.reused", tally.reused],
      ]),
      t("proof.effort", { effort: numberText(tally.effort) }),
    ],
    system1: t("tally.system1", { time: timeText(sum.one), count: tally.inferences }),
    system2: t("tally.system2", { time: timeText(sum.two) }),
  };
}
