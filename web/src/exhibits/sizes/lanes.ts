// What a network made of the puzzle, as a row: every move as a mark, and the sum of it in words.

import { html, nothing } from "lit";

import { cellName } from "../../game/texts";
import { language, t } from "../../i18n/i18n";
import { problemText, timeText } from "../../i18n/sentences";
import type { Board } from "../../protocol/engine";
import { countOf, firstMistake, type Score } from "./match";
import type { Contender } from "./networks";
import type { Lane } from "./tournament";

export const whole = (n: number): string => n.toLocaleString(language());

/** What it is called in words. */
export function nameOf({ kind, parameters, puzzles }: Pick<Contender, "kind" | "parameters" | "puzzles">): string {
  if (kind === "none") return t("sizes.kind.none");
  const numbers = { parameters: whole(parameters), puzzles: whole(puzzles) };
  return t("sizes.name", { kind: t(`sizes.kind.${kind}`), ...numbers });
}

/** `open`: it plays now, or played last. */
export function renderLane(lane: Lane, board: Board, open: boolean) {
  const { contender, told, alone, together, problem } = lane;
  return html`<li>
    <details ?open=${open}>
      <summary>
        <span class="network">${nameOf(contender)}${told ? "" : ` · ${t("sizes.untold")}`}</span>
        <span class="muted short">${shortly(lane)}</span>
      </summary>
      ${problem ? html`<p class="problem">${problemText(problem)}</p>` : nothing}
      ${alone ? renderScore(t("sizes.alone"), alone, aloneText(alone, board)) : nothing}
      ${together ? renderScore(t("sizes.together"), together, togetherText(together)) : nothing}
    </details>
  </li>`;
}

/** How it is going, or went, in a few words. */
function shortly({ state, alone, together }: Lane): string {
  if (state !== "done" || !alone || !together) return t(`sizes.state.${state}`);
  const mistake = firstMistake(alone);
  const questions = together.questions;
  if (!mistake) return t("sizes.short.solved", { questions });
  return t("sizes.short.mistake", { at: mistake.at, questions });
}

function renderScore(way: string, score: Score, text: string) {
  return html`<div class="way">
    <span class="who">${way}</span>
    <span class="strip" aria-hidden="true">${score.moves.map(({ event }) => html`<i class=${event}></i>`)}</span>
    <span class="sum">${text}</span>
  </div>`;
}

function aloneText(score: Score, board: Board): string {
  const right = countOf(score, "right");
  const sum = t("sizes.sum.alone", { right, moves: score.moves.length, time: timeText(score.ms.system1) });
  const mistake = firstMistake(score);
  if (score.end === "solved") return `${sum} ${t("sizes.sum.solved")}`;
  if (!mistake) return sum;
  const { at, move } = mistake;
  const told = t("sizes.sum.mistake", { at, cell: cellName(board, move.variable), value: move.value });
  return score.end === "stuck" ? `${sum} ${told} ${t("sizes.sum.stuck")}` : `${sum} ${told}`;
}

function togetherText(score: Score): string {
  const { questions, ms, end } = score;
  const own = countOf(score, "right") + countOf(score, "wrong");
  const sum = t("sizes.sum.together", {
    ...{ own, questions, back: countOf(score, "back") },
    ...{ time1: timeText(ms.system1), time2: timeText(ms.system2) },
  });
  return end === "solved" ? `${sum} ${t("sizes.sum.solved")}` : sum;
}
