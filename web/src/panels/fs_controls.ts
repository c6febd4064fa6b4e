// What moves the game: undo, redo, step, play, speed, hint.

import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";

import { SPEEDS, type Speed } from "../game/settings";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import { icon } from "../style/icons";

export type Control = "undo" | "redo" | "step" | "play" | "pause" | "hint";

/** `control` with the name of what was pressed, `speed-change`. */
@customElement("fs-controls")
export class FsControls extends Localized {
  static override styles = [
    shared,
    css`
      :host {
        container-type: inline-size;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .icon {
        min-width: 42px;
        padding-inline: 10px;
      }
      .play {
        min-width: 98px;
      }
      select.button {
        max-width: 98px;
        padding-inline: 8px;
        color: var(--muted);
      }
      .hint {
        margin-left: auto;
      }
      @container (max-width: 475px) {
        div {
          gap: 6px;
        }
        .button {
          padding-inline: 10px;
        }
        .icon {
          min-width: 36px;
          padding-inline: 6px;
        }
        .play {
          min-width: 44px;
        }
        .play span {
          display: none;
        }
        select.button {
          width: 80px;
          font-size: 14px;
          padding-inline: 4px;
        }
      }
      @container (max-width: 360px) {
        .primary svg {
          display: none;
        }
        select.button {
          width: 68px;
        }
      }
    `,
  ];

  @property({ type: Boolean }) ready = false;
  @property({ type: Boolean }) playing = false;
  @property({ type: Boolean }) canUndo = false;
  @property({ type: Boolean }) canRedo = false;
  /** Nothing is left to decide. */
  @property({ type: Boolean }) done = false;
  @property() speed: Speed = "steady";

  override render() {
    return html`<div role="group" aria-label=${t("controls.label")}>
      ${this.renderIcon("undo", this.canUndo)}${this.renderIcon("redo", this.canRedo)}
      <button
        class="button primary"
        ?disabled=${!this.ready || this.done || this.playing}
        @click=${() => this.press("step")}
      >
        ${t("controls.step")}${icon("step")}
      </button>
      ${
        this.playing
          ? html`<button class="button play" aria-label=${t("controls.pause")} @click=${() => this.press("pause")}>
              ${icon("pause")}<span>${t("controls.pause")}</span>
            </button>`
          : html`<button
              class="button play"
              ?disabled=${!this.ready || this.done}
              aria-label=${t("controls.play")}
              @click=${() => this.press("play")}
            >
              ${icon("play")}<span>${t("controls.play")}</span>
            </button>`
      }
      <select class="button" aria-label=${t("controls.speed")} @change=${this.onSpeed}>
        ${Object.keys(SPEEDS).map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${t(`speed.${speed}`)}</option>`)}
      </select>
      <button class="button hint" ?disabled=${!this.ready || this.done} @click=${() => this.press("hint")}>
        ${t("controls.hint")}
      </button>
    </div>`;
  }

  private renderIcon(control: "undo" | "redo", possible: boolean) {
    const label = t(`controls.${control}`);
    return html`<button
      class="button icon"
      aria-label=${label}
      title=${label}
      ?disabled=${!this.ready || !possible}
      @click=${() => this.press(control)}
    >
      ${icon(control)}
    </button>`;
  }

  private press(control: Control): void {
    this.dispatchEvent(new CustomEvent("control", { detail: control }));
  }

  private onSpeed(event: Event): void {
    this.dispatchEvent(new CustomEvent("speed-change", { detail: (event.target as HTMLSelectElement).value }));
  }
}
