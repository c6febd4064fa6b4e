// How many of a thing there are on the whole board, and how many are still to be found ("7 of 10 mines").

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import type { CounterText } from "../game/shown";

@customElement("fs-counters")
export class FsCounters extends Localized {
  static override styles = [
    shared,
    css`
      p {
        width: max-content;
        max-width: 100%;
        margin: 0 auto;
        padding: 1px 10px;
        border-radius: 7px;
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      .over {
        color: var(--bad);
      }
      .cited {
        background: var(--cited);
        color: inherit;
        box-shadow: inset 3px 0 0 var(--s2);
      }
    `,
  ];

  @property({ attribute: false }) counters: readonly CounterText[] = [];

  override render() {
    if (this.counters.length === 0) return nothing;
    return this.counters.map(({ text, cited, over }) => html`<p class=${classMap({ cited, over })}>${text}</p>`);
  }
}
