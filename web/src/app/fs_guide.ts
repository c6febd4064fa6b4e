// What this page is, how the puzzle at hand is played, and what all the marks mean.

import { html, nothing, svg, type SVGTemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import "../board/fs_board";

import { cellLabel, markLabel } from "../game/texts";
import { hasKey, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { plain, tell } from "../i18n/sentences";
import type { Board, View } from "../protocol/engine";
import { icon } from "../style/icons";
import { markStyles, originMark } from "../style/marks";
import { dialogStyles } from "../style/dialog_styles";
import { shared } from "../style/shared";
import { ExamplePlay } from "./example_play";
import { guideStyles } from "./guide_styles";

/** The article that this page makes tangible. */
const ARTICLE = "https://doi.org/10.1093/pnasnexus/pgaf117";

const square = (kind: string) => svg`<rect class=${kind} x="1" y="1" width="14" height="14" rx="2" />`;

/** Each mark as it stands on the board or in the panels, and the key of what it means. */
const MARKS: [key: string, drawn: () => SVGTemplateResult][] = [
  ["given", () => svg`<text x="8" y="12.5">7</text>`],
  ["system1", () => originMark("system1", 8, 8, 4.6)],
  ["system2", () => originMark("system2", 8, 8, 4.6)],
  ["both", () => originMark("both", 8, 8, 4.6)],
  ["player", () => originMark("player", 8, 8, 4.6)],
  [
    "dial",
    () =>
      svg`<circle cx="8" cy="8" r="6" fill="none" stroke="var(--s1)" stroke-opacity=".25" stroke-width="2.4" />
        <path d="M8 2a6 6 0 1 1-5.7 7.8" fill="none" stroke="var(--s1)" stroke-width="2.4" />
        <circle class="s1" cx="8" cy="8" r="2.2" />`,
  ],
  ["ruled_out", () => svg`<text class="faint" x="8" y="12">4</text><path class="line" d="M3 10.5L13 6" />`],
  ["cited", () => square("rule-ground")],
  ["fact", () => square("fact-ground")],
  ["broken", () => svg`<text x="8" y="10.5">7</text><path class="wave" d="M2 14q1.5-2.4 3 0t3 0t3 0t3 0" />`],
  [
    "tick",
    () =>
      svg`<rect class="s1" y="6" width="16" height="4" rx="2" /><rect class="pointer" x="5" y="2" width="2.4" height="12" rx="1" />`,
  ],
];

@customElement("fs-guide")
export class FsGuide extends Localized {
  static override styles = [shared, markStyles, dialogStyles, guideStyles];

  /** The kind of puzzle at hand, and the rules beside its plain ones. */
  @property() family = "";
  @property({ attribute: false }) rules: readonly string[] = [];
  /** Where the guide lies. */
  @property() link = "";
  /** The rules as the author tells them, of a puzzle that somebody made. */
  @property() about = "";

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  private readonly example = new ExamplePlay(() => this.requestUpdate());

  show(): void {
    this.dialog.showModal();
    this.dialog.scrollTop = 0;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    void this.example.open(this.family).then(() => {
      if (!still && this.dialog.open) this.example.run(true);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.example.close();
  }

  override render() {
    return html`<dialog aria-labelledby="title" @click=${this.onBackdrop} @close=${() => this.example.close()}>
      <button class="link close" aria-label=${t("new.close")} @click=${() => this.dialog.close()}>
        ${icon("close")}
      </button>
      <h2 id="title">${t("guide.title")}</h2>
      <p>
        ${t("guide.what")}
        <a href=${ARTICLE} target="_blank" rel="noopener"
          >${t("guide.article")}<span class="visually-hidden"> ${t("page.new_tab")}</span></a
        >
      </p>
      <p>
        ${t("guide.way_in")} <a href=${this.link}>${t("guide.more")}</a>
        <button class="link" @click=${this.onTour}>${t("guide.tour")}</button>
      </p>
      ${this.renderRules()} ${this.renderLegend()}
    </dialog>`;
  }

  private renderRules() {
    const told = hasKey(`guide.rules.${this.family}`) ? t(`guide.rules.${this.family}`) : this.about;
    const more = this.rules.map((rule) => t(`rule.${rule}`)).join(" · ");
    return html`<h3>${t("guide.play", { family: t(`family.${this.family}`) })}</h3>
      ${told ? html`<p class="rules">${told}</p>` : nothing}
      ${more ? html`<p>${t("guide.extra", { rules: more })}</p>` : nothing}
      ${this.example.state === "missing" ? nothing : this.renderExample()}`;
  }

  private renderExample() {
    const { board, view, mark, proof, state, running } = this.example;
    if (!board || !view) return html`<p class="muted">${t("guide.loading")}</p>`;
    const done = state === "done";
    return html`<div class="example">
      ${this.renderBoard(board, view)}
      <div class="said" aria-live=${running ? "off" : "polite"}>
        <p>${mark ? markLabel(board, mark) : t("guide.example")}</p>
        ${(proof?.lines ?? []).map((line) => html`<p>${plain(tell(line, board))}</p>`)}
        ${done ? html`<p>${t("status.solved")}</p>` : nothing}
      </div>
      <div class="moves">
        <button class="button small" ?disabled=${done} @click=${() => this.example.run(!running)}>
          ${t(running ? "controls.pause" : "controls.play")}
        </button>
        <button class="button small" ?disabled=${done || running} @click=${() => this.example.step()}>
          ${t("controls.step")}
        </button>
      </div>
    </div>`;
  }

  private renderBoard(board: Board, view: View) {
    const { mark, proof } = this.example;
    return html`<fs-board
      inert
      .board=${board}
      .cells=${view.cells}
      .subject=${mark && mark.kind !== "switch_rule" ? mark.variable : null}
      .ruleCells=${new Set(proof?.ruleCells)}
      .factCells=${new Set(proof?.factCells)}
      .cited=${new Set(proof?.constraints)}
      .reaches=${(proof?.lines.length === 1 && proof.lines[0]?.reaches) || []}
      .selected=${-1}
      .name=${t("guide.example")}
      .labels=${board.cells.map(({ variable }) => cellLabel(board, variable, view.cells[variable], false))}
    ></fs-board>`;
  }

  private renderLegend() {
    return html`<h3>${t("guide.marks")}</h3>
      <dl>
        ${MARKS.map(
          ([key, drawn]) =>
            html`<dt><svg viewBox="0 0 16 16" aria-hidden="true">${drawn()}</svg></dt>
              <dd>${t(`legend.${key}`)}</dd>`,
        )}
      </dl>`;
  }

  private readonly onTour = () => {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("tour"));
  };

  private readonly onBackdrop = (event: MouseEvent) => {
    if (event.target === this.dialog) this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-guide": FsGuide;
  }
}
