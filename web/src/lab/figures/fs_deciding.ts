// The section "when to think": what the signals and the strategies came to, recorded, with an operating point to drag.

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import "./fs_figure";

import { t } from "../../i18n/i18n";
import { shareText } from "../../i18n/numbers";
import { Localized } from "../../i18n/localized";
import { probabilityText } from "../../i18n/sentences";
import { shared } from "../../style/shared";
import type { Calibration } from "../../game/recorded";
import {
  measuredOf,
  operatingPoints,
  planeFigure,
  progressFigure,
  reliabilityFigure,
  riskFigure,
  setText,
  type CostBy,
  type Measured,
  type Operating,
} from "./deciding";
import { cameOutTexts } from "./came_out";
import type { Figure } from "./figure";
import { readResults, type Strategies } from "./results";
import { sectionStyles } from "./section_styles";

/** The signal that the dial reads. */
const DIALLED = "top_probability";

/** What was measured on the visitor's own machine, of a family. */
export interface Here {
  family: string;
  set: string;
  measured: readonly Measured[];
  calibration: Calibration | null;
}

/** `dial` with the threshold that was chosen: the race and the play view are to be played by it. */
@customElement("fs-deciding")
export class FsDeciding extends Localized {
  static override styles = [shared, sectionStyles];

  @property({ attribute: false }) here: Here | null = null;
  /** Where the play view is, with the dial as it stands here. */
  @property({ attribute: false }) playLink: (threshold: number) => string = () => "./";

  @state() private recorded: Strategies | null = null;
  @state() private read = false;
  @state() private failed = false;
  @state() private family = "";
  @state() private by: CostBy = "work";
  @state() private threshold: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    readResults<Strategies>("strategies").then(
      (recorded) => {
        this.recorded = recorded;
        this.family = Object.keys(recorded?.families ?? {})[0] ?? "";
        this.read = true;
      },
      () => (this.failed = true),
    );
  }

  override render() {
    if (this.failed) return html`<p class="problem">${t("load.failed.page")}</p>`;
    if (!this.read) return nothing;
    return this.recorded && this.family ? this.renderRecorded(this.recorded) : this.renderNone();
  }

  private renderNone() {
    return html`<p class="none">${t("lab.deciding.none")}</p>
      ${this.here ? html`${this.renderBy()}${figure(this.plane([], "", null))}` : nothing}`;
  }

  private renderRecorded({ families, command }: Strategies) {
    const { family } = this;
    const found = families[family]!;
    const recorded = { family, command, found };
    const points = operatingPoints(found.signals[DIALLED]);
    const chosen = this.chosenOf(points);
    return html`<ul class="out">
        ${cameOutTexts(this.recorded!).map((text) => html`<li>${text}</li>`)}
      </ul>
      <div class="choice">
        <label
          >${t("lab.puzzle.family")}
          <select @change=${(event: Event) => (this.family = (event.target as HTMLSelectElement).value)}>
            ${Object.keys(families).map((one) => html`<option value=${one} ?selected=${one === family}>${t(`family.${one}`)}</option>`)}
          </select></label
        >
      </div>
      <div class="two">
        <fs-figure
          .figure=${riskFigure(recorded, chosen)}
          @drawn=${(event: CustomEvent<Element>) => this.dragged(event.detail, points)}
          >${chosen ? this.renderPoint(points, chosen) : nothing}</fs-figure
        >
        ${figure(reliabilityFigure(recorded))}
      </div>
      ${this.renderBy()}
      <div class="two">
        ${figure(this.plane(measuredOf(found), command, setText(found)))} ${figure(progressFigure(recorded))}
      </div>`;
  }

  private renderBy() {
    return html`<div class="choice" role="group" aria-label=${t("lab.plane.by")}>
      ${t("lab.plane.by")}
      ${(["work", "ms"] as const).map(
        (one) =>
          html`<button class="button small" aria-pressed=${one === this.by} @click=${() => (this.by = one)}>
            ${t(`lab.plane.by.${one}`)}
          </button>`,
      )}
    </div>`;
  }

  private plane(recorded: readonly Measured[], command: string, set: string | null): Figure {
    const { here, by, family } = this;
    const mine = here && (here.family === family || family === "") ? here : null;
    const said = [
      ...(set === null ? [] : [t("lab.plane.caption.recorded", { set, family: t(`family.${family}`) })]),
      ...(mine ? [t("lab.plane.caption.here", { set: mine.set })] : []),
      t("lab.plane.caption"),
    ];
    const measured = [...recorded, ...(mine?.measured ?? [])];
    return planeFigure({ id: `accuracy-cost-${family || "here"}`, caption: said.join(" "), command, measured, by });
  }

  // --- the operating point -----------------------------------------------------------------------------------------

  private chosenOf(points: readonly Operating[]): Operating | null {
    const wanted = this.threshold ?? 0.8;
    return points.reduce<Operating | null>(
      (best, point) => (best && Math.abs(best.threshold - wanted) <= Math.abs(point.threshold - wanted) ? best : point),
      null,
    );
  }

  private renderPoint(points: readonly Operating[], chosen: Operating) {
    const { threshold, coverage, risk } = chosen;
    const numbers = {
      threshold: probabilityText(threshold, 1),
      coverage: shareText(coverage),
      risk: shareText(risk, 2),
    };
    return html`<label class="point"
        >${t("lab.dial.threshold")}
        <input
          type="range"
          min="0"
          max=${points.length - 1}
          .value=${String(points.indexOf(chosen))}
          aria-valuetext=${numbers.threshold}
          @input=${(event: Event) => this.choose(points[Number((event.target as HTMLInputElement).value)])}
        /><output>${numbers.threshold}</output></label
      >
      <p class="told">${t("lab.risk.point", numbers)}</p>
      <p class="point">
        <button class="button small" @click=${() => this.dispatchEvent(new CustomEvent("dial", { detail: threshold }))}>
          ${t("lab.risk.race")}
        </button>
        <a class="link" href=${this.playLink(threshold)}>${t("lab.risk.play")}</a>
      </p>`;
  }

  private choose(point: Operating | undefined): void {
    if (point) this.threshold = point.threshold;
  }

  /** The ring in the drawing follows the pointer: whatever lies nearest to it across. */
  private dragged(drawing: Element, points: readonly Operating[]): void {
    const ring = drawing.querySelector<SVGElement>(".operating");
    const [first, last] = [this.chosenOf(points), points.at(-1)];
    if (!ring || !first || !last) return;
    ring.style.cursor = "ew-resize";
    ring.style.touchAction = "none";
    ring.addEventListener("pointerdown", (down) => {
      down.preventDefault();
      const box = drawing.getBoundingClientRect();
      const scale = (drawing as unknown as { scale?: (name: string) => { invert?: (x: number) => number } }).scale?.(
        "x",
      );
      const move = ({ clientX }: PointerEvent) => {
        const view = (drawing as SVGSVGElement).viewBox?.baseVal.width || box.width;
        const coverage = scale?.invert?.(((clientX - box.left) * view) / box.width) ?? 0;
        const near = [...points].sort((a, b) => Math.abs(a.coverage - coverage) - Math.abs(b.coverage - coverage))[0];
        this.choose(near);
      };
      const watch = new AbortController();
      window.addEventListener("pointermove", move, { signal: watch.signal });
      window.addEventListener("pointerup", () => watch.abort(), { signal: watch.signal });
      window.addEventListener("pointercancel", () => watch.abort(), { signal: watch.signal });
    });
  }
}

const figure = (shown: Figure) => html`<fs-figure .figure=${shown}></fs-figure>`;

declare global {
  interface HTMLElementTagNameMap {
    "fs-deciding": FsDeciding;
  }
}
