// What was measured of the networks: how many Sudokus each finishes alone, and how often it asks System 2, by parameters and
// by the number of puzzles that it was trained on.

import { css, html, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "virtual:measured";

import { t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { probabilityText } from "../../i18n/sentences";
import { shared } from "../../style/shared";
import { chartStyles } from "../chart_frame";
import { markPath, renderChart, type Point } from "./chart";
import { nameOf, whole } from "./lanes";
import type { Kind } from "./networks";

type Measured = (typeof live.rows)[number];
type Share = "alone" | "asked";
/** Where the scale of shares may end. */
const ENDS = [0.05, 0.1, 0.25, 0.5, 1];

const KINDS = ["graph", "cnn", "mlp"] as const;
const trained = live.rows.filter(({ kind }) => kind !== "none");
const nothing = live.rows.find(({ kind }) => kind === "none")!;
const EXAMPLES = [...new Set(trained.map(({ puzzles }) => puzzles))].sort((one, other) => one - other);

const HEADS = ["sizes.chart.alone", "sizes.chart.asked", "sizes.chart.alone_untold", "sizes.chart.asked_untold"];

const wordsOf = ({ kind, parameters, puzzles }: Measured) => nameOf({ kind: kind as Kind, parameters, puzzles });

@customElement("fs-sizes-chart")
export class FsSizesChart extends Localized {
  static override styles = [
    shared,
    chartStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
      }
      h4 {
        margin: 0;
        font-size: 15px;
        font-weight: 650;
      }
      .row,
      .key {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
        font-size: 13.5px;
      }
      .key {
        gap: 4px 14px;
      }
      .key span {
        white-space: nowrap;
      }
      .key svg {
        vertical-align: -2px;
        width: 14px;
        height: 14px;
      }
      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(270px, 100%), 1fr));
        gap: 12px;
      }
      figcaption {
        font-size: 13.5px;
        font-weight: 550;
      }
      figure svg {
        display: block;
        width: 100%;
        height: auto;
      }
      .nothing {
        stroke: var(--muted);
        stroke-dasharray: 4 4;
      }
      polyline {
        fill: none;
        stroke-width: 1.5;
      }
      .graph {
        fill: var(--s1);
        stroke: var(--s1);
      }
      .cnn {
        fill: var(--s2);
        stroke: var(--s2);
      }
      .mlp {
        fill: var(--ink);
        stroke: var(--ink);
      }
      polyline.graph,
      polyline.cnn,
      polyline.mlp {
        fill: none;
      }
      .hint,
      .how,
      summary {
        color: var(--muted);
        font-size: 13.5px;
      }
      [aria-pressed="true"] {
        border-color: var(--ink);
        box-shadow: inset 0 0 0 1px var(--ink);
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        font-size: 13.5px;
      }
      th,
      td {
        padding: 4px 10px 4px 0;
        border-bottom: 1px solid var(--line);
        text-align: left;
        font-weight: 400;
      }
      .number {
        text-align: right;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Guessing among legal values only. */
  @property({ type: Boolean }) told = true;
  @state() private puzzles = EXAMPLES.at(-1)!;

  protected override render() {
    const { threshold, seconds, test, command } = live;
    const numbers = { threshold: probabilityText(threshold), seconds: whole(seconds) };
    return html`<h4>${t("sizes.chart.title", { test })}</h4>
      <div class="row" role="group" aria-label=${t("sizes.chart.examples")}>
        <span>${t("sizes.chart.examples")}</span>
        ${EXAMPLES.map(
          (puzzles) =>
            html`<button
              class="button small"
              aria-pressed=${puzzles === this.puzzles}
              @click=${() => (this.puzzles = puzzles)}
            >
              ${whole(puzzles)}
            </button>`,
        )}
      </div>
      <div class="charts">${this.renderFigure("alone")} ${this.renderFigure("asked")}</div>
      <p class="key">
        ${KINDS.map(
          (kind) =>
            html`<span
              ><svg viewBox="0 0 14 14" aria-hidden="true">
                ${svg`<path class=${kind} d=${markPath(kind, 7, 7)} />`}
              </svg>
              ${t(`sizes.kind.${kind}`)}</span
            >`,
        )}
      </p>
      <p class="hint">
        ${t("sizes.chart.together", numbers)} ${t(this.told ? "sizes.chart.told" : "sizes.chart.untold")}
      </p>
      <p class="hint">${t("sizes.chart.trained", numbers)}</p>
      <details>
        <summary>${t("sizes.chart.table")}</summary>
        ${this.renderTable()}
        <p class="how">${t("sizes.chart.command")} <code>${command}</code></p>
      </details>`;
  }

  private renderFigure(share: Share) {
    const name = t(`sizes.chart.${share}`);
    const of = (one: Measured) => one[this.told ? "legal_values" : "all_values"][share];
    const points = trained
      .filter(({ puzzles }) => puzzles === this.puzzles)
      .map((one): Point => ({
        ...{ kind: one.kind as Kind, parameters: one.parameters, share: of(one) },
        label: t("sizes.chart.point", { network: wordsOf(one), share: probabilityText(of(one), 1) }),
      }));
    const line = { share: of(nothing), label: t("sizes.chart.nothing", { share: probabilityText(of(nothing)) }) };
    const largest = Math.max(line.share, ...trained.map(of));
    const end = share === "alone" ? 1 : ENDS.find((one) => one >= largest)!;
    return html`<figure>
      <figcaption>${name}</figcaption>
      ${renderChart({ points, nothing: line, name, end })}
    </figure>`;
  }

  private renderTable() {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("sizes.chart.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t("sizes.chart.network")}</th>
            ${HEADS.map((key) => html`<th scope="col" class="number">${t(key)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${live.rows.map(
            (one) =>
              html`<tr>
                <th scope="row">${wordsOf(one)}</th>
                ${[one.legal_values, one.all_values].map(
                  ({ alone, asked }) =>
                    html`<td class="number">${probabilityText(alone, 1)}</td>
                      <td class="number">${probabilityText(asked, 1)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
