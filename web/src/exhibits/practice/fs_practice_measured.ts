// What was measured beforehand (models/study/practice.py): how soon each teacher makes it automatic, over seeds; and what a network
// does that is told of a rule it never practised. No figure is typed here.

import { html, svg } from "lit";
import { customElement } from "lit/decorators.js";

import { summary } from "../../../../models/results/practice.json";
import { hasKey, t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { figureText, shareText } from "../../i18n/numbers";
import { TEACHERS, type Teacher } from "../../protocol/practice";
import { shared } from "../../style/shared";
import { across, chartStyles, renderBelow, renderStep, up, type Frame } from "../chart_frame";
import { practiceStyles } from "./styles";

interface Interval {
  mean: number;
  low: number;
  high: number;
  seeds: number;
}
interface Outcome {
  asked: Interval;
  wrong: Interval;
}
interface Step extends Outcome {
  puzzles: number;
}

const teachers: Record<Teacher, readonly Step[]> = summary.teachers;
const told: Record<string, Record<string, Outcome>> = summary.told;
const relearned: Record<string, Record<"before" | "after", Outcome>> = summary.relearned;
const forgotten: Record<string, { others: Record<string, Record<string, Outcome>> }> = summary.replay;

const FRAME: Frame = { width: 640, height: 220, left: 46, right: 14, top: 10, bottom: 26 };
const GRID = [0, 0.25, 0.5, 0.75, 1];

const last = teachers.short.at(-1)!.puzzles;
const x = (puzzles: number): number => across(FRAME, puzzles / last);
const y = (share: number): number => up(FRAME, share);
const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([at, share]) => `${x(at).toFixed(1)},${y(share).toFixed(1)}`).join(" ");

/** "4.1% (1.0% to 7.2%)". */
const told95 = ({ mean, low, high }: Interval): string =>
  t("practice.measured.interval", { mean: shareText(mean), low: shareText(low), high: shareText(high) });

/** The engine's names of kinds, and the study's of rules. */
const kindText = (kind: string): string => {
  const id = kind.replace(/[^a-z0-9]+/gi, "_").toLowerCase();
  return hasKey(`practice.measured.kind.${id}`) ? t(`practice.measured.kind.${id}`) : kind;
};

@customElement("fs-practice-measured")
export class FsPracticeMeasured extends Localized {
  static override styles = [shared, chartStyles, practiceStyles];

  protected override render() {
    const { seeds } = teachers.short[0]!.asked;
    return html`<section class="kept" aria-label=${t("practice.measured.title")}>
      <h4>${t("practice.measured.title")}</h4>
      <figure>
        ${this.renderCurves()}
        <figcaption class="legend">
          ${TEACHERS.map(
            (teacher) =>
              html`<span
                ><svg viewBox="0 0 28 10" aria-hidden="true">
                  ${svg`<polyline class=${`by ${teacher}`} points="1,5 27,5" />`}</svg
                >${t(`practice.teacher.${teacher}`)}</span
              >`,
          )}
        </figcaption>
      </figure>
      <p class="hint">${t("practice.measured.curves", { count: figureText(seeds) })}</p>
      <details>
        <summary>${t("practice.table")}</summary>
        ${this.renderTeachers()}
      </details>
      <details>
        <summary>${t("practice.measured.told")}</summary>
        <p class="hint">${t("practice.measured.told.why")}</p>
        ${this.renderTold()}
        ${Object.entries(relearned).map(([kind, { before, after }]) => {
          const words = { kind: kindText(kind), before: told95(before.asked), after: told95(after.asked) };
          const wrong = { wrong1: told95(before.wrong), wrong2: told95(after.wrong) };
          return html`<p class="hint">${t("practice.measured.relearned", { ...words, ...wrong })}</p>`;
        })}
        <p class="hint">${this.forgetting()}</p>
      </details>
    </section>`;
  }

  private renderCurves() {
    const said = TEACHERS.map((teacher) => {
      const steps = teachers[teacher];
      return t("practice.measured.said", {
        teacher: t(`practice.teacher.${teacher}`),
        one: told95(steps.find(({ puzzles }) => puzzles === 1)!.asked),
        end: told95(steps.at(-1)!.asked),
        count: figureText(last),
      });
    });
    return html`<svg viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-label=${said.join(" ")}>
      ${svg`${GRID.map((share) => renderStep(FRAME, y(share), shareText(share)))}
      ${teachers.short.map(({ puzzles }) => renderBelow(FRAME, x(puzzles), figureText(puzzles)))}
      ${TEACHERS.map(
        (teacher) =>
          svg`<polygon class=${`by ${teacher}`} points=${path([
            ...teachers[teacher].map(({ puzzles, asked }) => [puzzles, asked.high] as const),
            ...teachers[teacher].map(({ puzzles, asked }) => [puzzles, asked.low] as const).reverse(),
          ])} />`,
      )}
      ${TEACHERS.map(
        (teacher) =>
          svg`<polyline class=${`by ${teacher}`} points=${path(
            teachers[teacher].map(({ puzzles, asked }) => [puzzles, asked.mean] as const),
          )} />`,
      )}`}
    </svg>`;
  }

  private renderTeachers() {
    return this.renderTable(
      [t("practice.col.puzzle"), ...TEACHERS.flatMap((one) => [this.head(one, "escalated"), this.head(one, "wrong")])],
      teachers.short.map(({ puzzles }, row) => [
        figureText(puzzles),
        ...TEACHERS.flatMap((one) => [told95(teachers[one][row]!.asked), told95(teachers[one][row]!.wrong)]),
      ]),
    );
  }

  private head(teacher: Teacher, column: string): string {
    return `${t(`practice.teacher.${teacher}`)}: ${t(`practice.col.${column}`)}`;
  }

  /** Rules that were told and not practised: by the shipped network, and by one that practised plain Sudokus of six. */
  private renderTold() {
    const starts = Object.keys(told);
    return this.renderTable(
      [
        t("practice.what"),
        ...starts.flatMap((start) =>
          ["escalated", "wrong"].map((column) => `${kindText(start)}: ${t(`practice.col.${column}`)}`),
        ),
      ],
      Object.keys(told[starts[0]!]!).map((kind) => [
        kindText(kind),
        ...starts.flatMap((start) => {
          const outcome = told[start]![kind];
          return outcome ? [told95(outcome.asked), told95(outcome.wrong)] : ["–", "–"];
        }),
      ]),
    );
  }

  private forgetting(): string {
    const [first] = Object.keys(forgotten["without"]!.others);
    const after = (which: string) => forgotten[which]!.others[first!]!["after"]!;
    return t("practice.measured.forgotten", {
      ...{ without: told95(after("without").asked), replayed: told95(after("with").asked) },
      ...{ wrong1: told95(after("without").wrong), wrong2: told95(after("with").wrong) },
    });
  }

  private renderTable(heads: readonly string[], rows: readonly (readonly string[])[]) {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t("practice.measured.title")}>
      <table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, ...cells]) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
