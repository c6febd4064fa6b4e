// The sentences that belong to a puzzle. Those that a proof rests on are lit.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import type { NoteText } from "../game/shown";

@customElement("fs-notes")
export class FsNotes extends Localized {
  static override styles = [
    shared,
    css`
      :host {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
      }
      section.card {
        border: 0;
      }
      /* More may follow below the edge. */
      :host::after {
        content: "";
        position: sticky;
        bottom: 0;
        display: block;
        height: 22px;
        margin-top: -22px;
        background: linear-gradient(transparent, var(--card));
        pointer-events: none;
      }
      ol {
        display: grid;
        gap: 1px;
        margin: 8px -8px 0;
      }
      li {
        padding: 4px 8px;
        border-radius: 7px;
        font-size: 14.5px;
        line-height: 1.4;
      }
      .cited {
        background: var(--cited);
        box-shadow: inset 3px 0 0 var(--s2);
      }
    `,
  ];

  @property({ attribute: false }) notes: readonly NoteText[] = [];

  /** Where the clues are scrolled, one that is cited comes into sight; the page stays where it is. */
  protected override updated(): void {
    const cited = this.renderRoot.querySelector<HTMLElement>(".cited");
    if (!cited || this.scrollHeight <= this.clientHeight) return;
    const [mine, its] = [this.getBoundingClientRect(), cited.getBoundingClientRect()];
    if (its.top < mine.top || its.bottom > mine.bottom) this.scrollTop += its.top - mine.top - mine.height / 3;
  }

  override render() {
    if (this.notes.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${t("notes.title")}</h2>
      <ol>
        ${this.notes.map(
          ({ text, cited }) =>
            html`<li class=${classMap({ cited })}>
              <span>${text}${cited ? html`<span class="visually-hidden"> (${t("notes.cited")})</span>` : nothing}</span>
            </li>`,
        )}
      </ol>
    </section>`;
  }
}
