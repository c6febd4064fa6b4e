// What is played in the guide: a game with those of its panels that a section is about, and the bets.

import { html, nothing } from "lit";

import "../board/fs_board";

import type { RuleWish } from "../game/shown";
import { hasKey, t } from "../i18n/i18n";
import { probabilityText, symbolOf } from "../i18n/sentences";
import { cellName } from "../game/texts";
import { renderSystem2, renderTrouble } from "../shell/panels";
import { renderBoard, renderControls, renderModes, renderNotes, renderReason, type Table } from "../shell/table";
import { setStyle } from "../style/set_style";
import type { Bets } from "./bets";
import type { Left } from "./stalls";

const ASKED = { awaited: true, counts: false };

/** `rule`: the one to switch. */
export function renderGame(table: Table, { why = false, rule }: { why?: boolean; rule?: string }, thinking: string) {
  const { play, stage } = table;
  return html`
    ${renderModes(table)} ${renderRestart(table)}
    ${
      rule
        ? html`<fs-rules
            .switches=${stage.sheet.switches.filter((one) => one.rule === rule)}
            ?ready=${play.ready}
            @rule-switch=${(event: CustomEvent<RuleWish>) => play.switchRule(event.detail.rule, event.detail.on)}
          ></fs-rules>`
        : nothing
    }
    <div class="desk">${renderBoard(table)}</div>
    ${renderControls(table)} ${why ? renderSystem2(table, { ...ASKED, thinking }) : renderReason(table)}
    ${renderTroubles(table)}
  `;
}

function renderRestart({ play }: Table) {
  return html`<button
    class="link restart"
    ?disabled=${!play.ready || !(play.view?.canUndo ?? false)}
    @click=${play.reset}
  >
    ${t("controls.reset")}
  </button>`;
}

/** What is missing, with another try. */
export function renderTroubles(table: Table) {
  const { play } = table;
  return html`${renderTrouble(table, "engine", () => location.reload())}
  ${renderTrouble(table, "policy", () => play.load("policy"))}
  ${renderTrouble(table, "solver", () => play.load("solver"))}`;
}

/** The board of an exhibit while the game is played in another; before it was played, the room that it will take. */
export function renderLeft(left: Left | null) {
  if (!left) return html`<div class="room"></div>`;
  return html`<div class="desk"><fs-board .board=${left.board} .cells=${left.cells} waiting></fs-board></div>`;
}

// --- bets --------------------------------------------------------------------------------------------------------

interface Betting {
  say(right: boolean): void;
  next(): void;
  thinking: string;
}

export function renderBet(table: Table, bets: Bets, { say, next, thinking }: Betting) {
  const { play, stage } = table;
  const { board } = play;
  if (!board) return nothing;
  const { variable, value } = bets.bet;
  const { lights } = stage.sheet;
  const { sureness, said, right } = bets;
  const rules = `guide.rules.${board.family}`;
  const guess = t("article.bet.guess", { cell: cellName(board, variable), value: symbolOf(board, value) });
  return html`
    <p class="kind">${stage.sheet.title}. ${hasKey(rules) ? t(rules) : nothing}</p>
    <div class="desk">
      <fs-board
        .board=${board}
        .cells=${stage.sheet.cells}
        .ruleCells=${lights.rule}
        .factCells=${lights.fact}
        .cited=${lights.cited}
        .subject=${variable}
        .speaker=${right === null ? "system1" : right ? "both" : "system2"}
        .ghost=${right === false ? { value, place: false } : { value, place: true }}
        .selected=${variable}
        .name=${stage.sheet.title}
        .labels=${stage.sheet.labels}
        ?waiting=${!play.ready}
      ></fs-board>
    </div>
    ${renderNotes(table)} ${renderSureness(guess, sureness)}
    ${
      said === null
        ? html`<p class="choice" role="group" aria-label=${t("article.bet.ask")}>
            <button class="button" ?disabled=${sureness === null} @click=${() => say(true)}>
              ${t("article.bet.right")}
            </button>
            <button class="button" ?disabled=${sureness === null} @click=${() => say(false)}>
              ${t("article.bet.wrong")}
            </button>
          </p>`
        : renderAnswer(table, bets, next, thinking)
    }
    ${renderTroubles(table)}
  `;
}

function renderSureness(guess: string, sureness: number | null) {
  return html`<p class="guess">
    ${guess}
    ${
      sureness === null
        ? html`<span class="muted">${t("article.bet.looking")}</span>`
        : html`<span class="bar" aria-hidden="true"><i ${setStyle({ "--share": `${sureness * 100}%` })}></i></span>
            <span>${t("article.bet.sure", { percent: probabilityText(sureness) })}</span>`
    }
  </p>`;
}

function renderAnswer(table: Table, { right, said, score }: Bets, next: () => void, thinking: string) {
  const found = right ? "proved" : "refuted";
  const came = said === right ? "won" : "lost";
  const verdict = right === null ? "" : t(`article.bet.${found}.${came}`);
  return html`
    <p class="verdict" role="status">${verdict}</p>
    ${renderSystem2({ ...table, closed: () => undefined }, { ...ASKED, thinking })}
    <p class="choice">
      <button class="button primary" ?disabled=${right === null} @click=${next}>${t("article.bet.next")}</button>
      <span class="muted">${score.made > 0 ? t("article.bet.score", { won: score.won, count: score.made }) : ""}</span>
    </p>
  `;
}
