// What was measured of the drivers (web/tools/road.ts), as tables. No figure is typed here.

import { html } from "lit";

import results from "../../../../models/results/road.json";
import { t } from "../../i18n/i18n";
import { figureText as number, shareText as percent } from "../../i18n/numbers";
import { setStyle } from "../../style/set_style";
import { DRIVERS } from "./driver";

const bar = (share: number) =>
  html`<span class="bar" aria-hidden="true"><i ${setStyle({ "--share": `${share * 100}%` })}></i></span>`;

const { drivers, lessons, obedience, command } = results;

export const renderMeasures = () => html`
  ${renderLessons()} ${renderDrivers()}
  <p>
    ${t("road.measured.obedience", {
      roads: number(obedience.roads),
      edited: number(obedience.edited),
      decisions: number(obedience.decisions),
      broken: number(obedience.broken),
      late: number(obedience.too_late.roads),
      situations: number(obedience.situations),
      median: number(obedience.ms.median),
      p95: number(obedience.ms.p95),
      within: percent(obedience.ms.share_within_50),
    })}
  </p>
  <p class="how">${t("road.measured.command")} <code>${command}</code></p>
`;

/** How many examples the network needs of the sentence that System 2 has to be told once. */
function renderLessons() {
  const of = (way: string, examples: number) =>
    lessons.find((one) => one.way === way && one.examples === examples)!.flawless;
  const told = (driver: string) => drivers.find((one) => one.sentences === "blue" && one.driver === driver)!.flawless;
  const cell = (share: number) => html`<td>${bar(share)}${percent(share)}</td>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("road.lessons.name")}>
    <table>
      <caption>
        ${t("road.lessons.caption", { system2: percent(told("system2")) })}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="number">${t("road.lessons.examples")}</th>
          <th scope="col">${t("road.lessons.further")}</th>
          <th scope="col">${t("road.lessons.anew")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" class="number">0</th>
          ${cell(told("system1"))}
          <td>–</td>
        </tr>
        ${[...new Set(lessons.map(({ examples }) => examples))].map(
          (examples) =>
            html`<tr>
              <th scope="row" class="number">${number(examples)}</th>
              ${cell(of("further", examples))}${cell(of("anew", examples))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderDrivers() {
  const edits = [...new Set(drivers.map(({ sentences }) => sentences))];
  const of = (sentences: string, driver: string) =>
    drivers.find((one) => one.sentences === sentences && one.driver === driver)!;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("road.drivers.name")}>
    <table>
      <caption>
        ${t("road.drivers.caption", { roads: number(drivers[0]!.roads) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t("road.drivers.sentences")}</th>
          ${DRIVERS.map((driver) => html`<th scope="col" class="number">${t(`road.driver.${driver}`)}</th>`)}
          <th scope="col" class="number">${t("road.drivers.asked")}</th>
        </tr>
      </thead>
      <tbody>
        ${edits.map(
          (sentences) =>
            html`<tr>
              <th scope="row">${t(`road.edit.${sentences}`)}</th>
              ${DRIVERS.map(
                (driver) => html`<td class="number">${number(of(sentences, driver).broken_per_100, 1)}</td>`,
              )}
              <td class="number">${percent(of(sentences, "both").asked_share)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
