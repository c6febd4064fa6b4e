// Two tables of figures with bars: networks of every size with and without System 2, and what this visit has cost.

import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { network, packs, sizes } from "virtual:measured";

import { language, t } from "../i18n/i18n";
import { figureText as number, shareText as percent } from "../i18n/numbers";
import { Localized } from "../i18n/localized";
import type { System } from "../protocol/parts";
import { setStyle } from "../style/set_style";
import { figureStyles } from "../style/figure_styles";
import { shared } from "../style/shared";
import { WATTS, joules } from "../host/energy";
import { GPT3_WATT_HOURS, wattHours, type Cost } from "./meter";

const tableStyles = css`
  th,
  td {
    white-space: nowrap;
  }
  thead th {
    white-space: normal;
  }
  /* On a phone the figures say it without the bars, and all columns are seen. */
  @media (max-width: 480px) {
    .bar {
      display: none;
    }
    th,
    td {
      padding-right: 6px;
      white-space: normal;
    }
    table {
      font-size: 12.5px;
    }
  }
  .bar.asked {
    border-radius: 2px;
    background: var(--s2-soft);
  }
  .bar.asked i {
    background: var(--s2);
  }
  .wraps th,
  .wraps td {
    white-space: normal;
    overflow-wrap: anywhere;
    vertical-align: top;
  }
  .known {
    display: block;
    color: var(--muted);
    font-size: 12.5px;
  }
  table + .how + .scroll,
  .how + .scroll,
  .scroll + .scroll {
    margin-top: 26px;
  }
`;

/** In words, to two figures: "83 million". */
const roughly = (value: number) =>
  new Intl.NumberFormat(language(), {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 2,
  }).format(value);

const bar = (share: number, kind = "") =>
  html`<span class="bar ${kind}" aria-hidden="true"><i ${setStyle({ "--share": `${share * 100}%` })}></i></span
    >${percent(share)}`;

/** What was measured of networks of every size, and of the shipped one on the collections. */
@customElement("fs-measures")
export class FsMeasures extends Localized {
  static override styles = [shared, figureStyles, tableStyles];

  override render() {
    return html`${this.renderSizes()} ${this.renderPacks()}`;
  }

  private renderSizes() {
    const { training, test, seconds, command, rows } = sizes;
    const numbers = { training: number(training), test: number(test), seconds: number(seconds) };
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("article.sizes.name")}>
        <table>
          <caption>
            ${t("article.sizes.caption", numbers)}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t("article.sizes.network")}</th>
              <th scope="col" class="number">${t("article.sizes.parameters")}</th>
              <th scope="col">${t("article.sizes.alone")}</th>
              <th scope="col">${t("article.sizes.both")}</th>
              <th scope="col">${t("article.sizes.asked")}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ model, parameters, alone, solved, asked }) =>
                html`<tr>
                  <th scope="row">${t(`article.sizes.${model}`)}</th>
                  <td class="number">${number(parameters)}</td>
                  <td>${bar(alone)}</td>
                  <td>${percent(solved)}</td>
                  <td>${bar(asked, "asked")}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="how">${t("article.command")} <code>${command}</code></p>`;
  }

  private renderPacks() {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("article.packs.name")}>
        <table>
          <caption>
            ${t("article.packs.caption", { n: number(network.parameters) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t("article.packs.family")}</th>
              <th scope="col">${t("article.packs.alone")}</th>
              <th scope="col" class="number">${t("article.packs.wrong")}</th>
              <th scope="col" class="number">${t("article.packs.asked")}</th>
            </tr>
          </thead>
          <tbody>
            ${packs.map(
              ({ family, puzzles, alone, wrong, asked }) =>
                html`<tr>
                  <th scope="row">${t(`family.${family}`)}</th>
                  <td>${bar(alone / puzzles)}</td>
                  <td class="number">${number(wrong)}</td>
                  <td class="number">${number(asked / puzzles, 1)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="how">${t("article.command")} <code>./dev marks</code></p>`;
  }
}

/** What thinking has cost on this visit, and what training cost once. */
@customElement("fs-meter")
export class FsMeter extends Localized {
  static override styles = [shared, figureStyles, tableStyles];

  @property({ attribute: false }) spent: Record<System, Cost> | null = null;

  override render() {
    return this.spent ? html`${this.renderThoughts(this.spent)} ${this.renderTraining()}` : "";
  }

  private renderThoughts(spent: Record<System, Cost>) {
    const systems = ["system1", "system2"] as const;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("article.meter.caption")}>
        <table>
          <caption>
            ${t("article.meter.caption")}
          </caption>
          <thead>
            <tr>
              <td></td>
              <th scope="col" class="number">${t("article.meter.thoughts")}</th>
              <th scope="col" class="number">${t("article.meter.time")}</th>
              <th scope="col" class="number">${t("article.meter.energy")}</th>
            </tr>
          </thead>
          <tbody>
            ${systems.map(
              (who) =>
                html`<tr>
                  <th scope="row">${t(`${who}.title`)}</th>
                  <td class="number">${number(spent[who].thoughts)}</td>
                  <td class="number">${t("article.meter.ms", { n: number(spent[who].milliseconds) })}</td>
                  <td class="number">${t("article.meter.joules", { n: number(joules(spent[who]), 2) })}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="how">${t("article.meter.formula", { watts: WATTS })}</p>`;
  }

  /** Every figure says whether it was measured here, estimated by the formula, or quoted. */
  private renderTraining() {
    const { parameters, minutes } = network;
    const own = wattHours({ milliseconds: minutes * 60_000 });
    const megawattHours = number(GPT3_WATT_HOURS / 1e6);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("article.training.caption")}>
        <table class="wraps">
          <caption>
            ${t("article.training.caption")}
          </caption>
          <thead>
            <tr>
              <td></td>
              <th scope="col">${t("article.training.time")}</th>
              <th scope="col">${t("article.training.energy")}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">${t("article.training.own", { n: number(parameters) })}</th>
              <td>${t("article.training.minutes", { n: number(minutes) })} ${this.renderKnown("measured")}</td>
              <td>${t("article.training.wh", { n: number(own, 1) })} ${this.renderKnown("estimated")}</td>
            </tr>
            <tr>
              <th scope="row">${t("article.training.gpt3")}</th>
              <td>–</td>
              <td>${t("article.training.mwh", { n: megawattHours })} ${this.renderKnown("quoted")}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p class="how">${t("article.training.compared", { times: roughly(GPT3_WATT_HOURS / own) })}</p>`;
  }

  private renderKnown(how: "measured" | "estimated" | "quoted") {
    return html`<span class="known">${t(`article.known.${how}`)}</span>`;
  }
}
