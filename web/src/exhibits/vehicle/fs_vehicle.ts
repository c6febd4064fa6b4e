// "Where will the car be?": the reader drives, learners that know more or less physics tell what comes, and System 2 holds the
// plan against walls and limits.

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Host } from "../../host/host";
import { t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { figureText as number } from "../../i18n/numbers";
import { plain, problemText, tell, timeText } from "../../i18n/sentences";
import { HostError } from "../../protocol/problems";
import { figureStyles } from "../../style/figure_styles";
import { icon } from "../../style/icons";
import { shared } from "../../style/shared";
import { tellThought } from "../thought";
import { chartStyles } from "../chart_frame";
import { DRIVES, fileOf, LEARNERS } from "./assets";
import { Drive } from "./drive";
import { AHEAD, TICK } from "./foresight";
import { afterKey, towards } from "./hand";
import { BRAKES, GRIP, MOTOR, SIGN, STEP, type Limit, type LimitWords } from "./limits";
import { renderErrors, renderMeasures } from "./measures";
import { renderScene } from "./scene";
import { vehicleStyles } from "./vehicle_styles";
import { MOST_STEERING, type Controls, type Point } from "./yard";

/** Milliseconds of a step of the world. */
const PACE = 100;

const perSecond = (change: number): string => number(change / STEP);
const NUMBERS: Record<Limit, string> = {
  wall: "",
  brakes: perSecond(BRAKES),
  motor: perSecond(MOTOR),
  grip: number(GRIP),
  sign: number(SIGN),
};

const WORDS: LimitWords = {
  speed: (step) => t("vehicle.cell", { seconds: number(step * STEP, 1) }),
  limit: (limit) => t(`vehicle.limit.${limit}`, { n: NUMBERS[limit] }),
};

@customElement("fs-vehicle")
export class FsVehicle extends Localized {
  static override styles = [shared, figureStyles, chartStyles, vehicleStyles];

  @property({ attribute: false }) host: Host | null = null;
  @property({ type: Boolean }) live = false;

  @state() private playing = false;
  @state() private problem = "";
  @state() private drives = DRIVES[2] ?? DRIVES[0]!;
  private readonly drive = new Drive();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the times that driving was begun and ended, so that only one goes on. */
  private ride = 0;
  private checking = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("live")) return;
    if (this.live) void this.look();
    else this.pause();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  // --- acts ---

  /** What does not come off is told, and the car stays where it is. */
  private async attempt(work: (host: Host) => Promise<void>): Promise<void> {
    if (!this.host || !this.live) return;
    try {
      await work(this.host);
      this.problem = "";
    } catch (thrown) {
      // Another exhibit may have taken the host over.
      if (!(thrown instanceof HostError)) throw thrown;
      if (this.live) this.problem = problemText(thrown.problem);
      this.pause();
    }
    this.requestUpdate();
  }

  /** What is expected of the car as it stands. */
  private look(): Promise<void> {
    return this.attempt(async (host) => {
      await this.drive.look(host, fileOf(this.drives));
      await this.check(host);
    });
  }

  private tick(): Promise<void> {
    return this.attempt(async (host) => {
      const { drive } = this;
      await drive.tick(host, fileOf(this.drives));
      if (drive.foresight) tellThought(this, "system1", drive.foresight.ms);
      // The car does not wait for System 2.
      if (drive.due) void this.attempt((judge) => this.check(judge));
      if (drive.hit) this.pause();
    });
  }

  private async check(host: Host): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    try {
      await this.drive.check(host, WORDS);
      tellThought(this, "system2", this.drive.verdict?.ms ?? 0);
    } finally {
      this.checking = false;
    }
  }

  private play(): void {
    if (this.playing || !this.live) return;
    if (this.drive.hit) this.drive.begin();
    this.playing = true;
    const ride = ++this.ride;
    const go = async () => {
      const began = performance.now();
      await this.tick();
      const rest = Math.max(0, PACE - (performance.now() - began));
      if (this.ride === ride) this.timer = setTimeout(() => void go(), rest);
    };
    void go();
  }

  private pause(): void {
    this.playing = false;
    this.ride++;
    clearTimeout(this.timer);
  }

  private begin(): void {
    this.pause();
    this.drive.begin();
    void this.look();
  }

  private steer(change: Partial<Controls>): void {
    this.drive.steer(change);
    if (!this.playing) void this.look();
    this.requestUpdate();
  }

  private key(event: KeyboardEvent): void {
    const controls = afterKey(event.key, this.drive.wanted);
    if (!controls) return;
    event.preventDefault();
    this.play();
    this.steer(controls);
  }

  /** While it is held, the pointer is where the car is to go. */
  private point(event: PointerEvent): void {
    const area = event.currentTarget as HTMLElement;
    if (event.type === "pointerdown") area.setPointerCapture(event.pointerId);
    else if (!area.hasPointerCapture(event.pointerId)) return;
    const at = placeUnder(area.querySelector("svg")!, event);
    if (!at || !this.live) return;
    this.play();
    this.steer(towards(at, this.drive.state));
  }

  // --- rendering ---

  override render() {
    const { drive } = this;
    const [x = 0, y = 0, , speed = 0] = drive.state;
    const label = t("vehicle.scene", { x: number(x), y: number(y), speed: number(speed) });
    return html`
      ${this.renderDrives()}
      <div
        class="scene"
        role="application"
        tabindex="0"
        aria-label=${t("vehicle.steer")}
        aria-describedby="vehicle-how"
        @keydown=${(event: KeyboardEvent) => this.key(event)}
        @pointerdown=${(event: PointerEvent) => this.point(event)}
        @pointermove=${(event: PointerEvent) => this.point(event)}
      >
        ${renderScene(drive, label)}
      </div>
      <p id="vehicle-how" class="muted">${t("vehicle.how")}</p>
      ${this.renderControls()} ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.renderLegend()} ${this.renderVerdict()} ${renderErrors(this.drives)}
      <details>
        <summary>${t("vehicle.measured.title")}</summary>
        ${renderMeasures(this.drives)}
      </details>
    `;
  }

  private renderDrives() {
    const choose = (event: Event) => {
      this.drives = DRIVES[Number((event.target as HTMLInputElement).value)]!;
      if (!this.playing) void this.look();
    };
    const said = t("vehicle.drives.said", { n: number(this.drives) });
    return html`<label class="drives">
      <span>${t("vehicle.drives")} <output>${said}</output></span>
      <input
        type="range"
        min="0"
        max=${DRIVES.length - 1}
        step="1"
        .value=${String(DRIVES.indexOf(this.drives))}
        aria-valuetext=${said}
        @input=${choose}
      />
    </label>`;
  }

  private renderControls() {
    const { live, playing, drive } = this;
    const { steering, pedal } = drive.wanted;
    const slider = (name: string, value: number, most: number, turn: (value: number) => Partial<Controls>) =>
      html`<label>
        <span>${t(`vehicle.${name}`)}</span>
        <input
          type="range"
          min=${-most}
          max=${most}
          step="0.01"
          .value=${String(value)}
          ?disabled=${!live}
          @input=${(event: Event) => this.steer(turn(Number((event.target as HTMLInputElement).value)))}
        />
      </label>`;
    return html`<div class="row">
        <button class="button primary" ?disabled=${!live} @click=${() => (playing ? this.pause() : this.play())}>
          ${icon(playing ? "pause" : "play")}${t(playing ? "vehicle.pause" : "vehicle.play")}
        </button>
        <button class="button" ?disabled=${!live} @click=${() => this.begin()}>${t("vehicle.again")}</button>
        <label class="check">
          <input
            type="checkbox"
            .checked=${drive.guarded}
            @change=${(event: Event) => {
              drive.guarded = (event.target as HTMLInputElement).checked;
              this.requestUpdate();
            }}
          />
          <span>${t("vehicle.guard")}</span>
        </label>
      </div>
      <div class="hands">
        ${slider("wheel", -steering, MOST_STEERING, (value) => ({ steering: -value }))}
        ${slider("pedal", pedal, 1, (value) => ({ pedal: value }))}
      </div>`;
  }

  /** Which line is whose, and how far each is off at its end. */
  private renderLegend() {
    const { foresight } = this.drive;
    const off = (metres: number | undefined) =>
      metres === undefined ? "" : t("vehicle.off", { metres: number(metres, 1) });
    const sample = (kind: string) =>
      html`<svg class="sample" viewBox="0 -2 34 4" aria-hidden="true">
        <polyline class=${kind} points="1,0 33,0" />
      </svg>`;
    return html`<div>
      <p class="muted">${t("vehicle.legend", { seconds: number(AHEAD * TICK, 1) })}</p>
      <ul class="legend">
        ${LEARNERS.map(
          (learner) =>
            html`<li>
              ${sample(`way ${learner}`)} ${t(`vehicle.learner.${learner}`)} <b>${off(foresight?.off[learner])}</b>
            </li>`,
        )}
        <li>${sample("world")} ${t("vehicle.world")}</li>
      </ul>
    </div>`;
  }

  private renderVerdict() {
    const { verdict, hit, held } = this.drive;
    const box = (kind: string, content: unknown) =>
      html`<div class="verdict ${kind}" role="status" aria-live=${this.playing ? "off" : "polite"}>${content}</div>`;
    if (hit) return box("hit", html`<p>${t("vehicle.hit")}</p>`);
    if (!verdict) return box("", html`<p class="muted">${t("vehicle.unchecked")}</p>`);
    const { plan, proof, limits, allowed, board, ms } = verdict;
    const took = html`<p class="muted">${t("vehicle.took", { time: timeText(ms) })}</p>`;
    if (!proof)
      return box(
        "fine",
        html`<p>${t("vehicle.fine", { speed: number(plan.next) })}</p>
          ${took}`,
      );
    return box(
      "forbidden",
      html`<p>${t("vehicle.forbidden", { speed: number(plan.next) })}</p>
        <ul class="limits">
          ${limits.map((limit) => html`<li>${WORDS.limit(limit)}</li>`)}
        </ul>
        <p>
          ${
            allowed === null
              ? t("vehicle.too_late")
              : t(held ? "vehicle.held" : "vehicle.allowed", { speed: number(allowed) })
          }
        </p>
        <details>
          <summary>${t("vehicle.proof")}</summary>
          <ol>
            ${proof.lines.map((line) => html`<li>${plain(tell(line, board))}</li>`)}
          </ol>
        </details>
        ${took}`,
    );
  }
}

/** In metres; null while the drawing has no size. */
function placeUnder(drawing: SVGSVGElement, { clientX, clientY }: PointerEvent): Point | null {
  const matrix = drawing.getScreenCTM();
  if (!matrix) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { x, y: -y };
}
