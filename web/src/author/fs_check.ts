// What System 2 finds out about the puzzle: how many solutions, and how hard.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import { markStyles } from "../style/marks";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { problemText } from "../i18n/sentences";
import { systemIcon } from "../panels/bits";
import { shared } from "../style/shared";
import { setStyle } from "../style/set_style";
import { NOTHING, type Examination } from "./examiner";

/** `check-start`, `check-stop`. */
@customElement("fs-check")
export class FsCheck extends Localized {
  static override styles = [
    shared,
    markStyles,
    css`
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 32px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 14px;
        margin-top: 6px;
      }
      dt {
        color: var(--muted);
        font-size: 14px;
      }
      dd.bad {
        color: var(--bad);
        font-weight: 600;
      }
      dd.good {
        font-weight: 600;
      }
      .about {
        margin-top: 6px;
      }
      .stale {
        filter: grayscale(1);
      }
      .stale dd {
        color: var(--muted);
        font-weight: 400;
      }
      .bar {
        height: 5px;
        margin-top: 10px;
        overflow: hidden;
        border-radius: 3px;
        background: var(--s2-soft);
      }
      .bar div {
        width: var(--done);
        height: 100%;
        background: var(--s2);
        transition: width 200ms;
      }
    `,
  ];

  @property({ attribute: false }) examination: Examination = NOTHING;
  @property({ type: Boolean }) ready = false;
  /** What was found is of the last valid text. */
  @property({ type: Boolean }) stale = false;
  /** Where two solutions differ, in words. */
  @property() difference = "";
  /** Which rules clash where there is no solution, in words. */
  @property() clash = "";

  override render() {
    const { stage } = this.examination;
    const busy = stage === "counting" || stage === "rating";
    const of = this.stale ? html`<small>${t("author.check.stale")}</small>` : nothing;
    return html`<section class=${classMap({ card: true, "s2-edge": true, stale: this.stale })} aria-labelledby="title">
      <div class="head">
        <h2 id="title">${systemIcon("system2")}${t("author.check.title")}${of}</h2>
        ${busy ? this.renderButton("stop", true) : nothing}
        ${["idle", "stopped", "failed"].includes(stage) && !this.stale ? this.renderButton("start", this.ready) : nothing}
      </div>
      <div aria-live="polite" aria-busy=${busy}>${this.renderFound()}</div>
      ${stage === "rating" ? this.renderProgress() : nothing}
    </section>`;
  }

  private renderButton(what: "start" | "stop", possible: boolean) {
    const send = () => this.dispatchEvent(new CustomEvent(`check-${what}`));
    return html`<button class="button small" ?disabled=${!possible} @click=${send}>
      ${t(`author.check.${what}`)}
    </button>`;
  }

  private renderFound() {
    const { stage, solutions, problem } = this.examination;
    if (stage === "idle") return html`<p class="muted">${t("author.check.idle")}</p>`;
    if (stage === "failed") return html`<p class="problem">${problem ? problemText(problem) : ""}</p>`;
    if (stage === "stopped" && solutions === null) return html`<p class="muted">${t("author.check.stopped")}</p>`;
    const classes = { good: solutions === "one", bad: solutions === "none" || solutions === "several" };
    return html`<dl>
        <dt>${t("author.check.solutions")}</dt>
        <dd class=${classMap(classes)}>${t(solutions ? `author.check.${solutions}` : "author.check.counting")}</dd>
        ${
          solutions === "one"
            ? html`<dt>${t("author.check.level")}</dt>
                <dd>${this.levelText()}</dd>`
            : nothing
        }
      </dl>
      ${this.clash && solutions === "none" ? html`<p class="about clash">${this.clash}</p>` : nothing}
      ${this.difference ? html`<p class="about">${this.difference}</p>` : nothing}
      ${(solutions === "none" && !this.clash) || solutions === "several" ? html`<p class="muted about">${t(`author.check.${solutions}.hint`)}</p>` : nothing}`;
  }

  private levelText(): string {
    const { stage, level, hardest, steps } = this.examination;
    const cited = t("author.check.hardest", { count: hardest });
    if (level) return `${t(`level.${level}`)} · ${t("author.check.steps", { count: steps })} · ${cited}`;
    if (stage === "rating") return t("author.check.rating", { count: steps });
    return t(stage === "stopped" ? "author.check.stopped" : "author.check.beyond");
  }

  private renderProgress() {
    const { placed, cells } = this.examination;
    const percent = cells === 0 ? 0 : Math.round((100 * placed) / cells);
    return html`<div class="bar" role="progressbar" aria-label=${t("author.check.level")} aria-valuenow=${percent}>
      <div ${setStyle({ "--done": `${percent}%` })}></div>
    </div>`;
  }
}
