// A frame that takes commands from the page around it, by postMessage. The page is obeyed only if the frame's address names
// its origin, as in `?host=https://school.example`, or if it is of the frame's own; nobody else hears an answer.
//
//   to the frame    { fastslow: { command: "step", id: 1 } }
//   its answer      { fastslow: { answer: 1, ok: … } }   or   { fastslow: { answer: 1, error: "why not, as a sentence" } }
//
//   step            one step of whoever decides: the decision, or null if there is nothing to decide
//   play, pause     plays on by itself, or stops
//   reset           starts over
//   hint            a hint, as a sentence: each tells more of the next step
//   explain         why the latest decision was made; with `variable` (and `value`) why a cell has its value: lines of text
//   load            goes over to another puzzle: `family`, `puzzle`
//   state           how the game stands
//
// Commands that come before the game has begun wait for it; before the frame has told that it is there, nobody hears them. What happens is told unasked: { fastslow: { event: "ready" |
// "decision" | "solve" | "goal", … } } with the decision, the state, the goal. (How high the frame would like to be it tells
// everybody: height.ts.)

import type { Play } from "../game/play";
import type { Stage } from "../game/stage";
import { t } from "../i18n/i18n";
import { problemText } from "../i18n/sentences";
import { isFields } from "../protocol/messages";
import { Commands } from "./commands";
import { standingOf, toldOf } from "./told";

const COMMANDS = ["step", "play", "pause", "reset", "hint", "explain", "load", "state"] as const;

export interface Command {
  command: (typeof COMMANDS)[number];
  /** Comes back with the answer. */
  id: string | number | null;
  variable?: number;
  value?: number;
  family?: string;
  puzzle?: string;
}

/** So many wait for a game to begin. */
const MOST_WAITING = 100;
const MOST_TEXT = 65536;

const own = (data: Record<string, unknown>, name: string) => (Object.hasOwn(data, name) ? data[name] : undefined);
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown, most: number): value is string => typeof value === "string" && value.length <= most;

const isFamily = (value: unknown): boolean => isText(value, 32) && /^[a-z][a-z0-9_-]*$/.test(value);
const isPuzzle = (value: unknown): boolean => isText(value, MOST_TEXT);
const ARGUMENTS = { variable: isWhole, value: isWhole, family: isFamily, puzzle: isPuzzle };
const idOf = (id: unknown): Command["id"] => (isText(id, 64) || isWhole(id) ? id : null);

/** Null for what is no command of ours. */
export function readCommand(data: unknown): Command | null {
  const said = isFields(data) ? own(data, "fastslow") : undefined;
  if (!isFields(said)) return null;
  const command = COMMANDS.find((one) => one === own(said, "command"));
  if (!command) return null;
  const read: Record<string, unknown> = { command, id: idOf(own(said, "id")) };
  for (const [name, isSound] of Object.entries(ARGUMENTS)) {
    const value = own(said, name);
    if (value !== undefined && !isSound(value)) return null;
    if (value !== undefined) read[name] = value;
  }
  return read as unknown as Command;
}

export class FrameTalk {
  private readonly play: Play;
  private readonly commands: Commands;
  private readonly origin: string;
  private waiting: Command[] = [];
  private begun = false;
  private made = 0;
  private solved = false;

  /** `host`: the origin that the frame's address names; without one, the frame's own. */
  constructor(play: Play, stage: Stage, host: string | undefined) {
    this.play = play;
    this.commands = new Commands(play, stage);
    this.origin = host ?? location.origin;
  }

  /** Returns the function that stops it. */
  listen(): () => void {
    if (window.parent === window || this.origin === "null") return () => undefined;
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== window.parent || origin !== this.origin) return;
      const command = readCommand(data);
      if (!command) return;
      if (this.begun) void this.answer(command);
      else if (this.waiting.length < MOST_WAITING) this.waiting.push(command);
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }

  /** The game has changed. */
  look(): void {
    const { play } = this;
    if (!play.ready || !play.view) return;
    if (!this.begun) this.begin();
    const { decisions, status } = play.view;
    for (const mark of decisions.slice(this.made)) this.tell("decision", { decision: toldOf(play.board, mark) });
    this.made = decisions.length;
    if (status === "solved" && !this.solved) this.tell("solve", { state: standingOf(play) });
    this.solved = status === "solved";
  }

  private begin(): void {
    this.begun = true;
    this.made = this.play.view?.decisions.length ?? 0;
    this.tell("ready", { state: standingOf(this.play) });
    for (const command of this.waiting.splice(0)) void this.answer(command);
  }

  tell(event: "ready" | "decision" | "solve" | "goal", more: object): void {
    this.post({ event, ...more });
  }

  private post(said: object): void {
    if (window.parent !== window && this.origin !== "null") window.parent.postMessage({ fastslow: said }, this.origin);
  }

  private async answer(command: Command): Promise<void> {
    const { id: answer } = command;
    try {
      this.post({ answer, ok: (await this.done(command)) ?? null });
    } catch (thrown) {
      this.post({ answer, error: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }

  private async done({ command, variable, value, family, puzzle }: Command): Promise<unknown> {
    const { play, commands } = this;
    switch (command) {
      case "step":
        return await commands.step();
      case "play":
        void play.play();
        return null;
      case "pause":
        return play.pause();
      case "reset":
        return await play.reset();
      case "hint":
        return await commands.hint();
      case "explain":
        return await commands.explain(variable, value);
      case "state":
        return standingOf(play);
      case "load":
        return await this.load(family ?? play.board?.family ?? "", puzzle);
    }
  }

  private async load(family: string, puzzle: string | undefined): Promise<unknown> {
    if (puzzle === undefined) throw new Error(t("frame.no_puzzle"));
    const problem = await this.play.open(family, puzzle);
    if (problem) throw new Error(problemText(problem));
    return standingOf(this.play);
  }
}
