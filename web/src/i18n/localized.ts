// An element that is rendered again when the reader changes the language.

import { LitElement } from "lit";

import { onLanguage } from "./i18n";

export class Localized extends LitElement {
  private stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }
}
