// A figure: the drawing, what is seen in it, its numbers as a table and as files.

import { css, html, nothing, svg, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { t } from "../../i18n/i18n";
import { figureText, shareText } from "../../i18n/numbers";
import { Localized } from "../../i18n/localized";
import { timeText } from "../../i18n/sentences";
import { saveAs } from "../../shell/save_as";
import { figureStyles } from "../../style/figure_styles";
import { shared } from "../../style/shared";
import { csvOf, type Column, type Drawing, type Figure, type Key, type Value } from "./figure";

const fetchDrawing = (): Promise<Drawing> => import("./plot");

/** Whose turn it is to be drawn. */
let turn: Promise<void> = Promise.resolve();
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Slot: what the reader can change about it. */
@customElement("fs-figure")
export class FsFigure extends Localized {
  static override styles = [
    shared,
    figureStyles,
    css`
      figure {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        margin: 0;
        padding: 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
      }
      h3 {
        font-size: 16px;
        font-weight: 650;
        line-height: 1.3;
      }
      .drawing {
        min-height: 300px;
        color: var(--ink);
      }
      .drawing svg {
        display: block;
        max-width: 100%;
        height: auto;
        overflow: visible;
        font-family: var(--font);
        font-size: 12px;
        --plot-background: var(--card);
      }
      .drawing svg text {
        white-space: pre;
      }
      figcaption {
        color: var(--muted);
        font-size: 13.5px;
        line-height: 1.5;
        text-wrap: pretty;
      }
      .keys {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        font-size: 13px;
      }
      .keys li {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .keys svg {
        width: 12px;
        height: 12px;
        overflow: visible;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 6px 16px;
        font-size: 13.5px;
      }
      details {
        flex: 1 1 100%;
      }
      summary {
        width: fit-content;
        color: var(--muted);
        cursor: pointer;
      }
      .scroll {
        max-height: 340px;
        margin-top: 8px;
        overflow: auto;
      }
      td,
      th {
        font-size: 13px;
        white-space: nowrap;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) figure!: Figure;
  @state() private failed = false;
  /** Most readers never open the table, and its numbers take longer to write than the drawing. */
  @state() private opened = false;
  private drawing: Drawing | null = null;
  private width = 0;
  /** It will be drawn. */
  private awaited = false;
  private readonly resize = new ResizeObserver(([entry]) => this.measured(entry!.contentRect.width));

  override firstUpdated(): void {
    this.resize.observe(this.place);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("figure")) this.drawSoon();
  }

  private get place(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".drawing")!;
  }

  /** The library is fetched once there is room to draw in. */
  private measured(width: number): void {
    if (Math.round(width) === this.width || width === 0) return;
    this.width = Math.round(width);
    if (this.drawing) return this.drawSoon();
    fetchDrawing().then(
      (drawing) => {
        this.drawing = drawing;
        this.drawSoon();
      },
      () => (this.failed = true),
    );
  }

  /** Each figure is drawn in a task of its own, and once for all that has changed until then. */
  private drawSoon(): void {
    if (this.awaited) return;
    this.awaited = true;
    turn = turn.then(nextTask);
    void turn.then(() => {
      this.awaited = false;
      this.draw();
    });
  }

  private draw(): void {
    if (!this.drawing || this.width === 0 || !this.isConnected) return;
    const drawn = this.figure.draw(this.drawing, this.width);
    // The page's policy lets no style in that is not in its files; what these say stands above.
    for (const style of drawn.querySelectorAll("style")) style.remove();
    drawn.setAttribute("aria-hidden", "true");
    this.place.replaceChildren(drawn);
    this.dispatchEvent(new CustomEvent("drawn", { detail: drawn }));
  }

  override render() {
    const { title, caption, command, description, keys } = this.figure;
    return html`<figure aria-label=${title}>
      <h3>${title}</h3>
      <slot></slot>
      <div class="drawing" role="img" aria-label=${description}></div>
      ${this.failed ? html`<p class="problem">${t("load.failed.page")}</p>` : nothing}
      ${
        keys.length > 1
          ? html`<ul class="keys" aria-hidden="true">
              ${keys.map(renderKey)}
            </ul>`
          : nothing
      }
      <figcaption>
        ${caption} ${command ? html`${t("lab.figure.command")} <code>${command}</code>` : nothing}
      </figcaption>
      ${this.renderMore()}
    </figure>`;
  }

  private renderMore() {
    const { title } = this.figure;
    return html`<div class="more">
      <button class="link" aria-label="${t("lab.figure.csv")}: ${title}" @click=${() => this.save("csv")}>
        ${t("lab.figure.csv")}
      </button>
      <button class="link" aria-label="${t("lab.figure.json")}: ${title}" @click=${() => this.save("json")}>
        ${t("lab.figure.json")}
      </button>
      <details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
        <summary>${t("lab.figure.table")}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${title}>
          ${this.opened ? this.renderTable() : nothing}
        </div>
      </details>
    </div>`;
  }

  private renderTable() {
    const { columns, rows } = this.figure;
    return html`<table>
      <thead>
        <tr>
          ${columns.map(({ label, kind }) => html`<th scope="col" class=${kind === "text" ? "" : "number"}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(
                ({ key, kind }) =>
                  html`<td class=${kind === "text" ? "" : "number"}>${cellText(row[key] ?? null, kind)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private save(as: "csv" | "json"): void {
    const { id, title, caption, command, rows } = this.figure;
    const text = as === "csv" ? csvOf(this.figure) : `${JSON.stringify({ title, caption, command, rows }, null, 1)}\n`;
    const type = as === "csv" ? "text/csv" : "application/json";
    saveAs(`fastslow-${id}.${as}`, new Blob([text], { type }));
  }
}

/** In a figure's words for people; files have the numbers themselves. */
export function cellText(value: Value, kind: Column["kind"]): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  if (kind === "share") return shareText(value, 2);
  return kind === "ms" ? timeText(value) : figureText(value, 2);
}

const PATHS: Record<Key["symbol"], string> = {
  circle: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
  square: "M-4.4 -4.4h8.8v8.8h-8.8z",
  triangle: "M0 -5.4L5.2 4H-5.2z",
  diamond: "M0 -6L4 0L0 6L-4 0z",
  star: "M0 -6L1.5 -1.9L5.7 -1.9L2.3 0.8L3.5 5L0 2.5L-3.5 5L-2.3 0.8L-5.7 -1.9L-1.5 -1.9z",
  wye: "M-1.6 5.4v-4.4L-5.4 -1.2L-3.8 -4L0 -1.8L3.8 -4L5.4 -1.2L1.6 1v4.4z",
  cross: "M-5 -1.8h3.2v-3.2h3.6v3.2h3.2v3.6h-3.2v3.2h-3.6v-3.2h-3.2z",
};

function renderKey({ label, color, symbol }: Key) {
  return html`<li><svg viewBox="-6 -6 12 12">${svg`<path d=${PATHS[symbol]} fill=${color} />`}</svg>${label}</li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-figure": FsFigure;
  }
}
