// The declaration as a form: its words, its size, the rules that hold everywhere, and the others in a list. Another view
// of the same text: what is changed here is changed there.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";

import { hasKey, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import { REGULAR, regularKind, ruleLines, type Declaration, type RuleLine } from "./cells";
import type { Edit, Path } from "./edits";

/** More would not be looked through. */
const MOST_RULES = 60;

/** A kind of rule in words; one that there is none of is told as the author wrote it. */
const kindText = (kind: string) => (hasKey(`author.kind.${kind}`) ? t(`author.kind.${kind}`) : kind);

/** `field-edit` with an Edit; `rule-go` with the path of a rule. */
@customElement("fs-fields")
export class FsFields extends Localized {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 14px;
      }
      label.field {
        display: grid;
        flex: 1 1 84px;
        gap: 2px;
        color: var(--muted);
        font-size: 13px;
      }
      label.wide {
        flex-basis: 100%;
      }
      input:not([type="checkbox"]) {
        width: 100%;
        min-width: 0;
        min-height: 34px;
        padding: 4px 8px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
        color: var(--ink);
        font: inherit;
        font-size: 16px;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        padding: 0;
        border: 0;
      }
      legend,
      h3 {
        margin-bottom: 4px;
        padding: 0;
        color: var(--muted);
        font-size: 13px;
        font-weight: 400;
      }
      fieldset label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 30px;
        font-size: 14.5px;
      }
      ol {
        display: grid;
        gap: 3px;
        max-height: 260px;
        overflow-y: auto;
      }
      li {
        display: flex;
        gap: 6px;
      }
      li .link {
        flex: 1;
        min-width: 0;
        text-align: start;
        overflow-wrap: anywhere;
      }
      .kind {
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) declaration: Declaration = {};

  override render() {
    const rules = ruleLines(this.declaration);
    return html`
      <div class="row">
        ${this.renderText("title", "title")} ${this.renderText("about", "about")}
        ${
          this.declaration.grid === undefined
            ? nothing
            : html`${this.renderNumber("rows", ["grid", "rows"])} ${this.renderNumber("columns", ["grid", "columns"])}
              ${this.renderNumber("lowest", ["grid", "values", 0])}
              ${this.renderNumber("highest", ["grid", "values", 1])}`
        }
      </div>
      <fieldset>
        <legend>${t("author.fields.everywhere")}</legend>
        ${REGULAR.map((name) => this.renderSwitch(name))}
      </fieldset>
      ${rules.length > 0 ? this.renderRules(rules) : nothing}
    `;
  }

  private renderText(name: "title" | "about", key: string) {
    const value = this.declaration[name];
    return html`<label class="field wide">
      ${t(`author.fields.${key}`)}
      <input
        .value=${typeof value === "string" ? value : ""}
        @change=${(event: Event) => this.put([name], (event.target as HTMLInputElement).value.trim() || null)}
      />
    </label>`;
  }

  private renderNumber(key: string, path: Path) {
    const value = path.reduce<unknown>(
      (at, part) => (at as Record<string | number, unknown>)?.[part],
      this.declaration,
    );
    return html`<label class="field">
      ${t(`author.fields.${key}`)}
      <input
        inputmode="numeric"
        .value=${typeof value === "number" ? String(value) : ""}
        @change=${(event: Event) => this.onNumber(path, event.target as HTMLInputElement)}
      />
    </label>`;
  }

  private renderSwitch(name: string) {
    const rule = this.declaration[name];
    const on = rule !== undefined;
    // Another rule than the usual one is named.
    const kind = regularKind(rule);
    return html`<label>
      <input type="checkbox" .checked=${on} @change=${() => this.put([name], on ? null : "all_different")} />
      ${t(`author.fields.${name}`)}
      ${kind === "" || kind === "all_different" ? nothing : html`<span class="kind">${kindText(kind)}</span>`}
    </label>`;
  }

  private renderRules(rules: RuleLine[]) {
    const more = rules.length - MOST_RULES;
    return html`<section>
      <h3>${t("author.fields.rules")}</h3>
      <ol>
        ${rules.slice(0, MOST_RULES).map(
          ({ path, name, kind }) =>
            html`<li>
              <button class="link" @click=${() => this.dispatchEvent(new CustomEvent("rule-go", { detail: path }))}>
                ${name || kindText(kind)} ${name ? html`<span class="kind">${kindText(kind)}</span>` : nothing}
              </button>
              <button
                class="button small"
                aria-label=${t("author.fields.remove_this", { name: name || kindText(kind) })}
                @click=${() => this.send({ kind: "drop", path })}
              >
                ${t("author.fields.remove")}
              </button>
            </li>`,
        )}
        ${more > 0 ? html`<li>${t("author.fields.more", { count: more })}</li>` : nothing}
      </ol>
    </section>`;
  }

  private onNumber(path: Path, field: HTMLInputElement): void {
    const value = Number(field.value.trim());
    // What is no whole number is not taken: the field shows again what the text says.
    if (field.value.trim() === "" || !Number.isInteger(value)) this.requestUpdate();
    else this.put(path, value);
  }

  /** `value` null: the member goes. */
  private put(path: Path, value: unknown): void {
    this.send(value === null ? { kind: "drop", path } : { kind: "put", path, value });
  }

  private send(edit: Edit): void {
    this.dispatchEvent(new CustomEvent<Edit>("field-edit", { detail: edit }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-fields": FsFields;
  }
}
