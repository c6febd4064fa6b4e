// A game in a <fast-slow>: fetched when somebody turns to it. The element says what is wanted and shows what this renders.

import { html, nothing } from "lit";

import { Clock } from "../game/clock";
import { Play, type KeptPlay } from "../game/play";
import type { Mode } from "../game/settings";
import { Stage } from "../game/stage";
import type { Notice } from "../game/topic";
import { Host } from "../host/host";
import type { Transports } from "../host/transports";
import { drawnColumns } from "../board/row_words";
import { t } from "../i18n/i18n";
import { problemText } from "../i18n/sentences";
import type { PagePart } from "../places/page_parts";
import type { Decision, Problem } from "../protocol/engine";
import { problem, problemOf } from "../protocol/problems";
import { Pace } from "../shell/pace";
import { renderArbitrator, renderDecisions, renderSystem1, renderSystem2, renderTrouble } from "../shell/panels";
import { GoalSign } from "../shell/goal_sign";
import { Commands } from "../shell/commands";
import { saveTrace } from "../shell/save_as";
import { standingOf, toldOf } from "../shell/told";
import {
  renderBoard,
  renderControls,
  renderModes,
  renderNotes,
  renderReason,
  renderRules,
  type Table,
} from "../shell/table";
import type { FastSlowDecision, FastSlowState } from "./contract";
import { Arrivals } from "./blocked";
import { recordingOf, writeRecording } from "./recording";
import { ownTransports, shippedNetwork, transports, transportsWith } from "./transports";
import type { Wish } from "./wish";

/** What the game needs of the element that it is in. */
export interface Place {
  changed(): void;
  /** A decision came to be; the game was solved. */
  decided(decision: FastSlowDecision): void;
  solved(): void;
  /** The goal is reached. */
  reached(said: string): void;
  /** Something cannot be done. */
  problem(problem: Problem): void;
  /** Told in passing, above nothing else. */
  say(text: string): void;
  first: string;
}

/** With the network that is wished for; without it, if it cannot be had, and that is said. */
export async function liveFor({ network }: Wish, place: Place): Promise<Live> {
  if (network === null) return new Live(place);
  try {
    const { learnedFrom } = await import("./learned");
    const { card, model } = await learnedFrom(network, shippedNetwork);
    place.say(t("notice.network.tag", { name: card.name }));
    return new Live(place, transportsWith(model));
  } catch (thrown) {
    const found = problemOf(thrown, (detail) => problem("error.network.address", { address: "network", detail }));
    place.problem(found);
    place.say(t("notice.network.not", { why: problemText(found) }));
    return new Live(place);
  }
}

export class Live {
  readonly play: Play;
  readonly stage: Stage;
  readonly commands: Commands;
  private readonly host: Host;
  private readonly place: Place;
  private readonly clock: Clock;
  private readonly pace: Pace;
  private readonly arrivals = new Arrivals((problem) => this.place.problem(problem));
  private done = false;
  private sign: GoalSign | null = null;

  constructor(place: Place, workers: Transports = transports) {
    this.place = place;
    this.host = new Host(workers);
    this.pace = new Pace(() => {
      this.clock.run(this.play.asking || this.play.thinking === "system2");
      place.changed();
    });
    this.clock = new Clock(() => place.changed());
    this.play = new Play(
      this.host,
      () => this.changed(),
      (notice) => this.notice(notice),
    );
    this.stage = new Stage(this.play);
    this.commands = new Commands(this.play, this.stage);
    this.host.on("decision", ({ decision }) => place.decided(this.told(decision)));
    this.host.on("loading", this.arrivals.hear);
    this.host.on("loading", ({ state, problem }) => {
      if (state === "failed" && problem) place.problem(problem);
    });
  }

  // --- beginning and ending ------------------------------------------------------------------------------------

  /** Opens what is wished for, or goes on with what was kept. With a problem, the game at hand goes on. */
  async begin(wish: Wish, kept: KeptPlay | null): Promise<Problem | null> {
    const { play } = this;
    const { mode = "both", strategy: pairing = "threshold", threshold, looks, speed } = wish;
    play.speed = speed ?? play.speed;
    this.aim(wish);
    await play.configure({
      ...{ mode, pairing },
      ...(threshold !== undefined && { threshold }),
      ...(looks !== undefined && { looks }),
    });
    if (!(kept && (await play.restore(kept)))) {
      const problem = await this.open(wish);
      if (problem) return problem;
    }
    play.ready = true;
    this.changed();
    return null;
  }

  /** Its goal is another. */
  aim({ goal }: Wish): void {
    this.sign = goal ? new GoalSign(goal, () => this.place.reached(this.sign?.said(this.play) ?? "")) : null;
  }

  private async open(wish: Wish): Promise<Problem | null> {
    const { play } = this;
    const text = wish.made ? await this.make(wish) : (wish.puzzle ?? this.place.first);
    if (typeof text !== "string") return text;
    const problem = await play.open(wish.family, text);
    if (problem) return problem;
    for (const { rule, on } of wish.rules) {
      const { rules = [], switchable = [] } = play.board ?? {};
      if (switchable.includes(rule) && rules.includes(rule) !== on) await play.switchRule(rule, on);
    }
    await play.repeat(wish.moves);
    for (let made = 0; made < wish.steps && (await play.step()); made++);
    return null;
  }

  /** In an engine of its own, as it takes a while. */
  private async make({ family, made }: Wish): Promise<string | Problem> {
    const maker = new Host(ownTransports);
    try {
      const { seed, size, level } = made!;
      const families = size === null ? await maker.families() : [];
      const first = families.find(({ id }) => id === family)?.sizes[0] ?? "";
      return (await maker.generate({ family, size: size ?? first, level: level ?? "easy", seed })).text;
    } catch (thrown) {
      return problemOf(thrown, (key) => ({ key: "error.unknown", args: { key } }));
    } finally {
      maker.close();
    }
  }

  /** Ends it, and tells how to go on with it. */
  close(): KeptPlay | null {
    this.play.pause();
    this.clock.run(false);
    const kept = this.play.ready ? this.play.kept() : null;
    this.host.close();
    this.arrivals.end();
    return kept;
  }

  // --- what it tells -------------------------------------------------------------------------------------------

  private changed(): void {
    this.pace.changed(this.play);
    const solved = this.play.view?.status === "solved";
    if (solved && !this.done && this.play.ready) this.place.solved();
    this.done = solved;
    this.sign?.look(this.play);
  }

  private notice(notice: Notice): void {
    if ("problem" in notice) {
      this.place.problem(notice.problem);
      this.place.say(problemText(notice.problem));
    } else this.place.say(t(notice.key, { part: t(`part.${notice.part}`) }));
  }

  private told(decision: Decision): FastSlowDecision {
    return toldOf(this.play.board, decision);
  }

  get state(): Omit<FastSlowState, "stage"> | null {
    return standingOf(this.play);
  }

  // --- what is asked of it -------------------------------------------------------------------------------------

  /** The game so far, as the `recorded` attribute takes it. */
  async record(): Promise<string> {
    const { board, view } = this.play;
    if (!board || !view || view.decisions.length === 0) return "";
    return await writeRecording(await recordingOf(this.host), { columns: drawnColumns(board), rows: board.rows });
  }

  // --- what it shows -------------------------------------------------------------------------------------------

  private table(closed?: () => void): Table {
    return {
      play: this.play,
      stage: this.stage,
      name: this.stage.sheet.title,
      show: (change) => {
        change();
        this.place.changed();
      },
      given: () => this.place.say(t("error.step.given")),
      ...(closed && { closed }),
    };
  }

  renderModes() {
    return renderModes(this.table());
  }

  renderGoal() {
    return this.sign?.render(this.play) ?? nothing;
  }

  /** `locked`: the reader's entries are refused. */
  renderBoard(locked: boolean) {
    return renderBoard(this.table(locked ? () => this.place.say(t("element.locked")) : undefined));
  }

  renderBeneath(moved: boolean) {
    const table = this.table();
    return html`${renderControls(table, moved)} ${renderReason(table, moved)} ${renderNotes(table)}
    ${renderTrouble(table, "policy", () => this.play.load("policy"))}
    ${renderTrouble(table, "solver", () => this.play.load("solver"))}`;
  }

  renderRules() {
    return renderRules(this.table());
  }

  renderPanels(parts: ReadonlySet<PagePart>, dialLocked: boolean) {
    const table = this.table();
    const panel = { thinking: this.clock.text, awaited: false, counts: false };
    return html`${parts.has("system1") ? renderSystem1(table) : nothing}
    ${parts.has("arbitrator") ? html`<div ?inert=${dialLocked}>${renderArbitrator(table, parts.has("system1"))}</div>` : nothing}
    ${parts.has("system2") ? renderSystem2(table, panel) : nothing}
    ${parts.has("decisions") ? renderDecisions(table, () => void saveTrace(this.play)) : nothing}`;
  }

  get title(): string {
    return this.stage.sheet.title;
  }

  get about(): string {
    return this.stage.sheet.about;
  }

  configure(change: { mode?: Mode; threshold?: number; pairing?: Wish["strategy"] & string; looks?: number }) {
    return this.play.configure(change);
  }
}
