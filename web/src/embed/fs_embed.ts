// How to put a puzzle into a page of one's own: the tag, the frame, what they say and how they look, with examples that run.

import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { version } from "virtual:build-facts";

import { firstLanguage } from "../i18n/catalogues";
import { language, setLanguage, switchLanguage, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { readUrl, type Theme } from "../places/url_state";
import { renderFooter } from "../shell/footer";
import { renderHeader } from "../shell/header";
import { Notices } from "../shell/notices";
import { applyLanguage, applyTheme, sameLook } from "../shell/theme";
import { pageStyles } from "../style/page_styles";
import { shared } from "../style/shared";
import "../panels/fs_notices";
import * as written from "./examples";

@customElement("fs-embed")
export class FsEmbed extends Localized {
  static override styles = [
    shared,
    pageStyles,
    css`
      main {
        display: block;
        max-width: 760px;
        margin: 0 auto;
        padding: 34px 20px 60px;
        font-size: 16px;
        line-height: 1.6;
      }
      .title {
        font-size: 32px;
        font-weight: 750;
        letter-spacing: -0.02em;
        line-height: 1.2;
      }
      section {
        margin-top: 48px;
      }
      h3 {
        font-size: 22px;
        font-weight: 700;
      }
      h4 {
        margin-top: 26px;
        font-weight: 650;
      }
      p {
        margin-top: 10px;
        text-wrap: pretty;
      }
      pre {
        margin-top: 12px;
        padding: 12px 14px;
        overflow-x: auto;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
        font:
          13px/1.5 ui-monospace,
          monospace;
      }
      .live {
        min-height: 640px;
        margin-top: 12px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(110px, auto) 1fr;
        gap: 6px 16px;
        margin-top: 12px;
        font-size: 14.5px;
      }
      dt,
      li {
        font:
          13px/1.8 ui-monospace,
          monospace;
      }
      dd {
        margin: 0;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 18px;
        margin: 10px 0 0;
        padding: 0;
        list-style: none;
      }
      @media (max-width: 480px) {
        dl {
          grid-template-columns: 1fr;
          gap: 0;
        }
        dd {
          margin-bottom: 8px;
        }
      }
    `,
  ];

  private readonly notices = new Notices(() => this.requestUpdate());
  @state() private theme: Theme | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    setLanguage(firstLanguage(location.search, navigator.languages));
    this.theme = readUrl(location.search).state.theme ?? null;
  }

  /** The page is to be read first: the puzzles in it are fetched once it has been painted. */
  override firstUpdated(): void {
    requestAnimationFrame(() => setTimeout(() => this.fetchTag(), 0));
  }

  private fetchTag(): void {
    // The very file that other pages load, not what this page is built from.
    const script = new URL("./fast-slow.js", document.baseURI).href;
    void this.notices.fetch(import(/* @vite-ignore */ script));
  }

  override willUpdate(): void {
    applyLanguage();
    document.title = `${t("embed.title")} · fast·slow`;
    applyTheme(this.theme);
  }

  /** The tags speak the page's language, whenever that changes. */
  override updated(): void {
    for (const tag of this.renderRoot.querySelectorAll("fast-slow")) tag.setAttribute("lang", language());
  }

  override render() {
    return html`${this.renderHeader()}
      <fs-notices
        .notices=${this.notices.list}
        @notice-close=${(event: CustomEvent<number>) => this.notices.remove(event.detail)}
      ></fs-notices>
      <main>
        <h2 class="title">${t("embed.title")}</h2>
        <p>${t("embed.lead")}</p>
        ${this.renderTag()} ${this.renderSaid()} ${this.renderFrame()} ${this.renderLook()}
      </main>
      ${renderFooter(version)}`;
  }

  private renderHeader() {
    const look = sameLook(this.theme);
    return renderHeader({
      tagline: t("page.tagline"),
      home: `./${look}`,
      links: html`<a class="link" href=${`./guide.html${look}`}>${t("page.guide")}</a>`,
      speak: (wanted) => this.notices.fetch(switchLanguage(wanted)),
      theme: this.theme,
      themed: (theme) => (this.theme = theme),
    });
  }

  private renderTag() {
    return html`<section>
      <h3>${t("embed.tag")}</h3>
      <p>${t("embed.tag.text")}</p>
      ${code(written.SCRIPT)}
      <p>${t("embed.package")}</p>
      ${code(written.IMPORT)}
      ${written.EXAMPLES.map(
        ({ id, tag }) =>
          html`<h4>${t(`embed.example.${id}`)}</h4>
            ${code(tag)}
            <div class="live" id=${id}>${guard([tag], () => live(tag))}</div>`,
      )}
      <h4>${t("embed.policy")}</h4>
      <p>${t("embed.policy.text")}</p>
      ${code(written.POLICY)}
      <h4>${t("embed.attributes")}</h4>
      ${listed(written.ATTRIBUTES, (name) => t(`embed.attribute.${name}`))}
    </section>`;
  }

  private renderSaid() {
    return html`<section>
      <h3>${t("embed.scripts")}</h3>
      <p>${t("embed.scripts.text")}</p>
      ${code(written.EVENTS_CODE)}
      <h4>${t("embed.methods")}</h4>
      ${listed(written.METHODS, (name) => t(`embed.method.${name}`))}
      <h4>${t("embed.events")}</h4>
      ${listed(
        written.EVENTS,
        (name) => t(`embed.event.${name}`),
        (name) => `fast-slow-${name}`,
      )}
      <h4>${t("embed.recorded")}</h4>
      <p>${t("embed.recorded.text")}</p>
      ${code(written.RECORD_CODE)}
      <h4>React</h4>
      <p>${t("embed.react")}</p>
      ${code(written.REACT_CODE)}
    </section>`;
  }

  private renderFrame() {
    return html`<section>
      <h3>${t("embed.frame")}</h3>
      <p>${t("embed.frame.text")}</p>
      ${code(written.FRAME_CODE)}
      <p>${t("embed.talk")}</p>
      ${code(written.TALK_CODE)} ${listed(written.COMMANDS, (name) => t(`embed.command.${name}`))}
    </section>`;
  }

  private renderLook() {
    const names = (all: readonly string[]) =>
      html`<ul>
        ${all.map((name) => html`<li>${name}</li>`)}
      </ul>`;
    return html`<section>
      <h3>${t("embed.look")}</h3>
      <p>${t("embed.look.text")}</p>
      ${code(written.STYLE_CODE)}
      <h4>${t("embed.properties")}</h4>
      ${names(written.PROPERTIES)}
      <h4>${t("embed.parts")}</h4>
      ${names(written.PARTS)}
    </section>`;
  }
}

/** Scrolls sideways, so that the keyboard must reach it. */
const code = (text: string) => html`<pre tabindex="0"><code>${text}</code></pre>`;

/** Made from the very text that is shown, and once: a game in it goes on when the page is rendered again. */
const live = (tag: string) => document.createRange().createContextualFragment(tag);

function listed<Name extends string>(
  names: readonly Name[],
  said: (name: Name) => string,
  shown: (name: Name) => string = (name) => name,
) {
  return html`<dl>
    ${names.map(
      (name) =>
        html`<dt>${shown(name)}</dt>
          <dd>${said(name)}</dd>`,
    )}
  </dl>`;
}
