// A figure and what it means: told on hover, on focus, and at a touch; Escape takes it away.

import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";

@customElement("fs-tip")
export class FsTip extends Localized {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        position: relative;
      }
      button {
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
        text-decoration: underline dotted color-mix(in srgb, currentColor 55%, transparent);
        text-underline-offset: 3px;
        cursor: help;
      }
      [role="tooltip"] {
        position: absolute;
        z-index: 5;
        top: calc(100% + 5px);
        left: 0;
        width: max-content;
        max-width: min(230px, 70vw);
        padding: 7px 10px;
        border-radius: 8px;
        background: var(--ink);
        color: var(--card);
        font-size: 13px;
        font-weight: 400;
        line-height: 1.4;
      }
    `,
  ];

  /** What the figure means. */
  @property() text = "";
  @state() private open = false;

  override render() {
    return html`<button
        aria-describedby="tip"
        @click=${() => (this.open = true)}
        @pointerenter=${() => (this.open = true)}
        @pointerleave=${() => (this.open = false)}
        @focus=${() => (this.open = true)}
        @blur=${() => (this.open = false)}
        @keydown=${(event: KeyboardEvent) => event.key === "Escape" && (this.open = false)}
      >
        <slot></slot></button
      ><span role="tooltip" id="tip" ?hidden=${!this.open}>${this.text}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-tip": FsTip;
  }
}
