// What both systems and the arbitrator say of a problem.

import { html, nothing, type TemplateResult } from "lit";

import { timeText } from "../../i18n/sentences";
import { t } from "../../i18n/i18n";
import { systemIcon } from "../../panels/bits";
import { setStyle } from "../../style/set_style";
import type { Careful, Thoughts } from "./think";
import { arbitratorText, quickText, unansweredText } from "./words_of";

const reasons = (lines: readonly string[]) =>
  html`<ul class="lines">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

function renderQuick({ quick }: Thoughts): TemplateResult {
  return html`<div class="voice one">
    <h3>${systemIcon("system1")}${t("system1.title")}</h3>
    <p class="answer">${quick?.answer ?? "–"}</p>
    <p>${quickText(quick)}</p>
    ${
      quick
        ? html`<span class="bar" aria-hidden="true"
            ><i ${setStyle({ "--share": `${quick.probability * 100}%` })}></i
          ></span>`
        : nothing
    }
  </div>`;
}

function renderCareful(careful: Careful): TemplateResult {
  const { answer, why, sums, ms } = careful;
  return html`<div class="voice two">
    <h3>${systemIcon("system2")}${t("system2.title")}</h3>
    <p class="answer">${answer ?? "–"}</p>
    ${answer === null ? html`<p>${unansweredText(careful)}</p>` : reasons(why?.lines ?? [])}
    <h4>${t("tricks.sums")}</h4>
    <ul class="sums">
      ${sums.map((sum) => html`<li>${sum}</li>`)}
    </ul>
    <p class="muted">${timeText(ms)}</p>
  </div>`;
}

/** `now`: the text that stands above; where it is another, it is said what the thoughts are about. */
export function renderThoughts(thoughts: Thoughts, now: string): TemplateResult {
  const { quick, careful, checked, text } = thoughts;
  const refuted = quick && checked?.finding === "refuted" ? checked.lines : [];
  return html`<div class="thoughts">
    ${text === now ? nothing : html`<p class="muted">${t("tricks.about", { text })}</p>`}
    <div class="voices">${renderQuick(thoughts)} ${careful ? renderCareful(careful) : nothing}</div>
    <p class="pair">${arbitratorText(thoughts)}</p>
    ${
      refuted.length > 0
        ? html`<details>
            <summary>${t("tricks.not", { quick: quick!.answer })}</summary>
            ${reasons(refuted)}
          </details>`
        : nothing
    }
  </div>`;
}
