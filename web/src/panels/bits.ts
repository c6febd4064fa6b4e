// Small pieces that several panels show.

import { css, html, nothing, svg, type TemplateResult } from "lit";

import type { Loading } from "../host/host";
import type { Origin } from "../protocol";
import { originMark } from "../board/marks";
import { problemText, type Rich } from "../i18n/sentences";
import { t } from "../i18n/i18n";

export function systemIcon(source: Exclude<Origin, "given">): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`${originMark(source, 8, 8, 4.8)}`}</svg>`;
}

export function rich(pieces: Rich): TemplateResult[] {
  return pieces.map((piece) => (piece.strong ? html`<b>${piece.text}</b>` : html`${piece.text}`));
}

/** What a panel shows until its part is there: how far it is, or why it will not come and how to try again. */
export function loadingNote(loading: Loading | undefined, retry: () => void): TemplateResult | typeof nothing {
  if (!loading || loading.state === "ready") return nothing;
  if (loading.state === "failed") {
    const why = loading.problem ? problemText(loading.problem) : "";
    return html`<div class="failed" role="alert">
      <p class="problem">${t(`load.failed.${loading.part}`)} ${why}</p>
      <button class="button small" @click=${retry}>${t("load.retry")}</button>
    </div>`;
  }
  const label = t(`load.${loading.part}`);
  const share = loading.total > 0 ? Math.min(1, loading.loaded / loading.total) : null;
  return html`<div class="load">
    <span class="muted">${label}${share === null ? "" : ` · ${Math.round(share * 100)} %`}</span>
    ${share === null ? html`<progress aria-label=${label}></progress>` : html`<progress aria-label=${label} value=${share}></progress>`}
  </div>`;
}

export const bitsStyles = css`
  .load,
  .failed {
    display: grid;
    gap: 6px;
    justify-items: start;
    margin-top: 10px;
  }
  progress {
    width: 100%;
    height: 4px;
    border: 0;
    border-radius: 2px;
    appearance: none;
    background: var(--line);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--muted);
    transition: width 200ms;
  }
  progress::-moz-progress-bar {
    background: var(--muted);
  }
`;
