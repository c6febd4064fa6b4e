// What to start from: examples and earlier drafts. Not a <select>, whose keys would already choose while one looks for
// the right line: each choice replaces the text.

import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";

export interface Start {
  kind: "blank" | "example" | "draft";
  id: string;
  label: string;
}

/** `start-choose` with a Start. */
@customElement("fs-starts")
export class FsStarts extends Localized {
  static override styles = [
    shared,
    css`
      summary {
        list-style: none;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::after {
        content: "";
        width: 6px;
        height: 6px;
        margin: -4px 1px 0 3px;
        border: solid currentColor;
        border-width: 0 1.6px 1.6px 0;
        rotate: 45deg;
      }
      /* Across the bar that it stands in. */
      .list {
        position: absolute;
        inset: calc(100% + 5px) 0 auto auto;
        z-index: 3;
        width: min(100%, 400px);
        max-height: min(70dvh, 560px);
        padding: 8px;
        overflow-y: auto;
        box-shadow: 0 8px 30px var(--shadow);
      }
      h3 {
        padding: 6px 10px 4px;
        color: var(--muted);
        font-size: 13px;
        font-weight: 400;
      }
      .list button {
        width: 100%;
        min-height: 36px;
        padding: 6px 10px;
        border: 0;
        border-radius: 7px;
        background: none;
        font-size: 14.5px;
        text-align: start;
        overflow-wrap: anywhere;
      }
      .list button:hover,
      .list button:focus-visible {
        background: color-mix(in srgb, var(--ink) 8%, transparent);
      }
      .list button:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  @property({ attribute: false }) starts: Start[] = [];

  @query("details") private readonly details!: HTMLDetailsElement;
  @query("summary") private readonly summary!: HTMLElement;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.onPress);
  }

  override render() {
    return html`<details @toggle=${this.onToggle} @keydown=${this.onKey} @focusout=${this.onLeave}>
      <summary class="button small">${t("author.start")}</summary>
      <div class="list card">
        ${this.renderThose("blank", t("author.start.blanks"))}
        ${this.renderThose("example", t("author.start.examples"))}
        ${this.renderThose("draft", t("author.start.drafts"))}
      </div>
    </details>`;
  }

  private renderThose(kind: Start["kind"], title: string) {
    const starts = this.starts.filter((start) => start.kind === kind);
    if (starts.length === 0) return nothing;
    return html`<h3 id=${kind}>${title}</h3>
      <ul aria-labelledby=${kind}>
        ${starts.map((start) => html`<li><button @click=${() => this.choose(start)}>${start.label}</button></li>`)}
      </ul>`;
  }

  private choose(start: Start): void {
    this.close();
    this.dispatchEvent(new CustomEvent<Start>("start-choose", { detail: start }));
  }

  private close(): void {
    this.details.open = false;
    this.summary.focus();
  }

  private readonly onToggle = () => {
    if (this.details.open) document.addEventListener("pointerdown", this.onPress);
    else document.removeEventListener("pointerdown", this.onPress);
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.details.open) return;
    event.preventDefault();
    this.close();
  }

  private onLeave({ relatedTarget }: FocusEvent): void {
    // Where a press gives no focus to buttons there is no telling; `onPress` knows.
    if (relatedTarget instanceof Node && !this.details.contains(relatedTarget)) this.details.open = false;
  }

  private readonly onPress = (event: Event) => {
    if (!event.composedPath().includes(this)) this.details.open = false;
  };
}
