// The lab: the systems side by side on one puzzle, and what was measured of them. One engine module, one network and one
// solver serve all boards; charts are fetched when they come into sight.

import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { starter, version } from "virtual:build-facts";

import "../panels/fs_notices";
import "./fs_race";

import { derived } from "../board/derived";
import type { Calibration } from "../game/recorded";
import { Host } from "../host/host";
import { findTruth } from "../host/truth";
import { firstLanguage } from "../i18n/catalogues";
import { language, setLanguage, switchLanguage, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { problemText } from "../i18n/sentences";
import { idle } from "../offline/idle";
import { keepSite } from "../offline/keep";
import { loadingNote } from "../panels/bits";
import { isHash, readHash, writeHash } from "../places/packed";
import { writeUrl, type Theme } from "../places/url_state";
import type { Level, Wish } from "../protocol/engine";
import type { Loading, Part } from "../protocol/parts";
import { problemOf } from "../protocol/problems";
import { renderFooter } from "../shell/footer";
import { renderHeader } from "../shell/header";
import { Notices } from "../shell/notices";
import { saveAs } from "../shell/save_as";
import { applyLanguage, applyTheme, sameLook } from "../shell/theme";
import { pageStyles } from "../style/page_styles";
import { shared } from "../style/shared";
import { Dials } from "./dials";
import { USUAL, type How } from "./how";
import { readLab, writeLab, type LabState } from "./lab_address";
import type { Here } from "./figures/fs_deciding";
import type { Promised, Raced } from "./figures/fs_guarantee";
import { labStyles } from "./lab_styles";
import type { Lane, Moment, Puzzle } from "./lane";
import { Promises } from "./promises";
import { Puzzles } from "./puzzles";
import { renderChoice } from "./puzzle_choice";
import { Race } from "./race";
import { labTransports } from "./transports";

const SECTIONS = ["race", "deciding", "guarantee", "run", "small"] as const;
type Section = (typeof SECTIONS)[number];
/** What is drawn there is fetched when it is a page away. */
const NEAR = "100% 0px 100% 0px";
/** Puzzles raced on under a guarantee are made from this number on: none of them was recorded for one. */
const FIRST_PROMISED = 7_700_000;
/** Browsers refuse to change an address too often. */
const ADDRESS_MS = 250;

@customElement("fs-lab")
export class FsLab extends Localized {
  static override styles = [shared, pageStyles, labStyles];

  private readonly notices = new Notices(() => this.requestUpdate());
  private readonly judge = this.newHost();
  private readonly dials = new Dials();
  private readonly puzzles = new Puzzles(this.judge);
  private readonly race = new Race({
    newHost: () => this.newHost(),
    configOf: (how) => this.dials.configOf(how),
    judge: ({ family, text }) => findTruth(this.judge, family, text),
    changed: () => this.changed(),
    now: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  private addressTimer: ReturnType<typeof setTimeout> | undefined;
  private reading = 0;
  /** System 1's network, where the address names one that this device keeps. */
  @state() private network: string | undefined;
  private readonly promises = new Promises();
  /** How many puzzles were raced on under a guarantee: each time it is a new one. */
  private promised = 0;

  @state() private theme: Theme | null = null;
  @state() private version = 0;
  @state() private loading: Partial<Record<Part, Loading>> = {};
  @state() private family = starter.board.family;
  @state() private here: Here | null = null;
  /** Sections that are in sight or nearly so. */
  @state() private near: ReadonlySet<Section> = new Set();
  /** What speaks against the visitor's own text. */
  @state() private refused: string = "";

  override connectedCallback(): void {
    super.connectedCallback();
    const { state: reading, ignored } = readLab(location.search);
    setLanguage(firstLanguage(location.search, navigator.languages));
    this.theme = reading.theme ?? null;
    if (ignored.length > 0) this.notices.add(t("notice.ignored", { names: ignored.join(", ") }), true);
    if (reading.pace) this.race.pace = reading.pace;
    if (reading.tempo) this.race.tempo = reading.tempo;
    void this.begin(reading);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.race.close();
    this.judge.close();
  }

  /** The scripts are read in one task, the page is drawn in another. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve, 0));
    await super.scheduleUpdate();
  }

  override willUpdate(): void {
    applyLanguage();
    document.title = `${t("lab.title")} · fast·slow`;
    applyTheme(this.theme);
  }

  override firstUpdated(): void {
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) void this.approach(target.id as Section);
      },
      { rootMargin: NEAR },
    );
    for (const section of this.renderRoot.querySelectorAll("section")) sight.observe(section);
    if (location.hash.length > 1) this.go(location.hash.slice(1));
  }

  /** A link to a section: the page's own parts have names that the browser does not look for. */
  private go(id: string): void {
    this.renderRoot.querySelector(`section[id="${CSS.escape(id)}"]`)?.scrollIntoView();
  }

  private async approach(section: Section): Promise<void> {
    if (this.near.has(section)) return;
    if (section !== "race") await idle();
    const elements = {
      race: null,
      deciding: () => import("./figures/fs_deciding"),
      guarantee: () => import("./figures/fs_guarantee"),
      small: () => import("./figures/fs_small"),
      run: () => import("./figures/fs_measure"),
    };
    if (!(await this.notices.fetch<unknown>(elements[section]?.() ?? Promise.resolve(true)))) return;
    this.near = new Set([...this.near, section]);
  }

  private readonly freshHost = () => this.newHost();

  private newHost(): Host {
    const host = new Host(labTransports);
    host.on("loading", (loading) => (this.loading = { ...this.loading, [loading.part]: loading }));
    return host;
  }

  private changed(): void {
    const { puzzle, lanes, truth } = this.race;
    this.version += 1;
    // What was promised was of the shipped network.
    if (this.network === undefined) this.promises.count(puzzle, lanes, truth);
    clearTimeout(this.addressTimer);
    this.addressTimer = setTimeout(() => void this.writeAddress(), ADDRESS_MS);
  }

  // --- the puzzle and the boards -----------------------------------------------------------------------------------

  private async begin({ family, puzzle, lanes, network }: LabState): Promise<void> {
    // Before anything of System 1 is loaded.
    if (network) this.notices.add(await (await import("../practice/in_place")).takeNetwork(network), true);
    if (labTransports.assets.policy.learned) this.network = network;
    const own = await readHash(location.hash);
    if (own === null) this.notices.add(t("notice.ignored", { names: "puzzle" }), true);
    const first = own ? { family: "custom", text: own } : await this.named(family, puzzle);
    const told = await this.judge.protocol().catch(() => null);
    if (told) this.dials.learn(told);
    await this.open(first, this.offered(lanes) ?? USUAL);
    await this.puzzles.begin().catch(() => undefined);
    await this.puzzles.browse(this.family);
    this.requestUpdate();
    void keepSite();
  }

  /** Undefined, and said so, if one of the boards is to be played by what the lab cannot play by. */
  private offered(lanes: readonly How[] | undefined): readonly How[] | undefined {
    const { offered } = this.dials;
    if (!lanes || offered.length === 0 || lanes.every(({ strategy }) => offered.includes(strategy))) return lanes;
    this.notices.add(t("notice.ignored", { names: "lanes" }), true);
    return undefined;
  }

  /** What the address names; without a puzzle, the first of its kind, and without that, the page's first. */
  private async named(family: string | undefined, text: string | undefined): Promise<Puzzle> {
    if (family && text) return { family, text };
    const sample = family ? await this.puzzles.browse(family) : undefined;
    return sample ?? { family: starter.board.family, text: starter.board.text };
  }

  private async open(puzzle: Puzzle, hows: readonly How[] = this.race.hows): Promise<void> {
    this.family = puzzle.family;
    await this.race.start(puzzle, hows);
  }

  /** Another puzzle: what had branched off belonged to the one before. */
  private async change(puzzle: Puzzle): Promise<void> {
    const kept = this.race.lanes.filter(({ how, trace }) => !how.from && trace === null).map(({ how }) => how);
    await this.open(puzzle, kept.length > 0 ? kept : USUAL);
  }

  /** The operating point that was chosen becomes the dial of every board that has one. */
  private raceBy(threshold: number): void {
    const { puzzle, hows } = this.race;
    const has = (how: How) => this.dials.of(how.strategy)?.name === "threshold";
    const first: readonly How[] = hows.some(has) ? hows : USUAL;
    const dialled = first.map((how) => (has(how) && !how.from ? { ...how, dial: threshold } : how));
    this.go("race");
    if (puzzle) void this.open(puzzle, dialled);
  }

  /** On a new puzzle of the kind that the guarantee is about, beside System 2. */
  private async raceUnder({ calibration: { family, size, level }, dial }: Promised): Promise<void> {
    const wanted = { family, size, level: level as Level, seed: FIRST_PROMISED + this.promised++ };
    const made = await this.notices.fetch(this.judge.generate(wanted));
    if (!made) return;
    this.go("race");
    await this.open({ family, text: made.text }, [{ strategy: "risk_controlled", dial }, { strategy: "system2" }]);
    await this.puzzles.browse(family);
    this.requestUpdate();
  }

  /** The same object while the same is raced on: the figures that depend on it are not drawn at every decision. */
  private readonly racedOn = derived((moment: Moment | undefined): Raced | null => {
    if (!moment) return null;
    const { family, kind } = moment.board;
    return { family, size: kind, shifted: moment.view.shift !== null };
  });

  private get raced(): Raced | null {
    return this.racedOn(this.race.lanes[0]?.moments[0]);
  }

  private readonly playLink = (threshold: number): string => {
    const { puzzle } = this.race;
    const own = puzzle?.family === "custom";
    const game = puzzle && !own ? { family: puzzle.family, puzzle: puzzle.text } : {};
    const look = { lang: language(), theme: this.theme ?? undefined, network: this.network };
    return `./${writeUrl({ ...game, mode: "both", strategy: "threshold", threshold, ...look })}${own ? location.hash : ""}`;
  };

  private readonly promiseLink = (promise: Wish, { family, size }: Calibration): string => {
    const { puzzle } = this.race;
    const same = puzzle && this.raced?.family === family && this.raced.size === size;
    const look = { lang: language(), theme: this.theme ?? undefined };
    const game = { family, ...(same && { puzzle: puzzle.text }) };
    return `./${writeUrl({ ...game, mode: "both", strategy: "risk_controlled", promise, ...look })}`;
  };

  private async browse(family: string): Promise<void> {
    const sample = await this.puzzles.browse(family);
    if (sample) await this.change(sample);
    this.requestUpdate();
  }

  /** The visitor's own puzzle, or a recorded game. What was played stays until it is known to be one. */
  private async take(text: string, name: string): Promise<void> {
    const reading = ++this.reading;
    const read = await this.puzzles.read(this.family, text);
    if (reading !== this.reading) return;
    this.refused = "";
    try {
      if ("problem" in read) this.refused = this.worded(read.problem);
      else if ("trace" in read)
        await this.race.replay(read.trace, name, { strategy: read.trace.config?.strategy ?? "threshold" });
      else await this.checked(read.puzzle);
    } catch (thrown) {
      this.refused = this.worded(problemOf(thrown, (key) => ({ key: "error.unknown", args: { key } })));
    }
    this.requestUpdate();
  }

  private async checked(puzzle: Puzzle): Promise<void> {
    await this.judge.open(puzzle);
    await this.change(puzzle);
  }

  private worded(problem: Parameters<typeof problemText>[0]): string {
    return problem.key.startsWith("lab.") ? t(problem.key, problem.args) : problemText(problem);
  }

  private async exportTrace(lane: Lane): Promise<void> {
    const trace = await this.notices.fetch(lane.host.trace());
    if (!trace) return;
    saveAs("fastslow-trace.json", new Blob([JSON.stringify(trace, null, 1)], { type: "application/json" }));
  }

  // --- the address -------------------------------------------------------------------------------------------------

  private async writeAddress(): Promise<void> {
    const { puzzle, hows, pace, tempo, addressable } = this.race;
    if (!puzzle) return;
    const query = writeLab({
      ...{ family: puzzle.family, puzzle: puzzle.text, pace, tempo },
      ...(addressable && { lanes: hows }),
      ...{ lang: language(), ...(this.theme && { theme: this.theme }) },
      ...(this.network !== undefined && { network: this.network }),
    });
    const hash = puzzle.family === "custom" ? await writeHash(puzzle.text) : isHash(location.hash) ? "" : location.hash;
    history.replaceState(history.state, "", location.pathname + query + hash);
  }

  // --- what is shown -----------------------------------------------------------------------------------------------

  override render() {
    return html`
      ${renderHeader({
        tagline: t("lab.title"),
        home: `./${sameLook(this.theme)}`,
        links: html`<a class="link" href=${`./${sameLook(this.theme)}`}>${t("lab.to_play")}</a>
          <a class="link" href=${`./guide.html${sameLook(this.theme)}`}>${t("page.guide")}</a>`,
        speak: (wanted) => this.notices.fetch(switchLanguage(wanted)).then(() => this.changed()),
        theme: this.theme,
        themed: (theme) => {
          this.theme = theme;
          this.changed();
        },
      })}
      <fs-notices
        .notices=${this.notices.list}
        @notice-close=${(event: CustomEvent<number>) => this.notices.remove(event.detail)}
      ></fs-notices>
      <main>
        <h2 class="title">${t("lab.title")}</h2>
        <p class="lead">${t("lab.lead")}</p>
        ${this.renderContents()} ${this.renderRace()} ${this.renderDeciding()} ${this.renderGuarantee()}
        ${this.renderRun()} ${this.renderSmall()}
      </main>
      ${renderFooter(version)}
    `;
  }

  private renderContents() {
    return html`<p class="contents">
      ${SECTIONS.map(
        (id) =>
          html`<a
            href="#${id}"
            @click=${(event: Event) => {
              event.preventDefault();
              this.go(id);
            }}
            >${t(`lab.${id}.title`)}</a
          >`,
      )}
    </p>`;
  }

  private renderDeciding() {
    return html`<section id="deciding" aria-labelledby="title-deciding">
      <h2 id="title-deciding">${t("lab.deciding.title")}</h2>
      <p>${t("lab.deciding.text")}</p>
      ${
        this.near.has("deciding")
          ? html`<fs-deciding
              .here=${this.here}
              .playLink=${this.playLink}
              @dial=${(event: CustomEvent<number>) => this.raceBy(event.detail)}
            ></fs-deciding>`
          : nothing
      }
    </section>`;
  }

  private renderGuarantee() {
    return html`<section id="guarantee" aria-labelledby="title-guarantee">
      <h2 id="title-guarantee">${t("lab.guarantee.title")}</h2>
      <p>${t("lab.guarantee.text")}</p>
      ${this.network === undefined ? nothing : html`<p>${t("lab.guarantee.learned", { name: this.network })}</p>`}
      ${
        this.near.has("guarantee") && this.network === undefined
          ? html`<fs-guarantee
              .newHost=${this.freshHost}
              .mine=${this.here?.calibration ?? null}
              .played=${this.promises.played}
              .raced=${this.raced}
              .promiseLink=${this.promiseLink}
              @promise=${(event: CustomEvent<Promised>) => void this.raceUnder(event.detail)}
            ></fs-guarantee>`
          : nothing
      }
    </section>`;
  }

  private renderRun() {
    return html`<section id="run" aria-labelledby="title-run">
      <h2 id="title-run">${t("lab.run.title")}</h2>
      <p>${t("lab.run.text")}</p>
      ${
        this.near.has("run")
          ? html`<fs-measure
              .families=${this.puzzles.families}
              .dials=${this.dials}
              .newHost=${this.freshHost}
              @measured=${(event: CustomEvent<Here>) => (this.here = event.detail)}
            ></fs-measure>`
          : nothing
      }
    </section>`;
  }

  private renderSmall() {
    return html`<section id="small" aria-labelledby="title-small">
      <h2 id="title-small">${t("lab.small.title")}</h2>
      <p>${t("lab.small.text")}</p>
      ${this.near.has("small") ? html`<fs-small></fs-small>` : nothing}
    </section>`;
  }

  private renderRace() {
    const { race } = this;
    return html`<section id="race" aria-labelledby="title-race">
      <h2 id="title-race">${t("lab.race.title")}</h2>
      <p>${t("lab.race.text")}</p>
      ${renderChoice(this.puzzles, {
        family: this.family,
        text: race.puzzle?.text ?? "",
        refused: this.refused,
        browse: (family) => void this.browse(family),
        choose: (puzzle) => void this.change(puzzle),
        take: (text, name) => void this.take(text, name),
      })}
      <div class="loads">
        ${(["engine", "policy", "solver"] as const).map((part) =>
          this.loading[part]?.state === "idle"
            ? nothing
            : loadingNote(this.loading[part], () => void this.judge.warmUp([part]).catch(() => undefined)),
        )}
      </div>
      <fs-race
        .race=${race}
        .dials=${this.dials}
        .version=${this.version}
        @lanes-change=${(event: CustomEvent<readonly How[]>) => race.puzzle && void this.open(race.puzzle, event.detail)}
        @paced=${() => this.changed()}
        @branch=${({ detail: { lane, made, how } }: CustomEvent<{ lane: number; made: number; how: How }>) =>
          void race.branch(lane, made, how)}
        @trace-export=${(event: CustomEvent<Lane>) => void this.exportTrace(event.detail)}
      ></fs-race>
    </section>`;
  }
}
