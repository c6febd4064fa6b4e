// The head of both pages: the name, what the page is, where else to go, language and colours.

import { html, type TemplateResult } from "lit";

import { language, t } from "../i18n/i18n";
import type { Language } from "../i18n/catalogues";
import { icon } from "../style/icons";
import type { Theme } from "../places/url_state";
import { nextTheme } from "./theme";

export interface Header {
  tagline: string | TemplateResult;
  /** Where the name leads; nowhere on the page that it stands for. */
  home?: string;
  /** Before language and colours. */
  links: TemplateResult;
  /** The other language is wanted. */
  speak(language: Language): unknown;
  theme: Theme | null;
  themed(theme: Theme | null): void;
}

export function renderHeader({ tagline, home, links, speak, theme, themed }: Header) {
  const name = html`<span class="fast">fast</span><span class="dot">·</span><span class="slow">slow</span>`;
  const other = language() === "en" ? "ko" : "en";
  const colours = theme ?? "auto";
  return html`<header>
    <h1>${home === undefined ? name : html`<a href=${home} aria-label="fast·slow">${name}</a>`}</h1>
    <p class="tagline">${tagline}</p>
    <nav aria-label=${t("page.settings")}>
      ${links}
      <button class="link" lang=${other} @click=${() => speak(other)}>${t(`language.${other}`)}</button>
      <button
        class="link round"
        aria-label=${t(`theme.${colours}`)}
        title=${t(`theme.${colours}`)}
        @click=${() => themed(nextTheme(theme))}
      >
        ${icon(colours === "auto" ? "theme" : colours)}
      </button>
    </nav>
  </header>`;
}
