// What was measured, from models/results/tricks.json.

import { html, nothing, type TemplateResult } from "lit";

import { t } from "../../i18n/i18n";
import { shareText as percent } from "../../i18n/numbers";
import { numberText } from "../../i18n/sentences";
import measured from "../../../../models/results/tricks.json";
import { PROBLEMS } from "./problems";

type Figures = (typeof measured.everyday)["all"];

const SETS = [measured.everyday.all, measured.tricky.all, measured.fixed.all] as const;

/** A row of the table; `more`: a second line in each of its cells. */
function renderRow(name: string, of: (figures: Figures) => number, more?: (figures: Figures) => string) {
  return html`<tr>
    <th scope="row">${name}</th>
    ${SETS.map(
      (figures) =>
        html`<td>
          ${percent(of(figures))}${more ? html`<br /><span class="muted">${more(figures)}</span>` : nothing}
        </td>`,
    )}
  </tr>`;
}

const asked = (share: number) => t("tricks.measured.asked", { percent: percent(share) });
const overruled = (share: number) => t("tricks.measured.overruled", { percent: percent(share) });

export function renderMeasured(): TemplateResult {
  const { outside, practice, command, sure } = measured;
  const [everyday, tricky, fixed] = SETS.map(({ problems }) => problems);
  const practised = practice.shares.at(-1)!;
  const right = outside.system1.everyday.right + outside.system1.tricky.right;
  return html`<details>
    <summary>${t("tricks.measured")}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${t("tricks.measured")}>
      <table>
        <caption>
          ${t("tricks.measured.caption", { everyday: numberText(everyday!), tricky: numberText(tricky!), fixed: PROBLEMS.length })}
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${t("tricks.measured.everyday")}</th>
            <th scope="col">${t("tricks.measured.tricky")}</th>
            <th scope="col">${t("tricks.measured.fixed", { n: fixed! / 2 })}</th>
          </tr>
        </thead>
        <tbody>
          ${renderRow(t("tricks.measured.system1"), ({ system1 }) => system1)}
          ${renderRow(t("tricks.measured.sureness"), ({ sureness }) => sureness)}
          ${renderRow(t("tricks.measured.system2"), ({ system2 }) => system2)}
          ${renderRow(
            t("tricks.measured.unsure", { percent: percent(sure) }),
            ({ unsure }) => unsure.right,
            ({ unsure }) => asked(unsure.asked),
          )}
          ${renderRow(
            t("tricks.measured.checked"),
            ({ checked }) => checked.right,
            ({ checked }) => overruled(checked.overruled),
          )}
        </tbody>
      </table>
    </div>
    <p class="muted">${t("tricks.measured.outside", { count: outside.count, read: outside.read, right })}</p>
    <p class="muted">
      ${t("tricks.measured.practice", {
        examples: numberText(practice.examples),
        tricks: practised.tricks,
        share: percent(practised.tricky),
      })}
    </p>
    <p class="muted">${t("tricks.measured.command")} <code>${command}</code></p>
  </details>`;
}
