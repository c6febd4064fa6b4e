// Both systems and what they say of the author's puzzle.

import { html } from "lit";

import "../panels/fs_system1";
import "../panels/fs_system2";

import type { Part } from "../protocol/parts";
import type { Table } from "./table";

/** `thinking`: how long System 2 has been thinking, in words. */
export function renderSystems({ play, stage, look, closed }: Table, thinking: string) {
  const load = (event: CustomEvent<Part>) => play.load(event.detail);
  return html`
    <fs-system2
      .loading=${play.loading.solver}
      .proof=${stage.proof}
      .counted=${stage.counted}
      .idle=${stage.system2Idle}
      .question=${closed ? "" : stage.question}
      .thinking=${thinking}
      .lit=${stage.lit}
      @line-light=${(event: CustomEvent<number | null>) => look(() => (stage.lit = event.detail))}
      @ask-why=${() => stage.askWhy()}
      @cancel=${() => play.cancel()}
      @load-part=${load}
    ></fs-system2>
    <fs-system1
      .loading=${play.loading.policy}
      .place=${stage.feelingPlace}
      .feelings=${stage.feelings}
      .milliseconds=${play.glanceMs}
      .resting=${play.mode === "system2"}
      .shift=${stage.shift}
      .sureness=${stage.sureness}
      .reliability=${stage.reliability}
      @load-part=${load}
    ></fs-system1>
  `;
}
