// The curves of a run, each with what it shows in words; the numbers as a table and as files.

import { html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";

import { t } from "../../i18n/i18n";
import { figureText, shareText } from "../../i18n/numbers";
import { Localized } from "../../i18n/localized";
import { GOAL } from "../../practice/learning";
import type { Plan, Tested } from "../../practice/run";
import type { PracticePoint } from "../../protocol/practice";
import { saveAs } from "../../shell/save_as";
import { shared } from "../../style/shared";
import { chartStyles } from "../chart_frame";
import { diamond, renderChart } from "./chart";
import { csvOf, CURVES, curveOf, roundEnd, testedOf, type Curve, type Step } from "./curves";
import { practiceStyles } from "./styles";
import { curveText } from "./words";

/** The table shows the latest; the files have all. */
const MOST_ROWS = 40;

@customElement("fs-practice-curves")
export class FsPracticeCurves extends Localized {
  static override styles = [shared, chartStyles, practiceStyles];

  @property({ attribute: false }) points: readonly PracticePoint[] = [];
  @property({ attribute: false }) tested: readonly Tested[] = [];
  @property({ attribute: false }) plan: Plan | null = null;

  protected override render() {
    return html`<div class="charts">${CURVES.map((curve) => this.renderCurve(curve))}</div>
      <p class="hint key">
        <svg viewBox="0 0 14 14" aria-hidden="true">${svg`<path class="tested" d=${diamond(7, 7)} />`}</svg
        >${t("practice.curve.tested")}
      </p>
      <details>
        <summary>${t("practice.table")}</summary>
        <p class="row">
          <button class="button small" @click=${() => this.save("csv")}>${t("practice.save.csv")}</button>
          <button class="button small" @click=${() => this.save("json")}>${t("practice.save.json")}</button>
        </p>
        ${this.renderTable()}
      </details>`;
  }

  private renderCurve(curve: Curve) {
    const steps = curveOf(this.points, curve);
    const tested = testedOf(this.tested, curve);
    const isShare = curve !== "work";
    const tell = (value: number) => (isShare ? shareText(value) : figureText(value, value < 10 ? 1 : 0));
    const description = curveText(curve, steps, tell);
    const largest = Math.max(...[...steps, ...tested].map(({ value }: Step) => value), 0);
    return html`<figure>
      <h4>${t(`practice.curve.${curve}`)}${steps.length > 0 ? html` <b>${tell(steps.at(-1)!.value)}</b>` : nothing}</h4>
      ${renderChart({
        ...{ curve, steps, tested, description, tell },
        end:
          curve === "escalated" || curve === "confidence"
            ? 1
            : isShare
              ? Math.min(1, roundEnd(largest))
              : roundEnd(largest),
        goal: curve === "escalated" ? GOAL : null,
        last: Math.max(10, steps.length),
      })}
    </figure>`;
  }

  private renderTable() {
    const heads = ["puzzle", "moves", ...CURVES, "steps"];
    const rows = this.points.slice(-MOST_ROWS).reverse();
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("practice.table")}>
      <table>
        <thead>
          <tr>
            ${heads.map((key) => html`<th scope="col">${t(`practice.col.${key}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (point) =>
              html`<tr>
                <th scope="row">${figureText(point.puzzle + 1)}</th>
                <td>${point.moves}</td>
                <td>${point.escalated}</td>
                <td>${point.wrong}</td>
                <td>${figureText(point.work)}</td>
                <td>${shareText(point.confidence)}</td>
                <td>${figureText(point.trainingSteps)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private save(as: "csv" | "json"): void {
    const { points, tested, plan } = this;
    const text = as === "csv" ? csvOf(points) : `${JSON.stringify({ plan, tested, points }, null, 1)}\n`;
    saveAs(`fastslow-practice.${as}`, new Blob([text], { type: as === "csv" ? "text/csv" : "application/json" }));
  }
}
