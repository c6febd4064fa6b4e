// The section "small against large".

import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";

import "./fs_figure";

import { t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { shared } from "../../style/shared";
import type { Figure } from "./figure";
import { growthFigure } from "./growth";
import { ablationsFigure, bySizeFigure, networksFigure, type Share } from "./networks";
import { readResults, type Ablations, type BySize, type Growth, type Networks } from "./results";
import { sectionStyles } from "./section_styles";

const SHARES = ["alone", "escalated"] as const;

@customElement("fs-small")
export class FsSmall extends Localized {
  static override styles = [shared, sectionStyles];

  @state() private share: Share = "alone";
  @state() private failed = false;
  @state() private read: {
    curves: Networks | null;
    sizes: Networks | null;
    ablations: Ablations | null;
    bySize: BySize | null;
    growth: Growth | null;
  } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  private async fetch(): Promise<void> {
    try {
      const [curves, sizes, ablations, bySize, growth] = await Promise.all([
        readResults<Networks>("learning_curves"),
        readResults<Networks>("sizes"),
        readResults<Ablations>("ablations"),
        readResults<BySize>("accuracy_by_size"),
        readResults<Growth>("scale"),
      ]);
      this.read = { curves, sizes, ablations, bySize, growth };
    } catch {
      this.failed = true;
    }
  }

  override render() {
    if (this.failed) return html`<p class="problem">${t("load.failed.page")}</p>`;
    if (!this.read) return nothing;
    const { curves, sizes, ablations, bySize, growth } = this.read;
    const { share } = this;
    return html`<div class="choice" role="group" aria-label=${t("lab.small.share")}>
        ${SHARES.map(
          (one) =>
            html`<button class="button small" aria-pressed=${one === share} @click=${() => (this.share = one)}>
              ${t(`lab.small.${one}`)}
            </button>`,
        )}
      </div>
      <div class="two">
        ${curves && figure(networksFigure({ id: "learning-curves", study: curves, share, across: "puzzles" }))}
        ${sizes && figure(networksFigure({ id: "sizes", study: sizes, share, across: "parameters" }))}
        ${bySize ? figure(bySizeFigure(bySize)) : html`<p class="none">${t("lab.by_size.none")}</p>`}
        ${ablations && figure(ablationsFigure(ablations))}
      </div>
      ${growth && figure(growthFigure(growth))}`;
  }
}

const figure = (shown: Figure) => html`<fs-figure .figure=${shown}></fs-figure>`;

declare global {
  interface HTMLElementTagNameMap {
    "fs-small": FsSmall;
  }
}
