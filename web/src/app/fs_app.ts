// The page: lays out the board and its panels, hands each what it shows, and turns what the visitor does
// into acts of the game.

import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import "../panels/fs_arbitrator";
import "../panels/fs_decisions";
import "../panels/fs_new_puzzle";
import "../panels/fs_notices";
import "../panels/fs_rules";
import "../panels/fs_system1";
import "../panels/fs_system2";

import { Host, type Part } from "../host/host";
import { browserTransports } from "../host/browser";
import type { FsBoard } from "../board/fs_board";
import type { FsNewPuzzle, Pasted, Sample, Wish } from "../panels/fs_new_puzzle";
import type { RuleSwitch } from "../panels/fs_rules";
import { language, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { problemText } from "../i18n/sentences";
import { look } from "../style/look";
import { pageStyles } from "../style/page_styles";
import { shared } from "../style/shared";
import { Address } from "./address";
import { assets } from "./assets";
import { appStyles } from "./app_styles";
import { boot, firstPaint } from "./boot";
import { Chooser } from "./chooser";
import { Clock } from "./clock";
import { renderHeader } from "./header";
import { Notices } from "./notices";
import { DEFAULT_LOOKS, Play } from "./play";
import { Stage } from "./stage";
import { renderBoard, renderControls, renderModes, type Table } from "./table";
import { applyTheme } from "./theme";
import type { Pairing, Theme, UrlState } from "./url_state";
import { saveAs } from "./save";

@customElement("fs-app")
export class FsApp extends Localized {
  static override styles = [shared, pageStyles, appStyles];

  private readonly notices = new Notices(() => this.requestUpdate());
  private readonly play = new Play(
    new Host(browserTransports(assets)),
    () => this.requestUpdate(),
    (notice) => this.notices.tell(notice),
  );
  private readonly stage = new Stage(this.play);
  private readonly chooser = new Chooser(
    this.play,
    () => this.requestUpdate(),
    () => this.onOpened(),
  );
  private readonly address = new Address();
  private readonly clock = new Clock(() => this.requestUpdate());

  @state() private theme: Theme | null = null;

  @query("fs-board") private readonly boardElement!: FsBoard;
  @query("fs-new-puzzle") private readonly dialog!: FsNewPuzzle;

  override connectedCallback(): void {
    super.connectedCallback();
    const reading = firstPaint(this.play, (ignored) => this.notices.add(t("notice.ignored", { names: ignored }), true));
    this.theme = reading.theme ?? null;
    void boot(this.play, reading, {
      refused: (problem) => this.notices.add(t("notice.puzzle_refused", { why: problemText(problem) }), true),
      flawed: (problem) => this.notices.add(problemText(problem), true),
    });
  }

  override willUpdate(): void {
    document.documentElement.lang = language();
    document.title = t("page.title");
    applyTheme(this.theme);
    const { play } = this;
    this.clock.run(play.asking || play.thinking === "system2");
    if (play.ready) this.address.update(this.urlState());
  }

  override render() {
    const { stage } = this;
    return html`
      ${this.renderHeader()}
      <fs-notices
        .notices=${this.notices.list}
        @notice-close=${(event: CustomEvent<number>) => this.notices.remove(event.detail)}
      ></fs-notices>
      <main
        class=${classMap({ keyed: stage.padNeeded, ruled: stage.switches.length > 0, much: stage.switches.length > 1 })}
        ${look({ "--wide": String(stage.wide) })}
      >
        <div class="left">${this.renderSystem1()}${this.renderArbitrator()}</div>
        <div class="middle">${this.renderMiddle()}</div>
        <div class="right">${this.renderSystem2()}${this.renderDecisions()}</div>
      </main>
      ${this.renderChooser()}
    `;
  }

  private renderHeader() {
    return renderHeader({
      tagline: t("page.tagline"),
      links: html`<a class="link" href=${this.authorLink}>${t("page.make")}</a>
        <button class="link" @click=${this.onShare}>${t("page.share")}</button>`,
      theme: this.theme,
      themed: (theme) => (this.theme = theme),
    });
  }

  /** A puzzle that somebody has made is taken along, to be changed. */
  private get authorLink(): string {
    const theme = this.theme ? `&theme=${this.theme}` : "";
    return `./author.html?lang=${language()}${theme}${this.play.board?.family === "custom" ? location.hash : ""}`;
  }

  private get table(): Table {
    return {
      play: this.play,
      stage: this.stage,
      name: this.stage.title,
      look: (change) => this.look(change),
      given: () => this.notices.add(t("error.step.given")),
    };
  }

  private renderMiddle() {
    const { play, stage, table } = this;
    const view = play.view;
    return html`
      ${renderModes(table)}
      <div class="caption">
        <h2>${stage.title}</h2>
        <span>
          <button class="link" ?disabled=${!play.ready || !(view?.canUndo ?? false)} @click=${play.reset}>
            ${t("controls.reset")}
          </button>
          <button class="link" ?disabled=${!play.ready} @click=${this.onChoose}>${t("controls.new")}</button>
        </span>
      </div>
      ${stage.about ? html`<p class="about">${stage.about}</p>` : nothing}
      <fs-rules
        .switches=${stage.switches}
        ?ready=${play.ready}
        @rule-switch=${(event: CustomEvent<RuleSwitch>) => play.switchRule(event.detail.rule, event.detail.on)}
      ></fs-rules>
      ${renderBoard(table)} ${renderControls(table)}
      ${this.renderEngineTrouble()}
    `;
  }

  private renderEngineTrouble() {
    const { engine } = this.play.loading;
    if (engine?.state !== "failed") return nothing;
    const why = engine.problem ? problemText(engine.problem) : "";
    return html`<div class="trouble" role="alert">
      <p class="problem">${t("load.failed.engine")} ${why}</p>
      <button class="button small" @click=${() => location.reload()}>${t("load.retry")}</button>
    </div>`;
  }

  private renderSystem1() {
    const { stage, play } = this;
    return html`<fs-system1
      .loading=${play.progressOf("policy")}
      .place=${stage.feelingPlace}
      .feelings=${stage.feelings}
      .milliseconds=${play.glanceMs}
      .sureness=${stage.sureness}
      .reliability=${stage.reliability}
      .resting=${play.mode === "system2"}
      .shift=${stage.shift}
      @load-part=${this.onLoad}
    ></fs-system1>`;
  }

  private renderArbitrator() {
    const { stage, play } = this;
    return html`<fs-arbitrator
      .mode=${play.mode}
      .pairing=${play.pairing}
      .threshold=${play.threshold}
      .looks=${play.looks}
      .confidence=${stage.confidence}
      .verdict=${stage.verdict}
      .shift=${stage.shift}
      @dial=${(event: CustomEvent<number>) => this.look(() => (play.threshold = event.detail))}
      @dial-set=${(event: CustomEvent<number>) => play.configure({ threshold: event.detail })}
      @pairing-change=${(event: CustomEvent<Pairing>) => play.configure({ pairing: event.detail })}
      @looks-change=${(event: CustomEvent<number>) => play.configure({ looks: event.detail })}
    ></fs-arbitrator>`;
  }

  private renderSystem2() {
    const { stage, play } = this;
    return html`<fs-system2
      .loading=${play.progressOf("solver")}
      .proof=${stage.proof}
      .counted=${stage.counted}
      ?countable=${play.ready && stage.countable}
      @count=${() => play.count()}
      .idle=${stage.system2Idle}
      .question=${stage.question}
      .thinking=${this.clock.text}
      .lit=${stage.lit}
      @line-light=${(event: CustomEvent<number | null>) => this.look(() => (stage.lit = event.detail))}
      @ask-why=${() => stage.askWhy()}
      @cancel=${() => play.cancel()}
      @load-part=${this.onLoad}
    ></fs-system2>`;
  }

  private renderDecisions() {
    const { stage, play } = this;
    return html`<fs-decisions
      .marks=${play.view?.decisions ?? []}
      .labels=${stage.markLabels}
      .shown=${stage.shownId}
      .story=${stage.story}
      .tally=${stage.tally}
      @decision-point=${(event: CustomEvent<number | null>) => this.look(() => (stage.pointed = event.detail))}
      @export-trace=${this.onExport}
    ></fs-decisions>`;
  }

  private renderChooser() {
    const { chooser } = this;
    return html`<fs-new-puzzle
      .families=${chooser.families}
      .samples=${chooser.samples}
      ?unreachable=${chooser.unreachable}
      .problem=${chooser.problem}
      .unmade=${chooser.unmade}
      .making=${chooser.making}
      .checking=${chooser.checking}
      @look-at=${(event: CustomEvent<string>) => chooser.look(event.detail)}
      @choose-sample=${(event: CustomEvent<Sample>) => chooser.open(event.detail.family, event.detail.text)}
      @make=${(event: CustomEvent<Wish>) => chooser.make(event.detail)}
      @paste=${(event: CustomEvent<Pasted>) => chooser.paste(event.detail)}
      @stop-making=${() => this.play.cancelGenerate()}
    ></fs-new-puzzle>`;
  }

  // --- what the visitor does ---------------------------------------------------------------------------------

  /** A change of what is looked at, not of the game. */
  private look(change: () => void): void {
    change();
    this.requestUpdate();
  }

  private readonly onLoad = (event: CustomEvent<Part>) => this.play.load(event.detail);

  private readonly onChoose = () => {
    const { board } = this.play;
    if (!board) return;
    this.dialog.show({ family: board.family, size: board.kind, text: board.text });
    void this.chooser.begin(board.family);
  };

  private onOpened(): void {
    this.dialog.close();
    this.boardElement.focus();
  }

  private readonly onShare = async () => {
    const link = await this.address.link(this.urlState());
    try {
      await navigator.clipboard.writeText(link);
      this.notices.add(t("notice.copied"));
    } catch {
      this.notices.add(t("notice.copy_yourself", { link }), true);
    }
  };

  private readonly onExport = async () => {
    saveAs("fastslow-trace.json", JSON.stringify(await this.play.trace(), null, 1));
  };

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
      lang: language(),
      theme: this.theme ?? undefined,
    };
  }
}
