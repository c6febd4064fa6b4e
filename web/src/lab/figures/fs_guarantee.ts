// The section "a promise": which share of games may be lost unchecked, and how surely; what recorded games say to that; and
// the two bets that go on while one plays. Everything is computed by the engine.

import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { network } from "virtual:build-facts";

import "./fs_figure";

import { recordedOf, type Calibration } from "../../game/recorded";
import type { Host } from "../../host/host";
import { t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { figureText, shareText } from "../../i18n/numbers";
import { problemText } from "../../i18n/sentences";
import { readOutcomes } from "../../places/recorded_games";
import type { Bets, Certificate, Problem, Wish } from "../../protocol/engine";
import { problemOf } from "../../protocol/problems";
import { saveAs } from "../../shell/save_as";
import { shared } from "../../style/shared";
import { alike, dealingOf, dialOf, joined, readCalibration, shareOf, writeCalibration } from "../calibration";
import { tooLong } from "../most_text";
import type { Figure } from "./figure";
import { keptFigure, priceFigure, testedFigure, type Tried } from "./guarantee";
import { readResults, type Guarantee } from "./results";
import { sectionStyles } from "./section_styles";

/** What is raced on just now, as far as it decides whether a certificate is about it. */
export interface Raced {
  family: string;
  size: string;
  /** The engine's alarm: the puzzle is outside of what the network was trained on. */
  shifted: boolean;
}

/** What the certificate is to be used for: puzzles like its games, and the dial. */
export interface Promised {
  calibration: Calibration;
  dial: number;
}

interface Source {
  key: string;
  name: string;
  calibration: Calibration;
}

/** `promise` with a `Promised`: race by it on a new puzzle of that kind. */
@customElement("fs-guarantee")
export class FsGuarantee extends Localized {
  static override styles = [
    shared,
    sectionStyles,
    css`
      input:not([type="file"]) {
        width: 5.5em;
        min-height: 36px;
        padding: 5px 8px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
        color: var(--ink);
      }
      .choice label,
      select,
      input[type="file"] {
        min-width: 0;
        max-width: 100%;
      }
      .found {
        display: grid;
        gap: 8px;
        padding: 14px 16px;
        border-left: 3px solid var(--s1);
        border-radius: 4px;
        background: var(--card);
      }
      .found.refused {
        border-left-color: var(--s2);
      }
      .bets {
        display: grid;
        grid-template-columns: auto minmax(80px, 320px) 1fr;
        align-items: center;
        gap: 6px 14px;
        font-size: 14px;
      }
      progress {
        width: 100%;
        accent-color: var(--ink);
      }
      @media (max-width: 600px) {
        .bets {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) newHost!: () => Host;
  /** Games that this machine measured in which everything was checked. */
  @property({ attribute: false }) mine: Calibration | null = null;
  /** Games of the race under a guarantee, in order: whether each was lost. */
  @property({ attribute: false }) played: readonly boolean[] = [];
  @property({ attribute: false }) raced: Raced | null = null;
  /** Where the play view is, with this wish as its promise. It rests on the recorded games. */
  @property({ attribute: false }) promiseLink: (wish: Wish, of: Calibration) => string = () => "./";

  @state() private recorded: readonly Calibration[] | null = null;
  @state() private loaded: { name: string; calibration: Calibration } | null = null;
  @state() private chosen = "";
  @state() private wish: Wish = { alpha: 0.05, delta: 0.1 };
  @state() private certificate: Certificate | null = null;
  @state() private tried: Tried | null = null;
  @state() private bets: Bets | null = null;
  @state() private problem: Problem | null = null;
  @state() private refused = "";
  @state() private failed = false;
  private kept: Guarantee | null = null;
  private host: Host | null = null;
  /** Grows with every question, so that late answers to earlier ones are dropped. */
  private asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.host = this.newHost();
    Promise.all([readOutcomes(), readResults<Guarantee>("guarantee")]).then(
      ([outcomes, kept]) => {
        this.recorded = outcomes ? recordedOf(outcomes) : [];
        this.kept = kept;
        void this.certify();
      },
      () => (this.failed = true),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.host?.close();
    this.host = null;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has("played") || changed.has("wish")) void this.bet();
    if (changed.has("mine") && changed.get("mine") !== undefined) void this.certify();
  }

  // --- what is asked of the engine -------------------------------------------------------------------------------------

  /** Recorded ones, the visitor's own, both where they are alike, and a file's. */
  private get sources(): Source[] {
    const told = ({ family, size, level, games }: Calibration) =>
      t("lab.recorded.set", {
        count: figureText(games.length),
        size,
        level: t(`level.${level}`),
        family: t(`family.${family}`),
      });
    const named = (key: string, word: string, calibration: Calibration): Source => ({
      key,
      name: t(word, { family: t(`family.${calibration.family}`), set: told(calibration) }),
      calibration,
    });
    const { mine, loaded, recorded } = this;
    const like = mine && recorded?.find((one) => alike(one, mine));
    return [
      ...(recorded ?? []).map((one) => named(one.family, "lab.guarantee.recorded", one)),
      ...(mine ? [named("mine", "lab.guarantee.mine", mine)] : []),
      ...(mine && like ? [named("both", "lab.guarantee.both", joined(like, mine))] : []),
      ...(loaded ? [named("file", "lab.guarantee.loaded", loaded.calibration)] : []),
    ];
  }

  private get source(): Source | null {
    const { sources } = this;
    return sources.find(({ key }) => key === this.chosen) ?? sources[0] ?? null;
  }

  private async certify(): Promise<void> {
    const asked = ++this.asked;
    const { source, host, wish } = this;
    if (!source || !host) return;
    const { games, order, network: by } = source.calibration;
    this.problem = null;
    try {
      const certificate = await host.guarantee("certify", { ...wish, order, games: [...games] });
      if (asked !== this.asked) return;
      // What another network did says nothing of this one.
      this.certificate = by === network ? certificate : { ...certificate, threshold: null };
      await this.try(asked, host);
    } catch (thrown) {
      if (asked !== this.asked) return;
      this.certificate = this.tried = null;
      this.problem = problemOf(thrown, (key) => ({ key: "error.unknown", args: { key } }));
    }
  }

  /** Recorded where it is, else counted here. */
  private async try(asked: number, host: Host): Promise<void> {
    const { wish, kept, recorded } = this;
    const known = kept?.wishes.find(({ alpha, delta }) => alpha === wish.alpha && delta === wish.delta);
    if (known) {
      this.tried = { wish, command: kept!.command, families: known.families };
      return;
    }
    const families: Tried["families"] = {};
    for (const { family, games } of recorded ?? []) {
      const found = await host.guarantee("splits", { ...wish, ...dealingOf(games.length), games: [...games] });
      if (asked !== this.asked) return;
      families[family] = { games: games.length, ...found };
    }
    this.tried = { wish, command: "", families };
  }

  private async bet(): Promise<void> {
    const { host, wish, played } = this;
    const bets = await host?.guarantee("bets", { ...wish, lost: [...played] }).catch(() => null);
    if (bets && played === this.played) this.bets = bets;
  }

  // --- what is shown -----------------------------------------------------------------------------------------------------

  override render() {
    if (this.failed) return html`<p class="problem">${t("load.failed.page")}</p>`;
    if (this.recorded === null) return nothing;
    const { source, certificate, problem, tried } = this;
    if (!source) return html`<p class="none">${t("lab.guarantee.none")}</p>`;
    return html`${this.renderWish(source)} ${this.renderFiles(source)}
    ${this.refused ? html`<p class="problem" role="alert">${this.refused}</p>` : nothing}
    ${problem ? html`<p class="problem" role="alert">${problemText(problem)}</p>` : nothing}
    ${certificate ? this.renderFound(certificate, source) : nothing} ${this.renderBets()}
    ${
      certificate && certificate.tested.length > 0 ? figure(testedFigure(certificate, this.wish, source.name)) : nothing
    }
    ${tried && Object.keys(tried.families).length > 0 ? html`<div class="two">${figure(keptFigure(tried))} ${figure(priceFigure(tried))}</div>` : nothing}`;
  }

  private renderWish(source: Source) {
    return html`<div class="choice">
      <label
        >${t("lab.guarantee.games")}
        <select @change=${(event: Event) => this.choose(valueOf(event))}>
          ${this.sources.map(({ key, name }) => html`<option value=${key} ?selected=${key === source.key}>${name}</option>`)}
        </select></label
      >
      ${(["alpha", "delta"] as const).map(
        (which) =>
          html`<label title=${t(`lab.guarantee.${which}.hint`)}
            >${t(`lab.guarantee.${which}`)}
            <input
              type="text"
              inputmode="decimal"
              autocomplete="off"
              name=${which}
              .value=${String(which === "alpha" ? 5 : 10)}
              @change=${(event: Event) => this.want({ [which]: shareOf(valueOf(event)) })}
            />
            %</label
          >`,
      )}
    </div>`;
  }

  private choose(key: string): void {
    this.chosen = key;
    void this.certify();
  }

  private want(part: Partial<Wish>): void {
    this.wish = { ...this.wish, ...part };
    void this.certify();
  }

  private renderFound(certificate: Certificate, { calibration }: Source) {
    const { games, losses, bound, checked, floor, threshold, needed } = certificate;
    const { alpha, delta } = this.wish;
    const dial = dialOf(threshold);
    const told = {
      ...{ games: figureText(games), losses: figureText(losses), needed: figureText(needed) },
      ...{ bound: shareText(bound, 2), alpha: shareText(alpha, 2), delta: shareText(delta, 2) },
      ...{ sure: shareText(1 - delta, 2), checked: shareText(checked), floor: shareText(floor) },
      threshold: dial === null ? "" : shareText(dial, 1),
    };
    if (calibration.network !== network) return refusal(t("lab.guarantee.void.network"));
    if (threshold === null)
      return refusal(t(games < needed ? "lab.guarantee.too_few" : "lab.guarantee.too_many", told));
    return html`<div class="found" role="status">
      <p><b>${dial === null ? t("lab.guarantee.never", told) : t("lab.guarantee.certified", told)}</b></p>
      <p class="told">${t("lab.guarantee.evidence", told)}</p>
      ${dial === null ? nothing : this.renderUse(dial, calibration)}
    </div>`;
  }

  private renderUse(dial: number, calibration: Calibration) {
    const void_ = this.voidFor(calibration);
    return html`<p class="told">${t("lab.guarantee.about", ofKind(calibration))}</p>
      ${void_ ? html`<p class="told problem">${void_}</p>` : nothing}
      <p class="point">
        <button class="button small" @click=${() => this.use({ calibration, dial })}>${t("lab.guarantee.race")}</button>
        ${
          this.recorded?.includes(calibration)
            ? html`<a class="link" href=${this.promiseLink(this.wish, calibration)}>${t("lab.guarantee.play")}</a>`
            : nothing
        }
      </p>
      <p class="told">${t("lab.guarantee.play.note")}</p>`;
  }

  private use(promised: Promised): void {
    this.dispatchEvent(new CustomEvent("promise", { detail: promised }));
  }

  /** Why the certificate says nothing about what is raced on just now; empty if it does. */
  private voidFor({ family, size }: Calibration): string {
    const { raced } = this;
    if (!raced) return "";
    if (raced.shifted) return t("lab.guarantee.void.shift");
    return raced.family === family && raced.size === size ? "" : t("lab.guarantee.void.kind");
  }

  private renderBets() {
    const { bets } = this;
    if (!bets) return nothing;
    const lost = this.played.filter(Boolean).length;
    const told = { games: figureText(bets.games), lost: figureText(lost), delta: shareText(this.wish.delta, 2) };
    const state = ({ way }: { way: number }) => (way >= 1 ? "won" : "open");
    return html`<div>
      <h3>${t("lab.bets.title")}</h3>
      <p class="told">${t("lab.bets.text", { alpha: shareText(this.wish.alpha, 2), ...told })}</p>
      <div class="bets">
        ${(["safe", "alarm"] as const).map((which) => {
          const bet = bets[which];
          const wealth = figureText(bet.wealth, bet.wealth < 10 ? 2 : 0);
          return html`<span>${t(`lab.bets.${which}`)}</span>
            <progress aria-label=${t(`lab.bets.${which}`)} max="1" value=${bet.way}></progress>
            <span>${t(`lab.bets.${which}.${state(bet)}`, { wealth, goal: figureText(1 / this.wish.delta) })}</span>`;
        })}
      </div>
      <p class="told" role="status">${t("lab.bets.played", told)}</p>
    </div>`;
  }

  // --- files ---------------------------------------------------------------------------------------------------------------

  private renderFiles(source: Source) {
    return html`<div class="choice">
      <button class="button small" @click=${() => this.save(source.calibration)}>${t("lab.calibration.save")}</button>
      <label
        >${t("lab.calibration.load")}
        <input type="file" accept=".json,application/json" @change=${(event: Event) => void this.load(event)} />
      </label>
    </div>`;
  }

  private save(calibration: Calibration): void {
    const name = `fastslow-calibration-${calibration.family}.json`;
    saveAs(name, new Blob([writeCalibration(calibration)], { type: "application/json" }));
  }

  /** What was loaded before stays until a file is known to be one. */
  private async load(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    const known = { network, families: (await this.host!.families()).map(({ id }) => id) };
    const long = tooLong(file.size);
    const read = long ? { problem: long } : readCalibration(await file.text(), known);
    input.value = "";
    this.refused = "problem" in read ? t(read.problem.key, read.problem.args) : "";
    if ("problem" in read) return;
    this.loaded = { name: file.name, calibration: read.calibration };
    this.choose("file");
  }
}

const figure = (shown: Figure) => html`<fs-figure .figure=${shown}></fs-figure>`;
const refusal = (text: string) => html`<div class="found refused" role="status"><p>${text}</p></div>`;
const ofKind = ({ family, size, level }: Calibration) => ({
  ...{ family: t(`family.${family}`), size, level: t(`level.${level}`) },
});
const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

declare global {
  interface HTMLElementTagNameMap {
    "fs-guarantee": FsGuarantee;
  }
}
