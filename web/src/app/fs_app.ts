// The page: lays out the board and its panels, hands each what it shows, and turns what the visitor does
// into acts of the game.

import { html, nothing } from "lit";
import { version } from "virtual:build-facts";
import { customElement, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import "../panels/fs_notices";

import { Host } from "../host/host";
import { pageTransports } from "../host/page";
import type { FsBoard } from "../board/fs_board";
import type { Kind } from "../game/pledge";
import type { FsNewPuzzle } from "../panels/fs_new_puzzle";
import { flawText } from "../game/flaw";
import type { Marks } from "../game/notebook";
import { DEFAULT_LOOKS, DEFAULT_SLEEP } from "../game/settings";
import type { Pasted, Sample, Wish } from "../game/wishes";
import type { View } from "../protocol/engine";
import { language, switchLanguage, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { problemText } from "../i18n/sentences";
import { setStyle } from "../style/set_style";
import { pageStyles } from "../style/page_styles";
import { shared } from "../style/shared";
import { Address } from "../places/address";
import { Clock } from "../game/clock";
import { renderFooter } from "../shell/footer";
import { renderHeader } from "../shell/header";
import { Notices } from "../shell/notices";
import type { Choice } from "../shell/links";
import { measured, tellHeight, wantedHeight } from "../shell/height";
import type { PagePart } from "../places/page_parts";
import { Play } from "../game/play";
import { Stage } from "../game/stage";
import { Visits } from "../places/visits";
import { goalStyles } from "../shell/goal_line";
import { renderArbitrator, renderDecisions, renderSystem1, renderSystem2, renderTrouble } from "../shell/panels";
import {
  renderBoard,
  renderControls,
  renderModes,
  renderNotes,
  renderReason,
  renderRules,
  type Table,
} from "../shell/table";
import { Pace } from "../shell/pace";
import { applyLanguage, applyTheme } from "../shell/theme";
import { readUrl, type Theme, type UrlState } from "../places/url_state";
import { appStyles } from "./app_styles";
import { Around } from "./around";
import { AtHand } from "./at_hand";
import { boot, firstPaint } from "./boot";
import { Chooser } from "./chooser";
import type { FsGuide } from "./fs_guide";
import type { FsHandOn } from "./fs_hand_on";
import { DIALOGS } from "./dialogs";
import { saveTrace } from "../shell/save_as";
import { savePicture } from "./save";
import { isFramed } from "./seen";
import { Sharing } from "./sharing";
import { Tour } from "./tour";
import { authorLink, guideLink, labLink, renderWayOut } from "./ways";

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The page is drawn in as many tasks, none of which is long: its head, the board, what is beneath, each column beside it. */
const STAGES = { board: 1, beneath: 2, right: 3, left: 4, rest: 5 } as const;

@customElement("fs-app")
export class FsApp extends Localized {
  static override styles = [shared, pageStyles, goalStyles, appStyles];

  private readonly notices = new Notices(() => this.requestUpdate());
  private readonly pace = new Pace(() => this.requestUpdate());
  private readonly play = new Play(
    new Host(pageTransports),
    () => this.pace.changed(this.play),
    (notice) => this.notices.tell(notice),
  );
  private readonly stage = new Stage(this.play);
  private readonly chooser = new Chooser(
    this.play,
    () => this.requestUpdate(),
    () => this.onOpened(),
    (remark) => this.notices.add(problemText(remark), true),
  );
  private readonly address = new Address();
  private readonly visits = new Visits(this.play, this.address, () => this.addressState());
  private readonly clock = new Clock(() => this.pace.changed(this.play));
  private readonly sharing = new Sharing(
    this.play,
    this.address,
    () => this.urlState(),
    () => this.requestUpdate(),
  );

  private readonly tour = new Tour(this.play, () => this.requestUpdate());
  private readonly atHand = new AtHand(this.play, () => this.requestUpdate());

  private shown: View | null = null;
  private marks: Marks | null = null;

  @state() private theme: Theme | null = null;
  /** How much of the page has been drawn for the first time, in stages. */
  @state() private drawn = 0;
  /** What a tutorial leaves out. */
  private hide: readonly PagePart[] = [];
  private readonly around = new Around();

  @query("fs-board") private readonly boardElement!: FsBoard;
  @query("fs-new-puzzle") private readonly dialog!: FsNewPuzzle;
  @query("fs-guide") private readonly guide!: FsGuide;
  @query("fs-hand-on") private readonly handOn!: FsHandOn;

  override connectedCallback(): void {
    super.connectedCallback();
    this.atHand.begin();
    this.play.offerPromises(async () => (await import("../places/recorded_games")).recordedGames());
    const reading = firstPaint(this.play, (ignored) => this.notices.add(t("notice.ignored", { names: ignored }), true));
    this.theme = reading.theme ?? null;
    this.hide = reading.hide ?? [];
    this.around.begin(this.play, this.stage, reading);
    void boot(
      this,
      this.play,
      reading,
      {
        refused: (problem) => this.notices.add(t("notice.puzzle_refused", { why: problemText(problem) }), true),
        flawed: (flaw) => this.notices.add(flawText(flaw), true),
        network: async (name) => this.notices.add(await (await import("../practice/in_place")).takeNetwork(name), true),
      },
      this.visits,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.around.end();
    this.atHand.end();
  }

  /** The scripts are read in one task, the page's head is drawn in another. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await nextTask();
    await super.scheduleUpdate();
  }

  override firstUpdated(): void {
    void this.drawOn();
    tellHeight(this, () => {
      const { board } = this.play;
      const page = measured(this, this.boardElement);
      return board && page && wantedHeight(board, page);
    });
  }

  private async drawOn(): Promise<void> {
    while (this.drawn < STAGES.rest) {
      await nextTask();
      this.drawn += 1;
      await this.updateComplete;
    }
  }

  override willUpdate(): void {
    applyLanguage();
    document.title = t("page.title");
    applyTheme(this.theme);
    const { play } = this;
    this.clock.run(play.asking || play.thinking === "system2");
    if (!play.ready) return;
    this.around.look(play);
    this.tour.update();
    if (this.ruled) play.foresee();
    this.address.update(this.addressState());
    const { marks } = play.notebook;
    if (play.view !== this.shown || marks !== this.marks) this.visits.changed();
    this.shown = play.view;
    this.marks = marks;
    this.atHand.update();
  }

  override render() {
    const { sheet } = this.stage;
    return html`
      ${this.shows("header") ? [this.renderSkip(), this.renderHeader()] : nothing}
      <fs-notices
        .notices=${this.notices.list}
        @notice-close=${(event: CustomEvent<number>) => this.notices.remove(event.detail)}
      ></fs-notices>
      ${this.tour.render(guideLink(this.theme))}
      <main class=${classMap(this.classes)} ${setStyle({ "--wide": String(sheet.wide) })}>
        <div class="left">${this.drawn < STAGES.left ? nothing : this.renderLeft()}</div>
        <div class="middle">${this.renderMiddle()}</div>
        <div class="right">
          ${this.ruled && this.beside ? renderRules(this.table) : nothing}
          ${this.drawn < STAGES.right ? nothing : this.renderRight()}
        </div>
      </main>
      ${this.drawn < STAGES.rest ? nothing : this.renderRest()}
    `;
  }

  private renderRest() {
    const footer = this.shows("header") ? renderFooter(version) : nothing;
    return [footer, this.renderChooser(), this.renderHandOn(), this.renderGuide()];
  }

  private renderLeft() {
    const { table } = this;
    return html`${this.shows("system1") ? renderSystem1(table) : nothing}
    ${this.shows("arbitrator") ? renderArbitrator(table, this.shows("system1"), this.onKind) : nothing}`;
  }

  private readonly onKind = (kind: Kind) => void this.chooser.make({ ...kind, seed: Math.floor(Math.random() * 1e6) });

  private renderRight() {
    const { table } = this;
    const panel = { thinking: this.clock.text, awaited: !isFramed(), counts: true };
    return html`${renderNotes(table)} ${this.shows("system2") ? renderSystem2(table, panel) : nothing}
    ${this.shows("decisions") ? renderDecisions(table, () => void saveTrace(table.play)) : nothing}`;
  }

  /** What stands around the board takes room from it. */
  private get classes(): Record<string, boolean> {
    const { about, counters, switches } = this.stage.sheet;
    return {
      "with-about": about !== "" && this.shows("about"),
      ruled: this.ruled,
      much: switches.length > 1,
      counted: counters.length > 0,
      tooled: this.tooled,
      ...Object.fromEntries(this.hide.map((part) => [`no-${part}`, true])),
    };
  }

  /** A frame is kept to what it is about; Shift with a digit works there too. */
  private get tooled(): boolean {
    return this.shows("controls") && !isFramed();
  }

  /** Outside of frames, what can be switched stands with the panels at the right, and leaves the board its room. */
  private get beside(): boolean {
    return this.shows("header") && (this.shows("system2") || this.shows("decisions"));
  }

  private shows(part: PagePart): boolean {
    return !this.hide.includes(part);
  }

  /** For those who come by keyboard. */
  private renderSkip() {
    return html`<button class="button small skip" @click=${() => this.boardElement.focus()}>${t("page.skip")}</button>`;
  }

  private renderHeader() {
    return renderHeader({
      tagline: html`${t("page.tagline")}<span class="more"> ${t("page.tagline.more")}</span>`,
      links: html`<a class="link" href=${guideLink(this.theme)}>${t("page.guide")}</a>
        <a class="link" href=${labLink(this.theme, this.play.board)}>${t("page.lab")}</a>
        <a class="link" href=${authorLink(this.theme, this.play.board)}>${t("page.make")}</a>
        <button class="link" @click=${this.onShare}>${t("page.share")}</button>`,
      speak: (wanted) => this.notices.fetch(switchLanguage(wanted)),
      theme: this.theme,
      themed: (theme) => (this.theme = theme),
    });
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
      tools: this.tooled,
      ...(this.shows("header") && { guide: guideLink(this.theme) }),
      habit: () => this.atHand.keep(),
      given: () => this.notices.add(t("error.step.given")),
    };
  }

  private renderMiddle() {
    const { table } = this;
    const { about } = this.stage.sheet;
    return html`
      ${this.shows("modes") ? renderModes(table) : nothing} ${this.renderCaption()}
      ${about && this.shows("about") ? html`<p class="about">${about}</p>` : nothing} ${this.around.render(this.play)}
      ${this.ruled && !this.beside ? renderRules(this.table) : nothing}
      ${this.drawn < STAGES.board ? html`<fs-board></fs-board>` : renderBoard(table)}
      ${this.drawn < STAGES.beneath ? nothing : this.renderBeneath()}
    `;
  }

  private renderBeneath() {
    const { play, table } = this;
    return html`${renderReason(table, this.shows("controls"))} ${renderControls(table, this.shows("controls"))}
    ${this.shows("header") && !isFramed() ? nothing : renderWayOut(play.ready ? this.urlState() : readUrl(location.search).state)}
    ${renderTrouble(table, "engine", () => location.reload())}
    ${this.shows("system1") ? nothing : renderTrouble(table, "policy", () => play.load("policy"))}
    ${this.shows("system2") ? nothing : renderTrouble(table, "solver", () => play.load("solver"))} `;
  }

  /** The page's first heading where there is no header; told to those who listen even where it is not shown. */
  private renderCaption() {
    const { play } = this;
    const unseen = this.shows("title") ? "" : "visually-hidden";
    const { title } = this.stage.sheet;
    return html`<div class="caption">
      ${this.shows("header") ? html`<h2 class=${unseen}>${title}</h2>` : html`<h1 class=${unseen}>${title}</h1>`}
      <span>
        ${
          this.shows("header")
            ? html`<button class="link" ?disabled=${!play.ready} @click=${this.onGuide}>${t("guide.open")}</button>`
            : nothing
        }
        ${
          this.shows("controls")
            ? html`<button class="link" ?disabled=${!play.ready || !(play.view?.canUndo ?? false)} @click=${play.reset}>
                ${t("controls.reset")}
              </button>`
            : nothing
        }
        ${
          this.shows("new")
            ? html`<button class="link" ?disabled=${!play.ready} @click=${this.onChoose}>${t("controls.new")}</button>`
            : nothing
        }
      </span>
    </div>`;
  }

  /** The puzzle has rules that can be switched, and the page shows them. */
  private get ruled(): boolean {
    return this.stage.sheet.switches.length > 0 && this.shows("rules");
  }

  private renderChooser() {
    const { chooser } = this;
    return html`<fs-new-puzzle
      .families=${chooser.families}
      .samples=${chooser.samples}
      ?unreachable=${chooser.unreachable}
      .problem=${chooser.flaw?.problem ?? null}
      .clash=${chooser.clash}
      .several=${chooser.several}
      .unmade=${chooser.unmade}
      .making=${chooser.making}
      .checking=${chooser.checking}
      @browse=${(event: CustomEvent<string>) => chooser.browse(event.detail)}
      @choose-sample=${(event: CustomEvent<Sample>) => chooser.open(event.detail.family, event.detail.text)}
      @make=${(event: CustomEvent<Wish>) => chooser.make(event.detail)}
      @paste=${(event: CustomEvent<Pasted>) => chooser.paste(event.detail)}
      @retype=${() => chooser.forget()}
      @stop-making=${() => this.play.cancelGenerate()}
    ></fs-new-puzzle>`;
  }

  private renderGuide() {
    const { board } = this.play;
    return html`<fs-guide
      .family=${board?.family ?? ""}
      .rules=${board?.rules ?? []}
      .about=${this.stage.sheet.about}
      .link=${guideLink(this.theme)}
      @tour=${() => void this.tour.again().then(() => this.visits.opened())}
    ></fs-guide>`;
  }

  private renderHandOn() {
    const { link, framed, frame, choice, moves } = this.sharing;
    return html`<fs-hand-on
      .link=${link}
      .framed=${framed}
      .frame=${frame}
      .choice=${choice}
      .moves=${moves}
      ?ruled=${this.stage.sheet.switches.length > 0}
      @choice-change=${(event: CustomEvent<Choice>) => this.prepareShare({ choice: event.detail })}
      @moves-change=${(event: CustomEvent<boolean>) => this.prepareShare({ moves: event.detail })}
      @picture=${this.onPicture}
    ></fs-hand-on>`;
  }

  // --- what the visitor does ---------------------------------------------------------------------------------

  /** False if what is needed cannot be fetched. */
  private async fetched(dialog: keyof typeof DIALOGS): Promise<boolean> {
    if (!(await this.notices.fetch<unknown>(DIALOGS[dialog]()))) return false;
    await this[dialog].updateComplete;
    return true;
  }

  private readonly onGuide = async () => {
    if (await this.fetched("guide")) this.guide.show();
  };

  private readonly onChoose = async () => {
    if (!(await this.fetched("dialog"))) return;
    const { board } = this.play;
    if (!board) return;
    this.dialog.show({ family: board.family, size: board.kind, text: board.text });
    void this.chooser.begin(board.family);
  };

  private onOpened(): void {
    this.visits.opened();
    this.around.restart();
    this.dialog.close();
    this.boardElement.focus();
  }

  private readonly onShare = async () => {
    await this.prepareShare();
    if (await this.fetched("handOn")) this.handOn.show();
  };

  private prepareShare(change: Partial<Pick<Sharing, "choice" | "moves">> = {}): Promise<void> {
    Object.assign(this.sharing, change);
    const { title, about } = this.stage.sheet;
    return this.sharing.prepare(title, about);
  }

  private readonly onPicture = async ({ detail: kind }: CustomEvent<"png" | "svg">) => {
    try {
      await savePicture(this.boardElement, kind);
    } catch {
      this.notices.add(t("share.picture.not"), true);
    }
  };

  /** What is left out belongs to the address, not to what is shared. */
  private addressState(): Partial<UrlState> {
    return { ...this.urlState(), hide: this.hide, ...this.around.set };
  }

  private urlState(): Partial<UrlState> {
    const { play } = this;
    return {
      family: play.board?.family,
      puzzle: play.board?.text,
      moves: play.personalMoves(),
      mode: play.mode,
      strategy: play.pairing,
      threshold: play.threshold,
      looks: play.looks === DEFAULT_LOOKS ? undefined : play.looks,
      sleep: play.sleep === DEFAULT_SLEEP ? undefined : play.sleep,
      scope: play.scope === "step" ? undefined : play.scope,
      promise: play.pairing === "risk_controlled" ? play.wish : undefined,
      lang: language(),
      theme: this.theme ?? undefined,
    };
  }
}
