// What was measured of the learners (models/exhibits/vehicle), as a chart and tables. No figure is typed here.

import { html } from "lit";

import results from "../../../../models/results/vehicle.json";
import { t } from "../../i18n/i18n";
import { figureText as number } from "../../i18n/numbers";
import { LEARNERS, type Learner } from "./assets";
import { renderChart } from "./chart";

const { rows, marks, nothing, seeds, tests, command, claim, against_plain: against } = results;
/** The mark that the chart is about: two seconds. */
const MARK = marks.indexOf(2);

const rowsOf = (learner: Learner) => rows.filter((row) => row.learner === learner);

export function renderErrors(chosen: number) {
  const seconds = number(marks[MARK]!);
  const lines = LEARNERS.map((learner) => ({
    learner,
    points: rowsOf(learner).map(({ drives, mean }) => {
      const error = mean[MARK]!;
      const label = t("vehicle.chart.point", {
        ...{ learner: t(`vehicle.learner.${learner}`), drives: number(drives), error: number(error, 2) },
      });
      return { drives, error, label };
    }),
  }));
  return html`<figure>
    ${renderChart({
      lines,
      nothing: { error: nothing.mean[MARK]!, label: t("vehicle.chart.nothing") },
      chosen,
      name: t("vehicle.chart.name", { seconds }),
    })}
    <figcaption>${t("vehicle.chart.caption", { seconds, tests: number(tests), seeds: number(seeds) })}</figcaption>
  </figure>`;
}

export const renderMeasures = (chosen: number) => html`
  ${renderTable(chosen)}
  <p>${claimText(chosen)}</p>
  <p>${t("vehicle.measured.fair")}</p>
  <p>${moreText()}</p>
  <p class="how">${t("vehicle.measured.command")} <code>${command}</code></p>
`;

/** What was published, and what we measure of it here. */
function claimText(chosen: number): string {
  const own = against.find(({ learner, drives }) => learner === "variational" && drives === chosen)!;
  const better = own.better_percent[MARK]!;
  return t(better >= claim.better_percent ? "vehicle.claim.reached" : "vehicle.claim.missed", {
    ...{ published: number(claim.better_percent, 1), of: number(claim.parameters_percent, 1) },
    ...{ better: number(better, 1), parameters: number(own.parameters_percent, 1), drives: number(chosen) },
    seconds: number(marks[MARK]!),
  });
}

/** What two more plain networks lack less. */
function moreText(): string {
  const most = Math.max(...rows.map(({ drives }) => drives));
  const of = (learner: string) => rows.find((row) => row.learner === learner && row.drives === most)!;
  const off = (learner: string) => number(of(learner).mean[MARK]!, 2);
  return t("vehicle.measured.more", {
    ...{ drives: number(most), plain: off("plain"), long: off("plain_long"), frame: off("plain_frame") },
    ...{ variational: off("variational"), seconds: number(marks[MARK]!) },
  });
}

function renderTable(chosen: number) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("vehicle.table.name")}>
    <table>
      <caption>
        ${t("vehicle.table.caption", { drives: number(chosen), tests: number(tests), seeds: number(seeds) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t("vehicle.table.learner")}</th>
          <th scope="col" class="number">${t("vehicle.table.parameters")}</th>
          ${marks.map((mark) => html`<th scope="col" class="number">${t("vehicle.table.at", { seconds: number(mark, 1) })}</th>`)}
          <th scope="col" class="number">${t("vehicle.table.energy")}</th>
          <th scope="col" class="number">${t("vehicle.table.seconds")}</th>
        </tr>
      </thead>
      <tbody>
        ${LEARNERS.map((learner) => {
          const row = rowsOf(learner).find(({ drives }) => drives === chosen)!;
          return html`<tr>
            <th scope="row">${t(`vehicle.learner.${learner}`)}</th>
            <td class="number">${number(row.parameters)}</td>
            ${row.mean.map(
              (error, i) =>
                html`<td class="number">
                  ${number(error, 2)}${seeds > 1 ? html`<small> ± ${number(row.spread[i]!, 2)}</small>` : ""}
                </td>`,
            )}
            <td class="number">${number(row.energy.at(-1)!, 1)}</td>
            <td class="number">${number(row.seconds, 1)}</td>
          </tr>`;
        })}
        <tr>
          <th scope="row">${t("vehicle.nothing")}</th>
          <td class="number">0</td>
          ${nothing.mean.map((error) => html`<td class="number">${number(error, 2)}</td>`)}
          <td class="number">${number(nothing.energy.at(-1)!, 1)}</td>
          <td class="number">–</td>
        </tr>
      </tbody>
    </table>
  </div>`;
}
