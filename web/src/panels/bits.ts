// Small pieces that several panels show.

import { css, html, nothing, svg, type TemplateResult } from "lit";

import type { Loading } from "../protocol/parts";
import type { Origin } from "../protocol/engine";
import { originMark } from "../style/marks";
import { probabilityText, problemText, type Rich } from "../i18n/sentences";
import { setStyle } from "../style/set_style";
import { t } from "../i18n/i18n";
import type { Feeling } from "../game/shown";

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
  const label = t(`load.${loading.phase}.${loading.part}`);
  const counted = loading.phase === "fetch" && loading.total > 0;
  const share = counted ? Math.min(1, loading.loaded / loading.total) : null;
  return html`<div class="load">
    <span class="muted">${label}${share === null ? "" : ` · ${Math.round(share * 100)} %`}</span>
    ${share === null ? html`<progress aria-label=${label}></progress>` : html`<progress aria-label=${label} value=${share}></progress>`}
  </div>`;
}

/** The strongest few as bars. Where numbers would claim too much there are none. */
export function bars(feelings: Feeling[], kind: "system1" | "system2", most: number, numbers = true): TemplateResult {
  return html`<ul class="bars ${kind}">
    ${feelings.slice(0, most).map(
      ({ symbol, probability }) =>
        html`<li>
          <b>${symbol}</b>
          <div class="track">
            <div class="fill" ${setStyle({ width: `${Math.max(probability * 100, 0.5)}%` })}></div>
          </div>
          <span class="number">${numbers ? probabilityText(probability) : ""}</span>
        </li>`,
    )}
  </ul>`;
}

export const bitsStyles = css`
  .bars {
    display: grid;
    grid-template-columns: minmax(18px, max-content) 1fr auto;
    gap: 7px;
  }
  .bars li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
  }
  .bars b {
    font-weight: 650;
  }
  .system1.bars li:first-child b {
    color: var(--s1-ink);
  }
  .system2.bars li:first-child b {
    color: var(--s2-ink);
  }
  .track {
    height: 9px;
    border-radius: 5px;
    background: var(--s1-soft);
    overflow: hidden;
  }
  .system2 .track {
    border-radius: 2px;
    background: var(--s2-soft);
  }
  .fill {
    height: 100%;
    border-radius: inherit;
    background: var(--s1);
    transition: width 160ms ease-out;
  }
  .system2 .fill {
    background: var(--s2);
  }
  .number {
    min-width: 38px;
    color: var(--muted);
    font-size: 13px;
    text-align: right;
  }
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
