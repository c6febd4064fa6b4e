// The guide: eight short sections, each with something to try. One game serves all of them (stalls.ts); nothing of it is
// loaded before an exhibit comes into sight.

import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { version } from "virtual:build-facts";
import { network, sizes } from "virtual:measured";

import "../panels/fs_notices";
import "../panels/fs_rules";
import "./fs_measures";

import { Clock } from "../game/clock";
import type { Thought } from "../exhibits/thought";
import { Play } from "../game/play";
import { Stage } from "../game/stage";
import { Host } from "../host/host";
import { pageTransports } from "../host/page";
import { firstLanguage } from "../i18n/catalogues";
import { language, setLanguage, switchLanguage, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { keepSite } from "../offline/keep";
import { readUrl, type Theme } from "../places/url_state";
import { renderFooter } from "../shell/footer";
import { renderHeader } from "../shell/header";
import { Notices } from "../shell/notices";
import { Pace } from "../shell/pace";
import type { Table } from "../shell/table";
import { applyLanguage, applyTheme, sameLook } from "../shell/theme";
import { setStyle } from "../style/set_style";
import { pageStyles } from "../style/page_styles";
import { shared } from "../style/shared";
import { articleStyles } from "./article_styles";
import { Bets } from "./bets";
import { renderBet, renderGame, renderLeft, renderTroubles } from "./exhibits";
import { Meter } from "./meter";
import { OwnExhibits } from "./own";
import { sectionsOf, type Exhibit, type Scene, type Section } from "./sections";
import { Stalls } from "./stalls";

/** An exhibit is gone over to when it crosses the middle of what is seen. */
const MIDDLE = "-45% 0px -45% 0px";
/** What is loaded with an exhibit is fetched when it is a page away. */
const NEAR = "100% 0px 100% 0px";

const exhibitOf = ({ id }: Element): string => id.replace("exhibit-", "");

@customElement("fs-article")
export class FsArticle extends Localized {
  static override styles = [shared, pageStyles, articleStyles];

  private readonly notices = new Notices(() => this.requestUpdate());
  private readonly pace = new Pace(() => this.requestUpdate());
  private readonly host = new Host(pageTransports);
  private readonly play = new Play(
    this.host,
    () => this.pace.changed(this.play),
    (notice) => this.notices.tell(notice),
  );
  private readonly stage = new Stage(this.play);
  private readonly clock = new Clock(() => this.requestUpdate());
  private readonly meter = new Meter(this.host, () => this.requestUpdate());
  private readonly stalls = new Stalls(this.play, () => this.requestUpdate());
  private readonly bets = new Bets(this.play, () => this.requestUpdate());
  private readonly own = new OwnExhibits(() => this.requestUpdate());
  private readonly sections = sectionsOf(location.search);

  /** How high the exhibits have been, in pixels: they do not shrink, so that what stands below never jumps up. */
  private readonly heights = new Map<string, number>();

  @state() private theme: Theme | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { state: reading } = readUrl(location.search);
    setLanguage(firstLanguage(location.search, navigator.languages));
    this.theme = reading.theme ?? null;
    window.addEventListener("resize", this.onResize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("resize", this.onResize);
  }

  /** On a page of another width, things have other heights. */
  private readonly onResize = () => this.heights.clear();

  override willUpdate(): void {
    applyLanguage();
    document.title = `${t("article.title")} · fast·slow`;
    applyTheme(this.theme);
    this.clock.run(this.play.asking || this.play.thinking === "system2");
  }

  override updated(): void {
    for (const exhibit of this.renderRoot.querySelectorAll<HTMLElement>(".exhibit.played")) {
      if (exhibit.querySelector(".room")) continue; // an estimate
      const id = exhibitOf(exhibit);
      this.heights.set(id, Math.max(this.heights.get(id) ?? 0, exhibit.offsetHeight));
    }
  }

  /** Loads nothing before the reader comes to something to try. */
  override firstUpdated(): void {
    if (location.hash.length > 1)
      this.renderRoot.querySelector(`section[id="${CSS.escape(location.hash.slice(1))}"]`)?.scrollIntoView();
    this.watch(".exhibit.played", MIDDLE, (id) => this.enter(id));
    // Alone, in a frame perhaps, it is what one came for: a glimpse of it is enough.
    if (this.sections.length === 1) this.watch(".exhibit.played", "0px", (id) => this.stalls.live ?? this.enter(id));
    this.watch(".exhibit.own", NEAR, (id) => void this.own.near(id));
  }

  private watch(selector: string, rootMargin: string, seen: (id: string) => unknown): void {
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) seen(exhibitOf(target));
      },
      { rootMargin },
    );
    for (const exhibit of this.renderRoot.querySelectorAll(selector)) sight.observe(exhibit);
  }

  private enter(id: string): void {
    const exhibit = this.sections.flatMap(({ exhibits }) => exhibits).find((one) => one.id === id);
    if (!exhibit) return;
    const first = this.stalls.live === null;
    void this.stalls.enter(id, this.sceneOf(exhibit)).then(async () => {
      if (!first) return;
      await this.play.load("policy");
      await this.play.load("solver");
      void keepSite();
    });
  }

  private sceneOf(exhibit: Exhibit): Scene | null {
    if ("scene" in exhibit) return exhibit.scene;
    return exhibit.kind === "bet" ? this.bets.scene : null;
  }

  override render() {
    return html`
      ${this.renderHeader()}
      <fs-notices
        .notices=${this.notices.list}
        @notice-close=${(event: CustomEvent<number>) => this.notices.remove(event.detail)}
      ></fs-notices>
      <main>
        <h2 class="title">${t("article.title")}</h2>
        <p class="lead">${t("article.lead")}</p>
        ${this.sections.map((section) => this.renderSection(section))}
        ${this.sections.length === 1 ? this.renderWhole() : nothing}
      </main>
      ${renderFooter(version)}
    `;
  }

  private renderHeader() {
    return renderHeader({
      tagline: t("article.title"),
      home: `./${sameLook(this.theme)}`,
      links: html`<a class="link" href=${`./lab.html${sameLook(this.theme)}`}>${t("page.lab")}</a>
        <a class="link" href=${`./${sameLook(this.theme)}`}>${t("article.to_play")}</a>`,
      speak: (wanted) => this.notices.fetch(switchLanguage(wanted)),
      theme: this.theme,
      themed: (theme) => (this.theme = theme),
    });
  }

  private renderWhole() {
    return html`<p><a class="link" href=${`./guide.html${sameLook(this.theme)}`}>${t("article.whole")}</a></p>`;
  }

  private renderSection(section: Section) {
    const { id, sources } = section;
    const whole = this.sections.length > 1;
    const place = whole ? html`<span class="place">${this.sections.indexOf(section) + 1}</span>` : nothing;
    const { parameters, puzzles, minutes } = network;
    const numbers = Object.fromEntries(
      Object.entries({ parameters, puzzles, minutes }).map(([name, value]) => [name, value.toLocaleString(language())]),
    );
    return html`<section id=${id} aria-labelledby="title-${id}">
      <h3 id="title-${id}">${place} ${t(`article.${id}.title`)}</h3>
      ${t(`article.${id}.text`, numbers)
        .split("\n")
        .map((paragraph) => html`<p>${paragraph}</p>`)}
      ${section.exhibits.map((exhibit) => this.renderExhibit(exhibit))}
      ${section.later ? html`<p class="later">${t(`article.${id}.later`)}</p>` : nothing}
      ${
        sources.length > 0
          ? html`<p class="sources">${sources.map((source) => html`<cite>${t(`article.source.${source}`)}</cite>`)}</p>`
          : nothing
      }
    </section>`;
  }

  private renderExhibit(exhibit: Exhibit) {
    const { id, kind } = exhibit;
    if (kind === "sizes")
      return html`<details class="exhibit">
        <summary>${t("article.sizes.more", { seconds: sizes.seconds })}</summary>
        <fs-measures></fs-measures>
      </details>`;
    if (kind === "meter")
      return html`<div class="exhibit"><fs-meter .spent=${{ ...this.meter.spent }}></fs-meter></div>`;
    return html`<div
      class="exhibit played ${kind}"
      id="exhibit-${id}"
      ${setStyle({ "--held": `${this.heights.get(id) ?? 0}px` })}
      @focusin=${() => this.enter(id)}
      @pointerdown=${() => this.enter(id)}
      @thought=${(event: CustomEvent<Thought>) => this.count(event.detail)}
    >
      <p class="task">${t(`article.${id}.task`)}</p>
      ${kind === "own" ? this.renderOwn(id) : this.renderPlayed(exhibit)}
    </div>`;
  }

  private renderOwn(id: string) {
    const live = this.stalls.live === id;
    return [this.own.render(id, { host: this.host, live }), live ? renderTroubles(this.table) : nothing];
  }

  private renderPlayed(exhibit: Exhibit) {
    const { live, open } = this.stalls;
    if (live !== exhibit.id) return renderLeft(this.stalls.leftOf(exhibit.id));
    return open ? this.renderLive(exhibit) : [renderLeft(null), renderTroubles(this.table)];
  }

  private renderLive(exhibit: Exhibit) {
    const { table } = this;
    if (exhibit.kind === "rule") return renderGame(table, { rule: exhibit.rule }, this.clock.text);
    if (exhibit.kind !== "bet") return renderGame(table, { why: exhibit.kind === "why" }, this.clock.text);
    return renderBet(table, this.bets, {
      say: (right) => void this.bets.say(right).then(() => this.countAnswer()),
      next: () => {
        this.bets.next();
        void this.stalls.change(this.bets.scene);
      },
      thinking: this.clock.text,
    });
  }

  /** An answer outside a think step is a thought, too. */
  private countAnswer(): void {
    const { topic } = this.play;
    if (topic?.kind === "answer") this.count({ who: "system2", ms: topic.found.system2Ms });
  }

  private count({ who, ms }: Thought): void {
    this.meter.add(who, ms);
    this.requestUpdate();
  }

  private get table(): Table {
    return {
      play: this.play,
      stage: this.stage,
      name: this.stage.sheet.title,
      show: (change) => {
        change();
        this.requestUpdate();
      },
      given: () => this.notices.add(t("error.step.given")),
    };
  }
}
