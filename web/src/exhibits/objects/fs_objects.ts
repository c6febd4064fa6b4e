// "Let go": a pendulum and a block on a slope, and what three kinds of network expect of them.

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Host } from "../../host/host";
import { t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { figureText as number } from "../../i18n/numbers";
import { problemText } from "../../i18n/sentences";
import { HostError } from "../../protocol/problems";
import { figureStyles } from "../../style/figure_styles";
import { icon } from "../../style/icons";
import { shared } from "../../style/shared";
import { tellThought } from "../thought";
import { chartStyles } from "../chart_frame";
import { COUNTS, fileOf, OBJECTS, type ObjectName, type Setup } from "./assets";
import { renderEnergies } from "./chart";
import { follow, FOLLOWED, LEARNED, valueAt, WAYS, type Followed, type Start, type Way } from "./follow";
import { afterKey, held, placeAt, RANGE, speedOf, type Trace } from "./hand";
import { renderDrifts, renderMeasures, sceneName } from "./measures";
import { objectsStyles } from "./objects_styles";
import { drawObject, VIEW } from "./scene";

const FIRST: Readonly<Record<ObjectName, Start>> = { pendulum: { q: 1.5, p: 0 }, block: { q: 1.2, p: 0 } };

@customElement("fs-objects")
export class FsObjects extends Localized {
  static override styles = [shared, figureStyles, chartStyles, objectsStyles];

  @property({ attribute: false }) host: Host | null = null;

  @state() private setup: Setup = { object: "pendulum", friction: false, drive: false, count: COUNTS.at(-1)! };
  @state() private start: Start = FIRST.pendulum;
  /** It is in somebody's hand. */
  @state() private holding = false;
  @state() private followed: Followed | null = null;
  @state() private time = 0;
  @state() private playing = false;
  @state() private problem = "";
  private traces: Trace[] = [];
  /** Counts what was let go, so that only the last is shown. */
  private asked = 0;
  private frame = 0;

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("host") && this.host && !this.followed) void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  // --- acts ---

  /** What becomes of it from here. True if that is known now. */
  private async look(): Promise<boolean> {
    const { host, setup, start } = this;
    if (!host) return false;
    const asked = ++this.asked;
    try {
      const followed = await follow(host, setup, start, fileOf);
      if (asked !== this.asked) return false;
      tellThought(this, "system1", followed.ms);
      this.followed = followed;
      this.problem = "";
      return true;
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown;
      if (asked === this.asked) this.problem = problemText(thrown.problem);
      return false;
    }
  }

  private hold(q: number): void {
    this.pause();
    this.asked++;
    this.holding = true;
    this.time = 0;
    this.start = { q, p: 0 };
  }

  private async letGo(p: number): Promise<void> {
    this.pause();
    this.holding = false;
    this.start = held(this.setup.object, { q: this.start.q, p });
    this.time = 0;
    if (!(await this.look())) return;
    // Who wants no motion moves through time by the slider.
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.time = LEARNED;
    else this.play();
  }

  private change(setup: Partial<Setup>): void {
    this.pause();
    this.holding = false;
    if (setup.object) this.start = FIRST[setup.object];
    this.setup = { ...this.setup, ...setup };
    this.followed = null;
    this.time = 0;
    void this.look();
  }

  private play(): void {
    if (this.playing || !this.followed) return;
    this.playing = true;
    if (this.time >= FOLLOWED) this.time = 0;
    let before: number | null = null;
    const go = (now: number) => {
      this.time = Math.min(FOLLOWED, this.time + (before === null ? 0 : (now - before) / 1000));
      before = now;
      if (this.time >= FOLLOWED) this.pause();
      else this.frame = requestAnimationFrame(go);
    };
    this.frame = requestAnimationFrame(go);
  }

  private pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.frame);
  }

  private key(event: KeyboardEvent): void {
    const q = afterKey(this.setup.object, event.key, this.start.q);
    const releases = event.key === " " || event.key === "Enter";
    if (q === null && !releases) return;
    event.preventDefault();
    if (q === null) void this.letGo(0);
    else this.hold(q);
  }

  private point(event: PointerEvent): void {
    const area = event.currentTarget as HTMLElement;
    if (event.type === "pointerdown") {
      area.setPointerCapture(event.pointerId);
      this.traces = [];
    } else if (!area.hasPointerCapture(event.pointerId)) return;
    if (event.type === "pointerup" || event.type === "pointercancel") {
      void this.letGo(speedOf(this.traces, event.timeStamp));
      return;
    }
    const at = pointUnder(area.querySelector("svg")!, event);
    if (!at) return;
    const q = placeAt(this.setup.object, at);
    this.traces.push({ q, at: event.timeStamp });
    this.hold(q);
  }

  // --- rendering ---

  override render() {
    return html`
      ${this.renderSetup()} ${this.renderPanels()} ${this.renderActs()}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing} ${this.renderTime()}
      <p class="told" role="status">${this.told()}</p>
      <div class="charts">${this.renderEnergy()} ${renderDrifts(this.setup)}</div>
      <details>
        <summary>${t("objects.measured.title")}</summary>
        ${renderMeasures(this.setup)}
      </details>
    `;
  }

  private renderSetup() {
    const { setup } = this;
    const choice = <V extends string | number>(
      name: string,
      values: readonly V[],
      chosen: V,
      word: (value: V) => string,
      pick: (value: V) => void,
    ) =>
      html`<label>
        ${t(`objects.choose.${name}`)}
        <select @change=${(event: Event) => pick(values[(event.target as HTMLSelectElement).selectedIndex]!)}>
          ${values.map((value) => html`<option .selected=${value === chosen}>${word(value)}</option>`)}
        </select>
      </label>`;
    const check = (name: "friction" | "drive") =>
      html`<label>
        <input
          type="checkbox"
          .checked=${setup[name]}
          @change=${(event: Event) => this.change({ [name]: (event.target as HTMLInputElement).checked })}
        />
        ${t(`objects.switch.${setup.object}.${name}`)}
      </label>`;
    return html`<div class="row">
      ${choice(
        "object",
        OBJECTS,
        setup.object,
        (one) => t(`objects.object.${one}`),
        (object) => this.change({ object }),
      )}
      ${choice(
        "count",
        COUNTS,
        setup.count,
        (one) => t("objects.motions", { count: one }),
        (count) => this.change({ count }),
      )}
      ${check("friction")} ${check("drive")}
    </div>`;
  }

  private placeOf(way: Way): number {
    const { followed, holding, start, time } = this;
    if (holding || !followed) return start.q;
    const { place, step } = followed.paths[way];
    return valueAt(place, step, time);
  }

  private renderPanels() {
    const { object } = this.setup;
    const { followed, holding, time } = this;
    const drive = followed && !holding ? valueAt(followed.drive, followed.paths.truth.step, time) : 0;
    const picture = (way: Way) =>
      html`<svg viewBox=${VIEW[object]} class="drawn ${way}" aria-hidden="true">
        ${drawObject({ object, place: this.placeOf(way), drive })}
      </svg>`;
    const caption = (way: Way) => html`<figcaption>${this.sample(way)}${t(`objects.way.${way}`)}</figcaption>`;
    const q = this.start.q;
    return html`<div class="panels">
        <figure class="panel">
          <div
            class="hand ${holding ? "holding" : ""}"
            role="slider"
            tabindex="0"
            aria-label=${t(`objects.hand.${object}`)}
            aria-describedby="objects-how"
            aria-valuemin=${RANGE[object].q[0]}
            aria-valuemax=${RANGE[object].q[1]}
            aria-valuenow=${q.toFixed(2)}
            aria-valuetext=${this.placeText(q)}
            @keydown=${(event: KeyboardEvent) => this.key(event)}
            @pointerdown=${(event: PointerEvent) => this.point(event)}
            @pointermove=${(event: PointerEvent) => this.point(event)}
            @pointerup=${(event: PointerEvent) => this.point(event)}
            @pointercancel=${(event: PointerEvent) => this.point(event)}
          >
            ${picture("truth")}
          </div>
          ${caption("truth")}
        </figure>
        ${WAYS.slice(1).map((way) => html`<figure class="panel">${picture(way)} ${caption(way)}</figure>`)}
      </div>
      <p id="objects-how" class="muted">${t(`objects.how.${object}`)}</p>`;
  }

  private placeText(q: number): string {
    const { object } = this.setup;
    return t(`objects.place.${object}`, { place: object === "pendulum" ? number((q * 180) / Math.PI) : number(q, 1) });
  }

  private sample(way: Way) {
    return html`<svg class="sample" viewBox="0 -2 30 4" aria-hidden="true">
      <polyline class="way ${way}" points="1,0 29,0" />
    </svg>`;
  }

  private renderActs() {
    const { playing, setup } = this;
    return html`<div class="row">
      <button class="button primary" @click=${() => void this.letGo(0)}>${t("objects.let_go")}</button>
      <button class="button" @click=${() => void this.letGo(RANGE[setup.object].push)}>
        ${t(`objects.push.${setup.object}`)}
      </button>
      <button class="button" ?disabled=${!this.followed} @click=${() => (playing ? this.pause() : this.play())}>
        ${icon(playing ? "pause" : "play")}${t(playing ? "objects.pause" : "objects.play")}
      </button>
    </div>`;
  }

  private renderTime() {
    const said = t("objects.time.said", { seconds: number(this.time, 1) });
    const move = (event: Event) => {
      this.pause();
      this.holding = false;
      this.time = Number((event.target as HTMLInputElement).value);
    };
    return html`<label class="time">
      <span>${t("objects.time")} <output>${said}</output></span>
      <input
        type="range"
        min="0"
        max=${FOLLOWED}
        step="0.1"
        .value=${String(this.time)}
        aria-valuetext=${said}
        ?disabled=${!this.followed}
        @input=${move}
      />
    </label>`;
  }

  private energyAt(way: Way, time: number): string {
    const { energy, step } = this.followed!.paths[way];
    const value = valueAt(energy, step, time);
    return Number.isFinite(value) && value < 1000
      ? t("objects.joules", { energy: number(value, 1) })
      : t("objects.away");
  }

  /** The energies at the end, in words. */
  private told(): string {
    if (!this.followed || this.holding) return t("objects.held");
    const at = (way: Way) => this.energyAt(way, FOLLOWED);
    return t("objects.told", {
      ...{ start: this.energyAt("truth", 0), seconds: number(FOLLOWED), truth: at("truth") },
      ...{ plain: at("plain"), hamiltonian: at("hamiltonian"), port: at("port") },
    });
  }

  private renderEnergy() {
    const { followed } = this;
    const caption = t("objects.energy.caption", { scene: sceneName(this.setup), seconds: number(LEARNED) });
    return html`<figure>
      ${followed ? renderEnergies(followed, this.time, t("objects.energy.name")) : nothing}
      <figcaption>${caption}</figcaption>
    </figure>`;
  }
}

/** In units of the drawing; null while it has no size. */
function pointUnder(drawing: SVGSVGElement, { clientX, clientY }: PointerEvent): { x: number; y: number } | null {
  const matrix = drawing.getScreenCTM();
  if (!matrix) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { x, y };
}
