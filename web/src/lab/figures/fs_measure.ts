// The section "run it here": what is to be measured, how far it is, and what came of it.

import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { network } from "virtual:build-facts";

import "./fs_figure";

import type { Host } from "../../host/host";
import { t } from "../../i18n/i18n";
import { figureText } from "../../i18n/numbers";
import { Localized } from "../../i18n/localized";
import { problemText, sizeText } from "../../i18n/sentences";
import { LEVELS, type FamilyInfo, type Level } from "../../protocol/engine";
import type { Strategy } from "../../protocol/decision";
import { problemOf } from "../../protocol/problems";
import { shared } from "../../style/shared";
import type { Calibration } from "../../game/recorded";
import { orderOf, recordedGame } from "../calibration";
import type { Dials } from "../dials";
import type { Puzzle } from "../lane";
import { Measuring, median, type Game } from "../measure";
import { tooLong } from "../most_text";
import { planeFigure, type Measured } from "./deciding";
import type { Here } from "./fs_deciding";
import { sectionStyles } from "./section_styles";

const MOST = 500;
/** Puzzles are made from this number on, so that whoever measures again measures the same ones. */
const FIRST_SEED = 1;

/** `measured` with what has been measured so far: `{family, set, measured}`. */
@customElement("fs-measure")
export class FsMeasure extends Localized {
  static override styles = [
    shared,
    sectionStyles,
    css`
      form {
        display: grid;
        gap: 12px;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 18px;
        margin: 0;
        padding: 0;
        border: 0;
        font-size: 14px;
      }
      legend {
        padding: 0 0 6px;
        color: var(--muted);
      }
      fieldset label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      input[type="number"] {
        width: 6em;
        min-height: 36px;
        padding: 5px 8px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
        color: var(--ink);
      }
      input[type="checkbox"] {
        accent-color: var(--ink);
      }
      textarea {
        max-width: 640px;
        margin-top: 8px;
      }
      summary {
        width: fit-content;
        cursor: pointer;
        font-size: 14px;
      }
      progress {
        width: min(360px, 100%);
        accent-color: var(--ink);
      }
      .going {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
        font-size: 14px;
      }
    `,
  ];

  @property({ attribute: false }) families: readonly FamilyInfo[] = [];
  @property({ attribute: false }) dials!: Dials;
  @property({ attribute: false }) newHost!: () => Host;

  @state() private family = "sudoku";
  @state() private size = "";
  @state() private level: Level = "medium";
  @state() private chosen: ReadonlySet<Strategy> = new Set<Strategy>(["system1", "threshold", "system2"]);
  @state() private refused = "";
  @state() private version = 0;
  private set = "";
  /** What was made; null for puzzles of the visitor's own, which are like no others. */
  private made: Pick<Calibration, "family" | "size" | "level"> | null = null;
  private hosts: { player: Host; judge: Host } | null = null;
  private measuring: Measuring | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.measuring?.cancel();
    this.hosts?.player.close();
    this.hosts?.judge.close();
    this.hosts = this.measuring = null;
  }

  override render() {
    const { measuring } = this;
    return html`${this.renderForm()}
    ${this.refused ? html`<p class="problem" role="alert">${this.refused}</p>` : nothing}
    ${measuring && measuring.state !== "idle" ? this.renderGoing(measuring) : nothing}
    ${measuring && measuring.games.length > 0 ? this.renderFigure(measuring) : nothing}`;
  }

  // --- what is wanted ----------------------------------------------------------------------------------------------

  private renderForm() {
    const { families, family, level } = this;
    const info = families.find(({ id }) => id === family);
    const active = this.measuring?.active ?? false;
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.begin(event.target as HTMLFormElement);
      }}
    >
      <div class="choice">
        <label
          >${t("lab.puzzle.family")}
          <select @change=${(event: Event) => ((this.family = valueOf(event)), (this.size = ""))}>
            ${families.map(({ id }) => html`<option value=${id} ?selected=${id === family}>${t(`family.${id}`)}</option>`)}
          </select></label
        >
        <label
          >${t("lab.run.size")}
          <select @change=${(event: Event) => (this.size = valueOf(event))}>
            ${info?.dimensions.map((one) => html`<option value=${one.id} ?selected=${one.id === this.sizeOf(info)}>${sizeText(family, one)}</option>`)}
          </select></label
        >
        <label
          >${t("lab.run.level")}
          <select @change=${(event: Event) => (this.level = valueOf(event) as Level)}>
            ${LEVELS.map((one) => html`<option value=${one} ?selected=${one === level}>${t(`level.${one}`)}</option>`)}
          </select></label
        >
        <label>${t("lab.run.count")} <input name="count" type="number" inputmode="numeric" value="10" /></label>
      </div>
      <fieldset>
        <legend>${t("lab.run.strategies")}</legend>
        ${this.dials.offered.map(
          (one) =>
            html`<label title=${t(`strategy.${one}.hint`)}
              ><input
                type="checkbox"
                .checked=${this.chosen.has(one)}
                @change=${() => this.toggle(one)}
              />${t(`strategy.${one}`)}</label
            >`,
        )}
      </fieldset>
      <details>
        <summary>${t("lab.run.own")}</summary>
        <textarea name="own" spellcheck="false" aria-label=${t("lab.run.own")}></textarea>
        <div class="choice">
          <label
            >${t("lab.own.file")}
            <input
              type="file"
              accept=".json,.txt,.sdk,.csv,application/json,text/plain"
              @change=${(event: Event) => void this.fill(event)}
          /></label>
        </div>
      </details>
      <div>
        <button class="button primary" ?disabled=${active || families.length === 0}>${t("lab.run.start")}</button>
      </div>
    </form>`;
  }

  private sizeOf({ sizes }: FamilyInfo): string {
    return sizes.includes(this.size) ? this.size : sizes[0]!;
  }

  private toggle(strategy: Strategy): void {
    const left = this.dials.offered.filter((one) => (one === strategy) !== this.chosen.has(one));
    this.chosen = new Set(left);
  }

  private async fill(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    const area = this.renderRoot.querySelector("textarea")!;
    const long = file && tooLong(file.size);
    if (long) this.refused = t(long.key, long.args);
    else if (file) area.value = await file.text();
    input.value = "";
  }

  // --- measuring ---------------------------------------------------------------------------------------------------

  private async begin(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    const own = textOf(fields, "own").trim();
    const count = Number(textOf(fields, "count"));
    const hows = this.dials.offered.filter((one) => this.chosen.has(one)).map((strategy) => ({ strategy }));
    this.refused = "";
    if (hows.length === 0) return this.refuse(t("lab.run.no_strategy"));
    if (own === "" && !(Number.isInteger(count) && count >= 1 && count <= MOST))
      return this.refuse(t("lab.run.bad_count", { most: MOST }));
    const long = tooLong(own.length);
    if (long) return this.refuse(t(long.key, long.args));
    const { measuring, judge } = this.ready();
    const wanted = own === "" ? this.fresh(judge, count) : await this.owned(judge, own);
    if (wanted) void measuring.start({ ...wanted, hows });
  }

  private refuse(sentence: string): void {
    this.refused = sentence;
  }

  private ready() {
    const { player, judge } = (this.hosts ??= { player: this.newHost(), judge: this.newHost() });
    this.measuring ??= new Measuring(
      player,
      judge,
      (how) => this.dials.configOf(how),
      () => this.progressed(),
    );
    return { measuring: this.measuring, judge };
  }

  /** Made here, always the same. */
  private fresh(judge: Host, count: number) {
    const { family, level } = this;
    const info = this.families.find(({ id }) => id === family)!;
    const size = this.sizeOf(info);
    const dimension = info.dimensions.find(({ id }) => id === size);
    const told = {
      family: t(`family.${family}`),
      size: dimension ? sizeText(family, dimension) : size,
      level: t(`level.${level}`),
    };
    this.made = { family, size, level };
    this.set = t("lab.run.set", { count: figureText(count), ...told });
    const puzzle = async (index: number): Promise<Puzzle> => {
      const { text } = await judge.generate({ family, size, level, seed: FIRST_SEED + index });
      return { family, text };
    };
    return { count, puzzle };
  }

  private async owned(judge: Host, text: string) {
    try {
      const puzzles = await judge.recognise(this.family, text);
      this.made = null;
      this.set = t("lab.run.set_own", { count: figureText(puzzles.length) });
      return { count: puzzles.length, puzzle: (index: number) => Promise.resolve(puzzles[index]!) };
    } catch (thrown) {
      this.refuse(problemText(problemOf(thrown, (key) => ({ key: "error.unknown", args: { key } }))));
      return null;
    }
  }

  private progressed(): void {
    this.version += 1;
    const { measured, calibration } = this;
    const detail: Here = { family: this.family, set: this.set, measured, calibration };
    this.dispatchEvent(new CustomEvent("measured", { detail }));
  }

  /** The games made here in which everything was checked, for a guarantee. */
  private get calibration(): Calibration | null {
    const outcomes = (this.measuring?.games ?? []).flatMap(({ outcome }) => outcome ?? []);
    if (!this.made || outcomes.length < 2) return null;
    return { ...this.made, network, order: orderOf(outcomes.length), games: outcomes.map(recordedGame) };
  }

  private get measured(): Measured[] {
    const games = this.measuring?.games ?? [];
    return [...new Set(games.map(({ how }) => how))].map((how) => {
      const value = this.dials.of(how.strategy) ? this.dials.value(how) : Infinity;
      const setting = value <= 1 ? figureText(value, 3) : "";
      return measuredOf(
        how.strategy,
        setting,
        games.filter((game) => game.how === how),
      );
    });
  }

  private renderGoing(measuring: Measuring) {
    const { state, games, total, problem } = measuring;
    const told = { done: figureText(games.length), total: figureText(total) };
    return html`<div class="going">
        <progress aria-label=${t("lab.run.progress")} max=${total} value=${games.length}></progress>
        <span role="status">${t(`lab.run.${state}`, told)}</span>
        ${
          measuring.active
            ? html`<button
                  class="button small"
                  @click=${() => (state === "paused" ? measuring.goOn() : measuring.pause())}
                >
                  ${t(state === "paused" ? "lab.run.resume" : "lab.run.pause")}
                </button>
                <button class="button small" @click=${() => measuring.cancel()}>${t("lab.run.cancel")}</button>`
            : nothing
        }
      </div>
      ${problem ? html`<p class="problem" role="alert">${problemText(problem)}</p>` : nothing}`;
  }

  private renderFigure(_measuring: Measuring) {
    const caption = `${t("lab.plane.caption.here", { set: this.set })} ${t("lab.plane.caption")}`;
    const shown = planeFigure({ id: "measured-here", caption, command: "", measured: this.measured, by: "work" });
    return html`<fs-figure .figure=${shown}></fs-figure>`;
  }
}

function measuredOf(strategy: string, setting: string, games: readonly Game[]): Measured {
  const known = games.every(({ erred }) => erred !== null);
  return {
    ...{ strategy, setting, where: "here", games: games.length },
    solved: games.filter(({ solved }) => solved).length,
    erring: known ? games.filter(({ erred }) => erred).length : null,
    asked: games.reduce((total, { asked }) => total + asked, 0) / games.length,
    work: median(games.map(({ work }) => work)),
    ms: median(games.map(({ ms }) => ms)),
  };
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;

/** Of a field of a form. */
function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-measure": FsMeasure;
  }
}
