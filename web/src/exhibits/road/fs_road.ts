// "Red means stop": a road, the rules as sentences to edit while a car drives, and who drives it.

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import "../../panels/fs_modes";

import type { Host } from "../../host/host";
import { tellThought } from "../thought";
import { numberText, problemText } from "../../i18n/sentences";
import { t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { HostError } from "../../protocol/problems";
import { icon } from "../../style/icons";
import { setStyle } from "../../style/set_style";
import { figureStyles } from "../../style/figure_styles";
import { shared } from "../../style/shared";
import { NETWORK } from "./assets";
import { Drive } from "./drive";
import { DRIVERS, type Driver, type Minds } from "./driver";
import { feel } from "./intuition";
import { renderMeasures } from "./measures";
import { consider, planOf, type Planned } from "./planner";
import { reasonOf } from "./reasons";
import { roadStyles } from "./road_styles";
import { renderScene } from "./scene";
import { sceneStyles } from "./scene_styles";
import { OPTIONS, readChoice, STANDARD, type Sentences } from "./sentences";
import { around, optionText, planWords } from "./words";
import { oneLight, shortAmber, type Road } from "./world";

/** Milliseconds of a second of the road. */
const PACE = 650;
/** Where the page's random roads begin: none of them was learned from or measured on. */
const FIRST = 9_000_000;
const PARTS = ["stop", "yield", "limit"] as const;

/** What the reader said that the network would do at a blue light, and what it did. */
interface Bet {
  said: "stops" | "drives_on";
  came: "stops" | "drives_on" | null;
}

@customElement("fs-road")
export class FsRoad extends Localized {
  static override styles = [shared, figureStyles, sceneStyles, roadStyles];

  @property({ attribute: false }) host: Host | null = null;
  @property({ type: Boolean }) live = false;

  @state() private playing = false;
  @state() private problem = "";
  @state() private bet: Bet | null = null;
  private readonly drive = new Drive(FIRST);
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the times that it was begun and ended to drive by itself, so that only one goes on. */
  private ride = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("live") && !this.live) this.pause();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  // --- acts ---

  private get minds(): Minds<Planned> {
    const host = this.host!;
    return {
      feel: async (sight) => {
        const impulse = await feel(host, NETWORK, sight);
        tellThought(this, "system1", impulse.ms);
        return impulse;
      },
      consider: async (sight, sentences, wanted) => {
        const words = planWords(sentences);
        const planned = await planOf(host, await consider(host, { sight, sentences, words }, wanted));
        tellThought(this, "system2", planned.ms);
        return planned;
      },
    };
  }

  private async step(): Promise<void> {
    if (this.busy || !this.live || !this.host) return;
    if (this.drive.over) {
      this.begin();
      return;
    }
    this.busy = true;
    try {
      if (await this.drive.step(this.minds)) this.settleBet();
      if (this.drive.hopeless) this.pause(); // to be read
      this.problem = "";
    } catch (thrown) {
      // The road stays as it was; another exhibit may have taken the host over.
      if (!(thrown instanceof HostError)) throw thrown;
      if (this.live) this.problem = problemText(thrown.problem);
      this.pause();
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }

  private play(): void {
    this.playing = true;
    const ride = ++this.ride;
    const go = async () => {
      await this.step();
      if (this.ride === ride) this.timer = setTimeout(() => void go(), PACE);
    };
    void go();
  }

  private pause(): void {
    this.playing = false;
    this.ride++;
    clearTimeout(this.timer);
  }

  private begin(road?: Road): void {
    this.dropBet();
    this.drive.begin(road);
    this.requestUpdate();
  }

  /** A bet is about the network under the edited sentence, and about nothing else. */
  private dropBet(): void {
    if (!this.bet?.came) this.bet = null;
  }

  private drivenBy(driver: Driver): void {
    this.dropBet();
    this.drive.driver = driver;
    this.requestUpdate();
  }

  private edit<Part extends keyof Sentences>(part: Part, text: string): void {
    const option = readChoice(part, text);
    if (option === null) {
      this.problem = t("road.refused", { text });
      return;
    }
    this.problem = "";
    this.dropBet();
    this.drive.sentences = { ...this.drive.sentences, [part]: option };
    this.requestUpdate();
  }

  private dilemma(): void {
    this.pause();
    this.drive.sentences = STANDARD;
    this.drive.driver = "system2";
    this.begin(shortAmber());
    this.play();
  }

  /** The network drives up to a blue light, and the sentence says: at blue, stop. */
  private say(said: Bet["said"]): void {
    this.pause();
    this.drive.sentences = { ...STANDARD, stop: "blue" };
    this.drive.driver = "system1";
    this.begin(oneLight("blue"));
    this.bet = { said, came: null };
    this.play();
  }

  /** What it does is only known when it has done it: it stands, or it has broken the sentence. */
  private settleBet(): void {
    const { bet, drive } = this;
    if (!bet || bet.came || !drive.last) return;
    if (drive.last.broken.includes("stop")) this.bet = { ...bet, came: "drives_on" };
    else if (drive.car.speed === 0) this.bet = { ...bet, came: "stops" };
  }

  // --- rendering ---

  override render() {
    return html`
      ${this.renderBet()} ${this.renderSentences()}
      <fs-modes
        .mode=${this.drive.driver}
        @mode-change=${(event: CustomEvent<Driver>) => this.drivenBy(event.detail)}
      ></fs-modes>
      <div class="scene" ${setStyle({ "--pace": `${PACE}ms` })}>${this.renderRoad()}</div>
      ${this.renderControls()} ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.renderReason()} ${this.renderCounts()}
      <details>
        <summary>${t("road.measured.title")}</summary>
        ${renderMeasures()}
      </details>
    `;
  }

  private renderSentences() {
    const { sentences } = this.drive;
    return html`<div class="sentences" role="group" aria-label=${t("road.sentences")}>
      ${PARTS.map((part) => {
        const [before, behind] = around(part);
        return html`<label>
          ${before}<select
            class=${sentences[part] === STANDARD[part] ? "" : "edited"}
            aria-label=${t(`road.part.${part}`)}
            @change=${(event: Event) => this.edit(part, (event.target as HTMLSelectElement).value)}
          >
            ${OPTIONS[part].map(
              (option) =>
                html`<option value=${option} .selected=${sentences[part] === option}>
                  ${optionText(part, option)}
                </option>`,
            )}</select
          >${behind}
        </label>`;
      })}
    </div>`;
  }

  private renderRoad() {
    const { road, car, sentences, last } = this.drive;
    const who = last?.considered ? (last.considered.speed === null ? "none" : "system2") : last ? "system1" : "none";
    const braking = last !== null && last.speed < last.sight.speed;
    const label = t("road.scene", { place: car.place, speed: car.speed });
    return renderScene({ road, car, sentences, who, braking, plan: last?.considered?.plan ?? [], label });
  }

  private renderControls() {
    const { live, playing } = this;
    return html`<div class="row">
      <button class="button primary" ?disabled=${!live} @click=${() => (playing ? this.pause() : this.play())}>
        ${icon(playing ? "pause" : "play")}${t(playing ? "road.pause" : "road.play")}
      </button>
      <button class="button" ?disabled=${!live || playing} @click=${() => void this.step()}>
        ${icon("step")}${t("road.step")}
      </button>
      <button class="button" ?disabled=${!live} @click=${() => this.begin()}>${t("road.new")}</button>
      <button class="button" ?disabled=${!live} @click=${() => this.dilemma()}>${t("road.dilemma")}</button>
    </div>`;
  }

  private renderReason() {
    const { last } = this.drive;
    if (!last) return html`<div class="reason" role="status"><p class="muted">${t("road.idle")}</p></div>`;
    const { headline, who, lines, broken, took } = reasonOf(last);
    return html`<div class="reason ${who}" role="status" aria-live=${this.playing ? "off" : "polite"}>
      <p>${headline}</p>
      ${
        lines.length > 0
          ? html`<ol>
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ol>`
          : nothing
      }
      ${broken.map((sentence) => html`<p class="broken">${t("road.broken", { sentence })}</p>`)}
      ${took ? html`<p class="muted">${took}</p>` : nothing}
    </div>`;
  }

  private renderBet() {
    const { bet } = this;
    const choice = (what: Bet["said"]) =>
      html`<button class="button" ?disabled=${!this.live || (bet !== null && !bet.came)} @click=${() => this.say(what)}>
        ${t(`road.bet.${what}`)}
      </button>`;
    const { said, came } = bet ?? {};
    const won = said === came ? "won" : "lost";
    const verdict = came ? t(`road.bet.came.${came}.${won}`) : "";
    return html`<div class="bet">
      <h4>${t("road.bet.ask")}</h4>
      <p class="row" role="group" aria-label=${t("road.bet.ask")}>${choice("stops")} ${choice("drives_on")}</p>
      <p class="verdict" role="status">${verdict}</p>
    </div>`;
  }

  private renderCounts() {
    return html`<table class="counts">
      <caption>
        ${t("road.counts.caption")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t("road.counts.driver")}</th>
          <th scope="col" class="number">${t("road.counts.seconds")}</th>
          <th scope="col" class="number">${t("road.counts.broken")}</th>
          <th scope="col" class="number">${t("road.counts.asked")}</th>
        </tr>
      </thead>
      <tbody>
        ${DRIVERS.map((driver) => {
          const { seconds, broken, unavoidable, asked } = this.drive.counts[driver];
          const apart = unavoidable > 0 ? ` (+${numberText(unavoidable)})` : "";
          return html`<tr>
            <th scope="row">${t(`road.driver.${driver}`)}</th>
            <td class="number">${numberText(seconds)}</td>
            <td class="number">${numberText(broken)}${apart}</td>
            <td class="number">${numberText(asked)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }
}
