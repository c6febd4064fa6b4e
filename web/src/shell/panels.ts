// The panels beside the board: both systems, the arbitrator between them, and the log.

import { html, nothing } from "lit";

import "../panels/fs_arbitrator";
import "../panels/fs_decisions";
import "../panels/fs_system1";
import "../panels/fs_system2";

import type { Focus } from "../game/focus";
import type { Play } from "../game/play";
import type { Kind } from "../game/pledge";
import type { Pairing, Scope } from "../game/settings";
import { t } from "../i18n/i18n";
import { problemText } from "../i18n/sentences";
import type { Wish } from "../protocol/engine";
import type { Part } from "../protocol/parts";
import type { Table } from "./table";

/** The sign that leads from a panel to the section of the guide that is about it. */
function renderMore({ guide }: Table, section: string, part: string) {
  if (guide === undefined) return nothing;
  const label = t("page.guide.about", { part });
  return html`<a slot="more" class="more-sign" href=${`${guide}#${section}`} title=${label} aria-label=${label}>?</a>`;
}

export function renderSystem1(table: Table) {
  const { play, stage } = table;
  const { system1 } = stage;
  return html`<fs-system1
    .loading=${play.progressOf("policy")}
    .about=${system1.about}
    .next=${system1.next}
    .feelings=${system1.feelings}
    .milliseconds=${play.glanceMs}
    .sureness=${system1.sureness}
    .reliability=${play.reliability}
    .resting=${play.mode === "system2"}
    .shift=${system1.shift}
    @load-part=${(event: CustomEvent<Part>) => play.load(event.detail)}
    >${renderMore(table, "sure", t("system1.title"))}</fs-system1
  >`;
}

/** `shiftShown`: System 1's own panel says already why its confidence means little. `make` starts a game of that kind. */
export function renderArbitrator(table: Table, shiftShown: boolean, make?: (kind: Kind) => void) {
  const { play, stage, show } = table;
  return html`<fs-arbitrator
    .mode=${play.mode}
    .pairing=${play.pairing}
    .threshold=${play.threshold}
    .looks=${play.looks}
    .sleep=${play.sleep}
    .scope=${play.scope}
    .wish=${play.wish}
    .pledged=${play.pledge?.pledged ?? null}
    .agreement=${stage.arbitrator.agreement}
    .outlook=${stage.arbitrator.outlook}
    .confidence=${stage.arbitrator.confidence}
    .verdict=${stage.arbitrator.verdict}
    .shift=${stage.system1.shift}
    .shiftShown=${shiftShown}
    @dial=${(event: CustomEvent<number>) => show(() => (play.threshold = event.detail))}
    @dial-set=${(event: CustomEvent<number>) => play.configure({ threshold: event.detail })}
    @pairing-change=${(event: CustomEvent<Pairing>) => play.configure({ pairing: event.detail })}
    @looks-change=${(event: CustomEvent<number>) => play.configure({ looks: event.detail })}
    @scope-change=${(event: CustomEvent<Scope>) => play.configure({ scope: event.detail })}
    @wish-change=${(event: CustomEvent<Wish>) => play.configure({ wish: event.detail })}
    @kind-wanted=${(event: CustomEvent<Kind>) => make?.(event.detail)}
    @sleep-change=${(event: CustomEvent<number>) => play.configure({ sleep: event.detail })}
    >${renderMore(table, "two", t("arbitrator.title"))}</fs-arbitrator
  >`;
}

interface System2Panel {
  /** How long it has been thinking, in words; empty while that is not worth telling. */
  thinking: string;
  /** The page loads System 2 by itself; otherwise the first question does. */
  awaited: boolean;
  /** It can be asked to count all solutions. */
  counts: boolean;
}

export function renderSystem2(table: Table, { thinking, awaited, counts }: System2Panel) {
  const { play, stage, show, closed } = table;
  const { focus, system2 } = stage;
  const why = () => {
    const about = system2.questionable;
    focus.release();
    if (about) void play.why(about.variable, about.value);
  };
  return html`<fs-system2
    .loading=${awaited ? play.progressOf("solver") : play.loading.solver}
    .proof=${system2.proof}
    .counted=${system2.counted}
    .countable=${counts && play.ready && system2.countable}
    .idle=${system2.idle}
    .question=${closed ? "" : system2.question}
    .thinking=${thinking}
    .lit=${focus.lit}
    @line-light=${(event: CustomEvent<number | null>) => show(() => (focus.lit = event.detail))}
    @ask-why=${why}
    @count=${() => play.count()}
    @cancel=${() => play.cancel()}
    @load-part=${(event: CustomEvent<Part>) => play.load(event.detail)}
    >${renderMore(table, "why", t("system2.title"))}</fs-system2
  >`;
}

/** From an earlier moment to the present: what was pointed at is left, too. */
function now(play: Play, focus: Focus): void {
  focus.pointed = null;
  focus.peeked = null;
  play.toNow();
}

export function renderDecisions({ play, stage: { focus, log }, show }: Table, exported: () => void) {
  return html`<fs-decisions
    .marks=${log.marks}
    .labels=${log.labels}
    .shown=${focus.decisionId}
    .story=${log.story}
    .tally=${log.tally}
    .past=${play.past?.id ?? null}
    @decision-peek=${(event: CustomEvent<number | null>) => show(() => (focus.peeked = event.detail))}
    @decision-point=${(event: CustomEvent<number | null>) => show(() => (focus.pointed = event.detail))}
    @decision-go=${(event: CustomEvent<number>) => play.goTo(event.detail)}
    @now=${() => now(play, focus)}
    @export-trace=${exported}
  ></fs-decisions>`;
}

/** That a part could not be loaded, where no panel of its own says so. */
export function renderTrouble({ play }: Table, part: Part, retry: () => void) {
  const loading = play.loading[part];
  if (loading?.state !== "failed") return nothing;
  const why = loading.problem ? problemText(loading.problem) : "";
  return html`<div class="trouble" role="alert">
    <p class="problem">${t(`load.failed.${part}`)} ${why}</p>
    <button class="button small" @click=${retry}>${t("load.retry")}</button>
  </div>`;
}
