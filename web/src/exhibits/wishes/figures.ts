// What was measured, and how the exhibit came about. All figures are from result files.

import { html, nothing } from "lit";

import card from "../../../../models/exhibits/wishes/card.json";
import rules from "../../../../models/exhibits/wishes/rules.json";
import results from "../../../../models/results/wishes.json";
import { language, t } from "../../i18n/i18n";
import type { WishData } from "./data";
import { METHODS } from "./rank";
import { thingName } from "./telling";

const number = (value: number) => value.toLocaleString(language());
const percent = (share: number) => share.toLocaleString(language(), { style: "percent", maximumFractionDigits: 1 });

export function renderFigures() {
  const { shop, critic } = results;
  return html`<details>
    <summary>${t("wishes.figures")}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${t("wishes.figures")}>
      <table>
        <caption>
          ${t("wishes.figures.caption", {
            ...{ wishes: shop.wishes, first: shop.first, products: shop.products },
            chance: percent(shop.chance),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("wishes.figures.method")}</th>
            <th scope="col">${t("wishes.figures.recall", { first: shop.first })}</th>
            <th scope="col">${t("wishes.figures.interval")}</th>
          </tr>
        </thead>
        <tbody>
          ${METHODS.map((method) => {
            const { recall, interval } = shop.methods[method];
            return html`<tr>
              <th scope="row">${t(`wishes.method.${method}`)}</th>
              <td>${percent(recall)}</td>
              <td>${interval.map(percent).join(" – ")}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    <p>${t("wishes.figures.command")} <code>${shop.command}</code></p>
    <p>
      ${t("wishes.figures.critic", {
        ...{ labels: critic.labels, training: card.data.training.critic.labels },
        ...{ precision: percent(critic.precision), recall: percent(critic.recall) },
        ...{ found: percent(critic.bad_found), without: percent(critic.without) },
      })}
    </p>
    ${renderDebian()}
  </details>`;
}

function renderDebian() {
  const { debian } = results;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Debian">
      <table>
        <caption>
          ${t("wishes.figures.debian", {
            ...{ held_out: number(debian.held_out), recommendations: number(debian.recommendations) },
            packages: number(debian.packages),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("wishes.figures.method")}</th>
            <th scope="col">${t("wishes.figures.recall", { first: debian.first })}</th>
            <th scope="col">${t("wishes.figures.apart", { n: number(debian.without_shared_words) })}</th>
          </tr>
        </thead>
        <tbody>
          ${METHODS.map((method) => {
            const { recall, without_shared_words: apart } = debian.methods[method];
            return html`<tr>
              <th scope="row">${t(`wishes.method.${method}`)}</th>
              <td>${percent(recall)}</td>
              <td>${percent(apart)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    <p>${t("wishes.figures.command")} <code>${debian.command}</code></p>`;
}

export function renderMaking(data: WishData) {
  const { graph, bytes } = results;
  const size = Object.values(bytes).reduce((sum, one) => sum + one, 0);
  const refused = data.things.flatMap((thing, at) => thing.refused.map((one) => ({ at, ...one })));
  return html`<details>
    <summary>${t("wishes.making")}</summary>
    <p>
      ${t("wishes.making.text", {
        ...{ rules: rules.rules.length, critic: number(card.networks.critic.parameters) },
        ...{ all: graph.kept + graph.refused, refused: graph.refused, products: data.products.length },
        size: Math.round(size / 1000),
      })}
    </p>
    <p>${t("wishes.making.rules")}</p>
    <ol>
      ${rules.rules.map(({ pattern }) => html`<li><code>${pattern}</code></li>`)}
    </ol>
    ${
      refused.length === 0
        ? nothing
        : html`<p>${t("wishes.making.refused")}</p>
            <ul>
              ${refused.map(({ at, phrase }) => html`<li lang="en">${thingName(data, at)}: “${phrase}”</li>`)}
            </ul>`
    }
  </details>`;
}
