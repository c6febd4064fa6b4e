// What was measured of the networks (models/exhibits/objects), as a chart and a table. No figure is typed here.

import { html } from "lit";

import results from "../../../../models/results/objects.json";
import { t } from "../../i18n/i18n";
import { figureText as number, shareText as percent } from "../../i18n/numbers";
import { NETWORKS, type NetworkName, type Setup } from "./assets";
import { renderDrift } from "./chart";

type Row = (typeof results.rows)[number];
type Switches = Pick<Row, "friction" | "drive">;

const { rows, seeds, tests, command, horizon_s: horizon } = results;
/** In the order of the switches: none, one, the other, both. */
const SCENES: readonly Switches[] = [false, true].flatMap((drive) =>
  [false, true].map((friction) => ({ friction, drive })),
);

function rowOf({ object, count }: Setup, network: NetworkName, { friction, drive }: Switches): Row {
  return rows.find(
    (row) =>
      row.object === object &&
      row.motions === count &&
      row.network === network &&
      row.friction === friction &&
      row.drive === drive,
  )!;
}

export function sceneName({ friction, drive }: Switches): string {
  const scene = friction ? (drive ? "both" : "friction") : drive ? "drive" : "none";
  return t(`objects.scene.${scene}`);
}

export function renderDrifts(setup: Setup) {
  const drifts = NETWORKS.map((network) => ({ network, errors: rowOf(setup, network, setup).drift }));
  return html`<figure>
    ${renderDrift(drifts, t("objects.drift.name"))}
    <figcaption>
      ${t("objects.drift.caption", { tests: number(tests), runs: number(seeds), seconds: number(horizon, 1) })}
    </figcaption>
  </figure>`;
}

export const renderMeasures = (setup: Setup) => html`
  <div class="scroll" tabindex="0" role="group" aria-label=${t("objects.table.name")}>
    <table>
      <caption>
        ${t("objects.table.caption", {
          ...{ object: t(`objects.object.${setup.object}`), count: number(setup.count), runs: number(seeds) },
          ...{ far: number(10 * horizon), from: number(9 * horizon), seconds: number(horizon, 1) },
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t("objects.table.scene")}</th>
          ${NETWORKS.map((network) => html`<th scope="col" class="number">${t(`objects.way.${network}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${SCENES.map(
          (scene) =>
            html`<tr>
              <th scope="row">${sceneName(scene)}</th>
              ${NETWORKS.map((network) => renderFar(rowOf(setup, network, scene)))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
  <p>${t("objects.measured.sizes", { least: number(leastOf(setup)), most: number(mostOf(setup)) })}</p>
  <p>${t("objects.measured.fair")}</p>
  <p class="how">${t("objects.measured.command")} <code>${command}</code></p>
`;

const sizesOf = ({ object }: Setup): number[] =>
  rows.filter((row) => row.object === object).map((row) => row.parameters);
const leastOf = (setup: Setup): number => Math.min(...sizesOf(setup));
const mostOf = (setup: Setup): number => Math.max(...sizesOf(setup));

/** In the end: the median, and between which the trainings lie; and at first. */
const renderFar = ({ far, near }: Row) =>
  html`<td class="number">
    ${percent(far.median)}
    <small>${t("objects.table.between", { low: percent(far.low), high: percent(far.high) })}</small><br />
    <small>${t("objects.table.first", { near: percent(near.median) })}</small>
  </td>`;
