// The studio: a puzzle is set up for a lesson by using it. All of it lies in the address. The preview is the very tag that
// other pages show.

import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { version } from "virtual:build-facts";

import "./fs_take";

import type { FastSlowElement, FastSlowProblem } from "../element/contract";
import { firstLanguage } from "../i18n/catalogues";
import { language, setLanguage, switchLanguage, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { keepSite } from "../offline/keep";
import { readUrl, writeUrl, type Theme } from "../places/url_state";
import { renderFooter } from "../shell/footer";
import { renderHeader } from "../shell/header";
import { saveAs } from "../shell/save_as";
import { applyLanguage, applyTheme } from "../shell/theme";
import { setStyle } from "../style/set_style";
import { pageStyles } from "../style/page_styles";
import { shared } from "../style/shared";
import { aloneFile, aloneFiles } from "./alone";
import type { AloneFiles } from "./alone_parts";
import { renderForm } from "./form";
import {
  changed,
  readFile,
  readStudio,
  widthOf,
  writeFile,
  writeLesson,
  writeStudio,
  type Name,
  type Setup,
} from "./setup";
import type { Facts } from "./snippets";
import { adjustTag, DRAWN, fetchTag, inOrder, makeQuestion, makeTag, standingOf, type Standing } from "./tag";
import { hostStyles, studioStyles } from "./studio_styles";

const SITE = new URL("./", location.href).href;
/** What stands around the tag in the lesson's page. */
const LESSON_ROOM = 28 + 12 + 32;
const KEEP_MS = 300;

interface Known {
  version: string;
  integrity: Record<string, string>;
}

@customElement("fs-studio")
export class FsStudio extends Localized {
  static override styles = [shared, pageStyles, studioStyles, hostStyles];

  @state() private theme: Theme | null = null;
  @state() private setup: Setup | null = null;
  @state() private failed = false;
  /** How much of the page has been drawn (`DRAWN`). */
  @state() private drawn = 0;
  /** The preview locks what students may not change. */
  @state() private student = false;
  @state() private facts: Facts | null = null;
  @state() private sheet = "";
  @state() private said = "";
  /** What a lesson in one file is made of; null where it is not known. */
  @state() private alone: AloneFiles | null = null;
  /** Nothing more comes above the foot. */
  @state() private settled = false;
  @state() private busy = false;
  private tag: FastSlowElement | null = null;
  private question: HTMLElement | null = null;
  /** Of the board as the lesson begins. */
  private poster = "";
  private begun: Standing | null = null;
  private known: Promise<Known | null> | undefined;
  private keeping: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    setLanguage(firstLanguage(location.search, navigator.languages));
    this.theme = readUrl(location.search).state.theme ?? null;
    void this.begin();
  }

  private async begin(): Promise<void> {
    const setup = await readStudio(location.search, location.hash);
    try {
      await fetchTag(true);
    } catch {
      this.failed = true;
      return;
    }
    this.tag = makeTag({ ...setup, loading: "now" });
    if (setup.ask !== undefined) this.question = makeQuestion(setup);
    this.setup = setup;
    const alone = aloneFiles(SITE);
    await inOrder(setup, this.tag, this.question, (drawn) => {
      this.drawn = drawn;
      return this.updateComplete;
    });
    void keepSite();
    this.alone = await alone;
    this.settled = true;
  }

  override willUpdate(): void {
    applyLanguage();
    document.title = `${t("studio.page")} · fast·slow`;
    applyTheme(this.theme);
    const { setup, tag } = this;
    if (!setup || !tag) return;
    adjustTag(tag, this.student ? setup : changed(setup, "lock", ""), ["loading"]);
    this.question = setup.ask === undefined ? null : this.asked(setup);
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => void this.tell(), KEEP_MS);
  }

  /** The same element while it asks the same. */
  private asked(setup: Setup): HTMLElement {
    const made = makeQuestion(setup);
    const { question: before } = this;
    return before && before.outerHTML === made.outerHTML ? before : made;
  }

  // --- what is set up -----------------------------------------------------------------------------------------

  private readonly set = (name: Name, text: string) => {
    let { setup } = this;
    if (!setup) return;
    // Another puzzle has another beginning.
    if (["family", "puzzle", "seed", "level"].includes(name)) setup = changed(changed(setup, "moves", ""), "rules", "");
    if (name === "family") setup = changed(changed(setup, "puzzle", ""), "seed", "");
    this.said = "";
    this.setup = changed(setup, name, text.trim());
  };

  /** What stands on the board now. */
  private readonly startHere = async () => {
    const { tag, setup } = this;
    const now = tag && (await standingOf(await tag.snapshot()));
    if (!setup || !now) return;
    // What was made by a number, or is the collection's first, stays what it is if another version makes or picks another.
    let next = changed(changed(setup, "puzzle", now.text), "moves", now.moves);
    for (const name of ["seed", "size", "level", "steps"] as const) next = changed(next, name, "");
    this.setup = changed(next, "rules", now.rules === this.begun?.rules ? (setup.rules ?? "") : now.rules);
  };

  private readonly startOver = () => {
    if (this.setup) this.setup = changed(changed(changed(this.setup, "moves", ""), "rules", ""), "steps", "");
    void this.tag?.reset();
  };

  /** The preview shows the board as the lesson begins. */
  private readonly onReady = async () => {
    const snapshot = (await this.tag?.snapshot()) ?? "";
    this.begun = await standingOf(snapshot);
    const { puzzle, seed, moves, rules, steps } = this.setup ?? {};
    this.poster = puzzle || seed || moves || rules || steps ? snapshot : "";
    await this.tell();
  };

  private readonly onError = ({ detail }: CustomEvent<FastSlowProblem>) => {
    this.said = t("studio.ignored", { reason: detail.reason });
  };

  // --- what is taken along ------------------------------------------------------------------------------------

  private get appearance(): Record<string, string> {
    return { lang: language(), ...(this.theme && { theme: this.theme }) };
  }

  private async tell(): Promise<void> {
    const { setup, tag } = this;
    if (!setup || !tag) return;
    const [own, lesson] = await Promise.all([writeStudio(setup, this.appearance), writeLesson(setup)]);
    if (setup !== this.setup) return;
    history.replaceState(history.state, "", location.pathname + own);
    const known = await (this.known ??= this.fetchKnown());
    const page = new URL("./lesson.html", location.href).href;
    const asks = this.question ? this.question.offsetHeight + 12 : 0;
    const family = setup.family ?? "sudoku";
    const [query, hash = ""] = lesson.split("#");
    this.sheet = `${page}${query}&view=sheet${hash && `#${hash}`}`;
    this.facts = {
      setup,
      title: t(`family.${family}`),
      poster: this.poster,
      link: page + lesson,
      tagHeight: tag.offsetHeight,
      height: tag.offsetHeight + asks + LESSON_ROOM,
      base: new URL(known ? `./v${known.version}/` : "./", location.href).href,
      integrity: known ? this.hashesFor(known, setup) : {},
    };
  }

  private hashesFor({ integrity }: Known, setup: Setup): Record<string, string> {
    return Object.fromEntries(
      Object.entries(integrity).filter(([file]) => file !== "fast-slow-question.js" || setup.ask !== undefined),
    );
  }

  /** Null without a network: then the tag is that of the site itself. */
  private async fetchKnown(): Promise<Known | null> {
    try {
      const response = await fetch(new URL("./versions.json", location.href));
      return response.ok ? ((await response.json()) as Known) : null;
    } catch {
      return null;
    }
  }

  private readonly onTake = async ({ detail }: CustomEvent<"file" | "save" | File>) => {
    this.said = "";
    if (detail === "save" && this.setup)
      saveAs("lesson.json", new Blob([writeFile(this.setup)], { type: "application/json" }));
    if (detail === "file") await this.download();
    if (!(detail instanceof File)) return;
    const setup = readFile(await detail.text());
    if (setup) this.setup = setup;
    else this.said = t("studio.load.not");
  };

  private async download(): Promise<void> {
    const { setup, alone, facts } = this;
    if (!setup || !alone || !facts) return;
    this.busy = true;
    this.said = t("studio.downloading");
    try {
      const lang = setup.lang ?? language();
      const words = { title: facts.title, lang, without: `${facts.title}: ${t("studio.without")} ${facts.link}` };
      // The file knows no collection, and makes nothing: it has the puzzle itself.
      const puzzle = setup.puzzle ?? this.tag?.state.puzzle ?? "";
      const whole = changed(changed(setup, "seed", ""), "puzzle", puzzle);
      saveAs("lesson.html", await aloneFile(SITE, alone, whole, words));
      this.said = "";
    } catch {
      this.said = t("studio.download.failed");
    } finally {
      this.busy = false;
    }
  }

  // --- what is shown ------------------------------------------------------------------------------------------

  override render() {
    const { setup } = this;
    return html`${this.renderHeader()}
      <main>
        ${this.failed ? html`<p class="problem">${t("studio.failed")}</p>` : nothing}
        ${setup ? this.renderStudio(setup) : html`<p class="muted">${this.failed ? "" : t("studio.loading")}</p>`}
      </main>
      ${(this.settled && this.facts) || this.failed ? renderFooter(version) : nothing}`;
  }

  private renderHeader() {
    const home = `./${writeUrl({ lang: language(), theme: this.theme ?? undefined })}`;
    return renderHeader({
      tagline: t("studio.tagline"),
      home,
      links: html`<a class="link" href=${home}>${t("studio.back")}</a>`,
      speak: (wanted) => switchLanguage(wanted).catch(() => undefined),
      theme: this.theme,
      themed: (theme) => (this.theme = theme),
    });
  }

  /** On a phone the preview stands above all else, so it is drawn first. */
  private renderStudio(setup: Setup) {
    const form = html`<section class="form" aria-label=${t("studio.form")}>${renderForm(setup, this.set)}</section>`;
    return html`${this.drawn === DRAWN.all ? form : nothing}
      <section class="stage" aria-label=${t("studio.preview")}>${this.renderStage(setup)}</section>
      ${this.drawn === DRAWN.all ? this.renderTake() : nothing}`;
  }

  private renderTake() {
    return html`<div class="take">
      <fs-take
        .facts=${this.facts}
        .sheet=${this.sheet}
        .said=${this.said}
        .megabytes=${Math.ceil((this.alone?.bytes ?? 0) / 1e6)}
        ?busy=${this.busy}
        @take=${this.onTake}
      ></fs-take>
    </div>`;
  }

  private renderStage(setup: Setup) {
    return html`<p class="muted">${t("studio.how")}</p>
      <div
        class="page"
        ${setStyle({ width: `${widthOf(setup) + 30}px` })}
        @fast-slow-ready=${this.onReady}
        @fast-slow-error=${this.onError}
      >
        ${this.tag} ${this.drawn < DRAWN.question ? nothing : this.question}
      </div>
      ${this.drawn < DRAWN.all ? nothing : this.renderStart()}`;
  }

  private renderStart() {
    const count = this.setup?.moves?.split("_").length ?? 0;
    return html`<div class="row">
        <button class="button" @click=${this.startHere}>${t("studio.start_here")}</button>
        <button class="button" @click=${this.startOver}>${t("studio.start_over")}</button>
        <label class="choice"
          ><input
            type="checkbox"
            .checked=${this.student}
            @change=${(event: Event) => (this.student = (event.target as HTMLInputElement).checked)}
          />${t("studio.student")}</label
        >
      </div>
      <p class=${count > 0 ? "muted" : "visually-hidden"} role="status">
        ${count > 0 ? t("studio.begins", { count }) : ""}
      </p>`;
  }
}
