// The author view: an editor, the board that the text makes, what both systems do with it, and the link to it.

import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { version } from "virtual:build-facts";

import "../panels/fs_notices";
import "./fs_check";
import "./fs_draw";
import "./fs_editor";
import "./fs_fields";
import "./fs_findings";
import "../shell/fs_share";
import "./fs_starts";

import { Clock } from "../game/clock";
import { Notices } from "../shell/notices";
import { clashText } from "../game/flaw";
import { Play } from "../game/play";
import { renderFooter } from "../shell/footer";
import { renderHeader } from "../shell/header";
import { Stage } from "../game/stage";
import { renderBoard, renderControls, renderModes, renderNotes, type Table } from "../shell/table";
import { Pace } from "../shell/pace";
import { applyLanguage, applyTheme } from "../shell/theme";
import { readHash } from "../places/packed";
import { readUrl, writeUrl, type Theme } from "../places/url_state";
import { Host } from "../host/host";
import { pageTransports } from "../host/page";
import { firstLanguage } from "../i18n/catalogues";
import { language, setLanguage, switchLanguage, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { problemText } from "../i18n/sentences";
import { keepSite } from "../offline/keep";
import { icon } from "../style/icons";
import { pageStyles } from "../style/page_styles";
import { shared } from "../style/shared";
import { Drafts, freshId, readSession, shelfOf, writeSession, type Draft } from "../places/drafts";
import { renderSystem1, renderSystem2, renderTrouble } from "../shell/panels";
import { authorStyles } from "./author_styles";
import { declarationOf, placeAt } from "./cells";
import { Desk } from "./desk";
import { edited, type Edit, type Path } from "./edits";
import { Examiner } from "./examiner";
import { blank, BLANKS, EXAMPLES, readExample, type Example } from "./examples";
import type { Drawing } from "./fs_draw";
import type { FindingText } from "./fs_findings";
import type { FsEditor } from "./fs_editor";
import type { Start } from "./fs_starts";
import { renderForm } from "./form";
import { USUAL, readChoice, writeChoice, type Choice } from "../shell/links";
import { pretty } from "./pretty";
import { offsetOf } from "./spans";
import { drawn } from "./tools";
import { differenceText, draftText, findingText } from "./words";

const PLAY_PAGE = new URL("./", location.href).href;
const SCHEMA = new URL("./puzzles/puzzle.schema.json", location.href).href;
const KEEP_MS = 250;

@customElement("fs-author")
export class FsAuthor extends Localized {
  static override styles = [shared, pageStyles, authorStyles];

  private readonly notices = new Notices(() => this.requestUpdate());
  private readonly pace = new Pace(() => this.requestUpdate());
  private readonly play = new Play(
    new Host(pageTransports),
    () => this.pace.changed(this.play),
    (notice) => this.notices.tell(notice),
  );
  private readonly stage = new Stage(this.play);
  private readonly clock = new Clock(() => this.pace.changed(this.play));
  private readonly examiner = new Examiner(
    () => new Host(pageTransports),
    () => this.requestUpdate(),
  );
  private readonly desk = new Desk({
    play: this.play,
    examiner: this.examiner,
    page: PLAY_PAGE,
    changed: () => this.requestUpdate(),
    translated: (puzzle, count) => {
      this.startAnew(pretty(puzzle.text));
      if (count > 1) this.notices.add(t("author.first_of", { count }), true);
      for (const remark of puzzle.remarks) this.notices.add(problemText(remark), true);
    },
  });
  private readonly drafts = new Drafts(shelfOf("localStorage"));
  private readonly session = shelfOf("sessionStorage");

  @state() private theme: Theme | null = null;
  /** Null until it is known what to begin with. */
  @state() private start: { text: string; kept: string } | null = null;
  @state() private earlier: Draft[] = [];
  @state() private kept = true;
  /** The board is drawn on, not played. */
  @state() private draws = false;
  /** What is handed on shows of the play page. */
  @state() private choice: Choice = USUAL;

  @query("fs-editor") private readonly editor!: FsEditor;
  private draft = freshId();
  /** A text that nobody has typed is no draft. */
  private pristine = "";
  private keeping: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { state } = readUrl(location.search);
    setLanguage(firstLanguage(location.search, navigator.languages));
    this.theme = state.theme ?? null;
    void this.begin();
    window.addEventListener("hashchange", this.onHash);
    window.addEventListener("pagehide", this.keepNow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.onHash);
    window.removeEventListener("pagehide", this.keepNow);
  }

  override willUpdate(): void {
    applyLanguage();
    document.title = t("author.page");
    applyTheme(this.theme);
    const { play } = this;
    this.clock.run(play.asking || play.thinking === "system2");
    const address = writeUrl(this.appearance);
    // Browsers refuse to change an address too often.
    if (address !== location.search)
      history.replaceState(history.state, "", location.pathname + address + location.hash);
    void this.desk.share({ ...this.appearance, mode: play.mode }, this.choice);
  }

  override updated(): void {
    this.editor?.mark(this.desk.findings.map((one) => ({ ...one, message: findingText(one) })));
  }

  private get appearance() {
    return { lang: language(), theme: this.theme ?? undefined };
  }

  // --- what is begun with ------------------------------------------------------------------------------------

  private async begin(): Promise<void> {
    const linked = await this.fromHash();
    const session = readSession(this.session);
    const last = this.drafts.list()[0];
    this.earlier = this.drafts.list();
    if (session?.choice) this.choice = readChoice(session.choice);
    if (linked !== null) this.pristine = linked;
    else if (session) this.draft = session.id;
    const known = linked ?? session?.text ?? last?.text;
    if (known === undefined) this.pristine = await readExample("small", language());
    this.start = { text: known ?? this.pristine, kept: linked === null ? (session?.kept ?? "") : "" };
    await this.play.configure({ mode: this.play.mode, pairing: this.play.pairing, threshold: this.play.threshold });
    // Somebody may have typed meanwhile.
    await this.desk.take(this.editor.text);
    await this.play.load("policy");
    await keepSite();
  }

  /** A puzzle that somebody has handed on, to be changed. The address then stands for the draft no more. */
  private async fromHash(): Promise<string | null> {
    const text = await readHash(location.hash);
    if (text === undefined) return null;
    history.replaceState(history.state, "", location.pathname + location.search);
    if (text === null) this.notices.add(t("notice.ignored", { names: "puzzle" }), true);
    return text === null ? null : pretty(text);
  }

  private readonly onHash = async () => {
    const text = await this.fromHash();
    if (text !== null) this.startAnew(text);
  };

  /** What stands there now is kept as an earlier draft, and one undo away. */
  private startAnew(text: string): void {
    this.keepNow();
    this.draft = freshId();
    this.pristine = text;
    this.editor.replace(text);
    this.earlier = this.drafts.list();
  }

  private readonly onStart = async ({ detail: { kind, id } }: CustomEvent<Start>) => {
    if (kind === "blank") {
      this.startAnew(blank(Number(id)));
      this.draws = true;
    }
    if (kind === "example") this.startAnew(await readExample(id as Example, language()));
    const draft = this.earlier.find((one) => one.id === id);
    if (kind === "draft" && draft) this.startAnew(draft.text);
  };

  // --- what is typed ------------------------------------------------------------------------------------------

  private readonly onText = () => {
    this.desk.typed(this.editor.text);
    clearTimeout(this.keeping);
    this.keeping = setTimeout(this.keepNow, KEEP_MS);
  };

  private readonly keepNow = () => {
    clearTimeout(this.keeping);
    if (!this.editor) return;
    const { text } = this.editor;
    const choice = writeChoice(this.choice);
    writeSession(this.session, { id: this.draft, text, kept: this.editor.keep(), choice });
    if (text !== this.pristine) this.kept = this.drafts.save(this.draft, text);
  };

  private readonly onTidy = () => {
    const { text } = this.editor;
    const tidy = pretty(text);
    if (tidy !== text) this.editor.replace(tidy);
  };

  // --- what is drawn ------------------------------------------------------------------------------------------

  private readonly onDraw = ({ detail: { tool, cells, number } }: CustomEvent<Drawing>) => {
    const declaration = declarationOf(this.editor.text);
    if (!declaration) return;
    const places = cells.map(({ row, column }) => placeAt(declaration, row, column));
    const name = (key: string, args = {}) => t(`author.draw.name.${key}`, args);
    this.amend(drawn(tool, { declaration, places, number, name }));
  };

  private amend(edits: Edit[]): void {
    this.editor.amend(edited(this.editor.text, edits));
    void this.desk.take(this.editor.text);
  }

  private readonly onRule = ({ detail }: CustomEvent<Path>) => {
    const offset = offsetOf(this.editor.text, detail);
    if (offset !== null) this.editor.goTo(offset);
  };

  // --- what is shown ------------------------------------------------------------------------------------------

  override render() {
    return html`
      ${this.renderHeader()}
      <fs-notices
        .notices=${this.notices.list}
        @notice-close=${(event: CustomEvent<number>) => this.notices.remove(event.detail)}
      ></fs-notices>
      <main>
        <section class="text" aria-labelledby="text-title">${this.renderText()}</section>
        <div class="middle">${this.renderTrial()}</div>
        <div class="right">${this.renderPanels()}</div>
      </main>
      ${renderFooter(version)}
    `;
  }

  private renderHeader() {
    const home = `./${writeUrl(this.appearance)}`;
    return renderHeader({
      tagline: t("author.tagline"),
      home,
      links: html`<a class="link" href=${this.labLink}>${t("page.lab")}</a>
        <a class="link" href=${home}>${t("author.back")}</a>`,
      speak: (wanted) => this.notices.fetch(switchLanguage(wanted)),
      theme: this.theme,
      themed: (theme) => (this.theme = theme),
    });
  }

  /** The puzzle at hand is taken along, once it is one. */
  private get labLink(): string {
    const { link } = this.desk;
    return `./lab.html${writeUrl(this.appearance)}${link ? new URL(link, location.href).hash : ""}`;
  }

  private renderText() {
    const undo = t("author.undo");
    const redo = t("author.redo");
    return html`
      <div class="bar">
        <h2 id="text-title">${t("author.title")}</h2>
        <fs-starts .starts=${this.starts} @start-choose=${this.onStart}></fs-starts>
        <button class="button small" title=${t("author.tidy.hint")} @click=${this.onTidy}>${t("author.tidy")}</button>
        <button class="button small icon" aria-label=${undo} title=${undo} @click=${() => this.editor.undo()}>
          ${icon("undo")}
        </button>
        <button class="button small icon" aria-label=${redo} title=${redo} @click=${() => this.editor.redo()}>
          ${icon("redo")}
        </button>
      </div>
      ${this.start ? html`<fs-editor .start=${this.start} @text-change=${this.onText}></fs-editor>` : html`<div></div>`}
      <fs-findings
        .findings=${this.findingTexts()}
        .more=${this.desk.more}
        .fine=${this.desk.fresh ? t("author.fine") : t("author.reading")}
        @finding-go=${(event: CustomEvent<number>) => this.editor.goTo(event.detail)}
      ></fs-findings>
      <p class="kept">${t(this.kept ? "author.kept" : "author.not_kept")} ${t("author.limits")}</p>
    `;
  }

  private get starts(): Start[] {
    const drafts = this.earlier.filter(({ id }) => id !== this.draft);
    return [
      ...BLANKS.map((side) => ({ kind: "blank" as const, id: String(side), label: `${side}×${side}` })),
      ...EXAMPLES.map((id) => ({ kind: "example" as const, id, label: t(`author.example.${id}`) })),
      ...drafts.map((draft) => ({ kind: "draft" as const, id: draft.id, label: draftText(draft) })),
    ];
  }

  private findingTexts(): FindingText[] {
    return this.desk.findings.map((one) => ({ line: one.line, offset: one.from, text: findingText(one) }));
  }

  private get table(): Table {
    return {
      play: this.play,
      stage: this.stage,
      name: this.desk.title || t("family.custom"),
      show: (change) => {
        change();
        this.requestUpdate();
      },
      given: () => this.notices.add(t("error.step.given")),
      closed: this.desk.stale ? () => this.notices.add(t("author.stale")) : undefined,
    };
  }

  private renderTrial() {
    const { desk, play, table } = this;
    const untouched = desk.stale || !(play.view?.canUndo ?? false);
    return html`
      <div class="caption">
        <h2>${table.name}</h2>
        <button class="link" ?disabled=${untouched} @click=${play.reset}>${t("controls.reset")}</button>
      </div>
      <div class="views" role="group" aria-label=${t("author.views")}>
        ${[true, false].map(
          (draws) =>
            html`<button class="button small" aria-pressed=${this.draws === draws} @click=${() => (this.draws = draws)}>
              ${t(draws ? "author.view.draw" : "author.view.play")}
            </button>`,
        )}
      </div>
      ${this.draws ? this.renderDrawing() : this.renderGame(table)}
      ${renderTrouble(table, "engine", () => this.desk.take(this.editor.text))} ${renderForm(SCHEMA)}
    `;
  }

  private renderDrawing() {
    const { desk, play } = this;
    const declaration = declarationOf(this.editor?.text ?? "");
    return html`<fs-draw
        .board=${play.board}
        .cells=${this.stage.sheet.cells.map((cell) => (cell.origin === "given" ? cell : { ...cell, value: null }))}
        .name=${desk.title || t("family.custom")}
        ?closed=${declaration === null || desk.findings.length > 0}
        @draw-act=${this.onDraw}
      ></fs-draw>
      ${
        declaration
          ? html`<fs-fields
              .declaration=${declaration}
              @field-edit=${(event: CustomEvent<Edit>) => this.amend([event.detail])}
              @rule-go=${this.onRule}
            ></fs-fields>`
          : nothing
      }`;
  }

  private renderGame(table: Table) {
    const { desk, play } = this;
    return html`
      ${desk.about ? html`<p class="about">${desk.about}</p>` : nothing} ${renderModes(table)}
      <div class="stage ${desk.stale ? "stale" : ""}">
        ${desk.stale ? html`<p class="badge">${t("author.stale")}</p>` : nothing} ${renderBoard(table)}
      </div>
      ${play.board ? html`${renderControls(table)} ${renderNotes(table)}` : nothing}
    `;
  }

  private renderPanels() {
    const { desk, examiner, table } = this;
    const thinking = this.clock.text;
    return html`
      <fs-check
        .examination=${examiner.now}
        .difference=${differenceText(this.play.board, examiner.now.differences)}
        .clash=${clashText(this.play.board, examiner.now.clash)}
        ?ready=${desk.puzzle !== null}
        ?stale=${desk.stale}
        @check-start=${() => desk.examine()}
        @check-stop=${() => examiner.stop()}
      ></fs-check>
      <div class="systems ${desk.stale ? "stale" : ""}">
        ${renderSystem2(table, { thinking, awaited: false, counts: false })} ${renderSystem1(table)}
      </div>
      <fs-share
        .link=${desk.link}
        .framed=${desk.framed}
        .frame=${desk.frame}
        .choice=${this.choice}
        @choice-change=${(event: CustomEvent<Choice>) => (this.choice = event.detail)}
      ></fs-share>
    `;
  }
}
