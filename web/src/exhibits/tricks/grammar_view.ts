// The grammar, printed.

import { html, type TemplateResult } from "lit";

import { language, t } from "../../i18n/i18n";
import { numberText } from "../../i18n/sentences";
import measured from "../../../../models/results/tricks.json";
import { EVERYDAY } from "./everyday";
import { tongueOf, type Structure } from "./grammar";
import { TRICKY } from "./tricky";
import { shown } from "./write";

function renderStory(structure: Structure): TemplateResult {
  const sentences = structure.story[tongueOf(language())].map((ways) =>
    ways.map((way) => shown(way, structure)).join(" | "),
  );
  return html`<li>${sentences.join(" ")}</li>`;
}

export function renderGrammar(): TemplateResult {
  const { examples, shipped } = measured.practice;
  return html`<details>
    <summary>${t("tricks.grammar")}</summary>
    <p class="muted">${t("tricks.grammar.about", { examples: numberText(examples), tricks: shipped })}</p>
    <h4>${t("tricks.grammar.tricky")}</h4>
    <ul class="stories">
      ${TRICKY.map(renderStory)}
    </ul>
    <h4>${t("tricks.grammar.everyday")}</h4>
    <ul class="stories">
      ${EVERYDAY.map(renderStory)}
    </ul>
  </details>`;
}
