// The card of the tour: stands beside the part of the page that it tells of, and never takes the focus from the game.

import { autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/dom";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import { NARROW, type Stop } from "./tour_stops";

const GAP = 10;

@customElement("fs-tour")
export class FsTour extends Localized {
  static override styles = [
    shared,
    css`
      section {
        position: fixed;
        top: 0;
        left: 0;
        z-index: 5;
        width: min(330px, calc(100vw - 24px));
        padding: 14px 16px;
        border: 2px solid var(--ink);
        border-radius: var(--radius);
        background: var(--card);
        box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
        font-size: 15px;
        line-height: 1.5;
      }
      p {
        text-wrap: pretty;
      }
      a {
        color: inherit;
      }
      .moves {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-top: 10px;
      }
      .moves .muted {
        margin-left: auto;
      }
    `,
  ];

  @property({ attribute: false }) stop: Stop | null = null;
  /** The how many-th it is, of how many. */
  @property({ type: Number }) at = 1;
  @property({ type: Number }) all = 1;
  /** Where the guide lies. */
  @property() guide = "";

  @query("section") private readonly card!: HTMLElement;
  private release: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.release?.();
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has("stop")) return;
    this.release?.();
    const { stop } = this;
    const anchor = stop && (this.getRootNode() as ShadowRoot).querySelector(stop.at);
    if (!anchor) return;
    const narrow = matchMedia(NARROW).matches;
    // What comes first is in sight, and stays where it is.
    if (!stop.done && stop.id !== "caught") anchor.scrollIntoView({ block: narrow ? "center" : "nearest" });
    const place = narrow ? () => this.pin(stop) : () => void this.place(stop, anchor);
    this.release = autoUpdate(anchor, this.card, place);
  }

  private async place({ side }: Stop, anchor: Element): Promise<void> {
    const { x, y } = await computePosition(anchor, this.card, {
      strategy: "fixed",
      placement: side,
      middleware: [
        offset(GAP),
        flip({ fallbackPlacements: ["bottom", "right", "left", "top"] }),
        shift({ padding: GAP }),
      ],
    });
    this.put(x, y);
  }

  private pin({ narrow }: Stop): void {
    const { width, height } = this.card.getBoundingClientRect();
    const below = window.innerHeight - height - GAP;
    this.put((window.innerWidth - width) / 2, narrow === "top" ? GAP : below);
  }

  private put(x: number, y: number): void {
    Object.assign(this.card.style, { left: `${x}px`, top: `${y}px` });
  }

  override render() {
    const { stop, at, all } = this;
    if (!stop) return nothing;
    const last = at === all;
    return html`<section aria-label=${t("tour.title")} @keydown=${this.onKey}>
      <p aria-live="polite">
        ${t(`tour.${stop.id}`)} ${stop.guide ? html`<a href=${this.guide}>${t("tour.guide")}</a>` : nothing}
      </p>
      <p class="moves">
        <button class="button small" @click=${() => this.tell("next")}>${t(last ? "tour.done" : "tour.next")}</button>
        ${last ? nothing : html`<button class="link" @click=${() => this.tell("end")}>${t("tour.skip")}</button>`}
        <span class="muted">${t("tour.count", { at, all })}</span>
      </p>
    </section>`;
  }

  private tell(what: "next" | "end"): void {
    this.dispatchEvent(new CustomEvent(what));
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.tell("end");
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-tour": FsTour;
  }
}
