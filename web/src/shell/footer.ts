// The foot of all pages: which version this is, and what it is built on.

import { html } from "lit";

import { t } from "../i18n/i18n";

export function renderFooter(version: string) {
  return html`<footer>
    <span>${t("page.version", { version })}</span>
    <a class="link" href="./embed.html">${t("page.embed")}</a>
    <a class="link" href="./notices.txt">${t("page.notices")}</a>
  </footer>`;
}
