// The ways from the play page to others: the guide, Create, and out of a frame to the whole page.

import { html } from "lit";

import { language, t } from "../i18n/i18n";
import { isHash } from "../places/packed";
import { writeUrl, type Theme, type UrlState } from "../places/url_state";
import type { Board } from "../protocol/engine";
import { sameLook } from "../shell/theme";
import { icon } from "../style/icons";

export const guideLink = (theme: Theme | null) => `./guide.html${sameLook(theme)}`;

/** The puzzle at hand is taken along. */
export function labLink(theme: Theme | null, board: Board | null): string {
  const { family, text } = board ?? {};
  if (family === "custom") return `./lab.html${sameLook(theme)}${location.hash}`;
  return `./lab.html${writeUrl({ family, puzzle: text, lang: language(), theme: theme ?? undefined })}`;
}

/** A puzzle that somebody has made is taken along, to be changed. */
export const authorLink = (theme: Theme | null, board: Board | null) =>
  `./author.html${sameLook(theme)}${board?.family === "custom" ? location.hash : ""}`;

/** Out of a frame, to the whole page with the same game. */
export function renderWayOut(game: Partial<UrlState>) {
  const state = { ...game, hide: [] };
  // An author's own puzzle stands behind "#".
  const behind = isHash(location.hash) && (state.family ?? "custom") === "custom";
  const query = writeUrl(behind ? { ...state, puzzle: undefined } : state);
  return html`<p class="out">
    <a class="link" href=${`./${query}${behind ? location.hash : ""}`} target="_blank" rel="noopener"
      >${t("page.whole")}${icon("out")}<span class="visually-hidden"> ${t("page.new_tab")}</span></a
    >
  </p>`;
}
