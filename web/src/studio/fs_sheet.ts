// A sheet for the printer: the puzzle as it begins, hints by degrees, and the path to the solution with its reasons. All of it
// comes from the tag itself: one shows the puzzle, another solves it out of sight, by System 2 alone.

import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { FastSlowElement } from "../element/contract";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import { makeTag } from "./tag";
import { changed, type Setup } from "./setup";

/** Longer paths are cut, and said to be. */
const MOST_STEPS = 400;
const DEGREES = 4;

interface Step {
  said: string;
  reasons: string[];
}

@customElement("fs-sheet")
export class FsSheet extends Localized {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 18px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 7px;
        min-height: 32px;
      }
      label input {
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--ink);
      }
      section {
        display: grid;
        gap: 8px;
      }
      h2 {
        font-size: 17px;
      }
      ol {
        list-style: decimal;
        padding-left: 2.4em;
      }
      li {
        margin-bottom: 5px;
        break-inside: avoid;
        overflow-wrap: anywhere;
      }
      li p {
        color: var(--muted);
        font-size: 13.5px;
      }
      .name {
        display: none;
      }
      @media print {
        .row {
          display: none;
        }
        .name {
          display: block;
        }
        section {
          break-inside: auto;
        }
        .solution {
          break-before: page;
        }
      }
    `,
  ];

  @property({ attribute: false }) setup: Setup = {};

  @state() private hints: string[] = [];
  @state() private steps: Step[] = [];
  @state() private working = true;
  @state() private ended: "solved" | "open" | "long" = "open";
  @state() private hinted = true;
  @state() private solved = true;
  private shown: FastSlowElement | null = null;
  private worker: FastSlowElement | null = null;

  override willUpdate(): void {
    if (this.shown) return;
    // A sheet is paper: light, without what is pressed, and nothing that plays.
    const plain = changed(changed(this.setup, "autoplay", ""), "show", "");
    const still: Setup = { ...plain, theme: "light", hide: "modes controls", loading: "now", lock: "cells" };
    this.shown = makeTag(still);
    this.worker = makeTag({ ...still, mode: "system2" });
    this.worker.hidden = true;
  }

  override firstUpdated(): void {
    void this.work(this.worker!);
  }

  private async work(worker: FastSlowElement): Promise<void> {
    if (!(await worker.load())) {
      this.working = false;
      return;
    }
    await this.hint(worker);
    await this.solve(worker);
    this.working = false;
  }

  private async hint(worker: FastSlowElement): Promise<void> {
    for (let degree = 0; degree < DEGREES; degree++) {
      const said = await worker.hint();
      if (said === "" || this.hints.includes(said)) return;
      this.hints = [...this.hints, said];
    }
  }

  private async solve(worker: FastSlowElement): Promise<void> {
    while (this.isConnected && this.steps.length < MOST_STEPS) {
      const made = await worker.step();
      if (!made) break;
      this.steps = [...this.steps, { said: made.said, reasons: await worker.explain() }];
    }
    const done = worker.state.status === "solved";
    this.ended = done ? "solved" : this.steps.length >= MOST_STEPS ? "long" : "open";
  }

  override render() {
    return html`<div class="row">
        <button class="button primary" ?disabled=${this.working} @click=${() => window.print()}>
          ${t("sheet.print")}
        </button>
        ${this.renderBox("sheet.hints", this.hinted, (on) => (this.hinted = on))}
        ${this.renderBox("sheet.path", this.solved, (on) => (this.solved = on))}
        <span role="status" class="muted">${this.working ? t("sheet.working", { count: this.steps.length }) : ""}</span>
      </div>
      <p class="name">${t("sheet.name")} ____________________________</p>
      ${this.shown}${this.worker} ${this.hinted ? this.renderHints() : nothing}
      ${this.solved ? this.renderPath() : nothing}`;
  }

  private renderBox(key: string, on: boolean, chosen: (on: boolean) => void) {
    const change = (event: Event) => chosen((event.target as HTMLInputElement).checked);
    return html`<label><input type="checkbox" .checked=${on} @change=${change} />${t(key)}</label>`;
  }

  private renderHints() {
    if (this.hints.length === 0) return nothing;
    return html`<section>
      <h2>${t("sheet.hints")}</h2>
      <ol>
        ${this.hints.map((hint) => html`<li>${hint}</li>`)}
      </ol>
    </section>`;
  }

  private renderPath() {
    return html`<section class="solution">
      <h2>${t("sheet.path")}</h2>
      <ol class="path">
        ${this.steps.map(({ said, reasons }) => html`<li>${said}${reasons.map((one) => html`<p>${one}</p>`)}</li>`)}
      </ol>
      ${this.working || this.ended === "solved" ? nothing : html`<p class="muted">${t(`sheet.${this.ended}`, { count: MOST_STEPS })}</p>`}
    </section>`;
  }
}
