// Rules of the puzzle that can be switched in the middle of the game.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import type { RuleSwitch, RuleWish } from "../game/shown";

/** `rule-switch` with a rule, and whether it is to be on. */
@customElement("fs-rules")
export class FsRules extends Localized {
  static override styles = [
    shared,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
        padding: 3px 10px 3px 7px;
        border: 1px solid var(--line);
        border-radius: 99px;
        background: var(--card);
        color: var(--muted);
        font-size: 12.5px;
        cursor: pointer;
      }
      label:has(:checked) {
        border-color: var(--ink);
        color: var(--ink);
        font-weight: 600;
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }
      label:has(:disabled) {
        cursor: default;
      }
      small {
        display: block;
        font-size: 11.5px;
        font-weight: 400;
      }
      .clash small,
      .none small {
        color: var(--bad);
      }
      .slot {
        position: relative;
        width: 26px;
        height: 15px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--muted) 55%, var(--card));
        transition: background 120ms;
      }
      .slot::after {
        content: "";
        position: absolute;
        inset: 2px auto 2px 2px;
        width: 11px;
        border-radius: 50%;
        background: var(--card);
        transition: translate 120ms;
      }
      :checked + .slot {
        background: var(--ink);
      }
      :checked + .slot::after {
        translate: 11px 0;
      }
    `,
  ];

  @property({ attribute: false }) switches: readonly RuleSwitch[] = [];
  @property({ type: Boolean }) ready = false;

  override render() {
    if (this.switches.length === 0) return nothing;
    return html`<fieldset>
      <legend class="visually-hidden">${t("rules.label")}</legend>
      ${this.switches.map((one) => this.renderSwitch(one))}
    </fieldset>`;
  }

  private renderSwitch({ rule, on, prospect }: RuleSwitch) {
    return html`<label class=${prospect ?? ""}>
      <input
        class="visually-hidden"
        type="checkbox"
        role="switch"
        .checked=${on}
        ?disabled=${!this.ready}
        @change=${(event: Event) => this.send(rule, (event.target as HTMLInputElement).checked)}
      /><span class="slot" aria-hidden="true"></span
      ><span
        >${t(`rule.${rule}`)}<small
          >${prospect ? t(on ? "rules.if_off" : "rules.if_on", { then: t(`rules.then.${prospect}`) }) : "\u00a0"}</small
        ></span
      ></label
    >`;
  }

  private send(rule: string, on: boolean): void {
    this.dispatchEvent(new CustomEvent<RuleWish>("rule-switch", { detail: { rule, on } }));
  }
}
