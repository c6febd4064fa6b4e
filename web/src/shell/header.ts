// The head of both pages: the name, what the page is, where else to go, language and colours.

import { html, type TemplateResult } from "lit";

import { language, t } from "../i18n/i18n";
import { NAMES } from "../../i18n/languages";
import { LANGUAGES, type Language } from "../i18n/catalogues";
import { icon } from "../style/icons";
import type { Theme } from "../places/url_state";
import { nextTheme } from "./theme";

export interface Header {
  tagline: string | TemplateResult;
  /** Where the name leads; nowhere on the page that it stands for. */
  home?: string;
  /** Before language and colours. */
  links: TemplateResult;
  /** Another language is wanted. */
  speak(language: Language): unknown;
  theme: Theme | null;
  themed(theme: Theme | null): void;
}

/** Of two, the other is a button; more are a list. */
function renderLanguages(speak: Header["speak"]): TemplateResult {
  const others = LANGUAGES.filter((one) => one !== language());
  if (others.length === 1)
    return html`<button class="link" lang=${others[0]!} @click=${() => speak(others[0]!)}>
      ${NAMES[others[0]!]}
    </button>`;
  const chosen = (event: Event) => speak((event.target as HTMLSelectElement).value);
  return html`<select class="link" aria-label=${t("language.choose")} @change=${chosen}>
    ${LANGUAGES.map((one) => html`<option lang=${one} value=${one} ?selected=${one === language()}>${NAMES[one]}</option>`)}
  </select>`;
}

export function renderHeader({ tagline, home, links, speak, theme, themed }: Header) {
  const name = html`<span class="fast">fast</span><span class="dot">·</span><span class="slow">slow</span>`;
  const colours = theme ?? "auto";
  return html`<header>
    <h1>${home === undefined ? name : html`<a href=${home} aria-label="fast·slow">${name}</a>`}</h1>
    <p class="tagline">${tagline}</p>
    <nav aria-label=${t("page.settings")}>
      ${links} ${renderLanguages(speak)}
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
