// Exhibits with an element of their own: how far each is loaded.

import { html } from "lit";

import { EXHIBITS, type Given } from "../exhibits/registry";
import { alsoSpeak, t } from "../i18n/i18n";
import { detailOf } from "../protocol/problems";

export class OwnExhibits {
  private readonly changed: () => void;
  private readonly states = new Map<string, "loading" | "ready" | { failed: string }>();

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** A reader comes near. Does nothing where it is loaded or loading already. */
  async near(id: string): Promise<void> {
    const exhibit = EXHIBITS[id];
    const state = this.states.get(id);
    if (!exhibit || state === "loading" || state === "ready") return;
    this.set(id, "loading");
    try {
      await Promise.all([exhibit.load(), alsoSpeak(exhibit.words)]);
      this.set(id, "ready");
    } catch (thrown) {
      this.set(id, { failed: detailOf(thrown) });
    }
  }

  private set(id: string, state: "loading" | "ready" | { failed: string }): void {
    this.states.set(id, state);
    this.changed();
  }

  render(id: string, given: Given) {
    const state = this.states.get(id);
    if (state === "ready") return EXHIBITS[id]!.render(given);
    if (!state || state === "loading") return html`<div class="room"></div>`;
    return html`<p role="status">
      ${t("article.failed", { detail: state.failed })}
      <button class="button" @click=${() => this.near(id)}>${t("article.again")}</button>
    </p>`;
  }
}
