// The form of a declaration at a glance, folded away until it is wanted.

import { html, nothing } from "lit";

import { t } from "../i18n/i18n";
import { formText } from "./hints";

/** Members in the order in which an author meets them; `inner`: inside the one before. */
const LINES: { name: string; kind?: string; inner?: boolean }[] = [
  { name: "title" },
  { name: "about" },
  { name: "grid" },
  { name: "cells" },
  { name: "values" },
  { name: "symbols" },
  { name: "givens" },
  ...["rows", "columns", "boxes", "diagonals", "neighbours", "knight_moves", "king_moves"].map((name) => ({ name })),
  { name: "constraints" },
  ...["all_different", "sum", "less", "difference", "ratio", "same", "product", "count", "any", "table"].map(
    (name) => ({ name, inner: true }),
  ),
  { name: "layout" },
  ...["borders", "labels", "cages", "walls", "marks"].map((name) => ({ name, inner: true })),
];

export function renderForm(schema: string) {
  return html`<details class="form card">
    <summary>${t("author.form")}</summary>
    <dl>
      ${LINES.map(
        ({ name, inner }) =>
          html`<dt class=${inner ? "inner" : ""}>${name}</dt>
            <dd>${formText(name) || nothing}</dd>`,
      )}
    </dl>
    <p>${t("author.form.cells_pattern")}</p>
    <p>${t("author.limits")}</p>
    <p><a href=${schema} target="_blank" rel="noopener">${t("author.form.schema")}</a></p>
  </details>`;
}
