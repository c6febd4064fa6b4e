// The author's desk: from typed text to findings, to a game of the last valid text, to its examination and its link.
// Knows no element; every visible change ends in `changed()`.

import { getNodeValue } from "jsonc-parser";

import type { Play } from "../game/play";
import { writeHash } from "../places/packed";
import type { UrlState } from "../places/url_state";
import type { Problem, Recognised } from "../protocol/engine";
import { located, read, type Finding, type ReadText } from "./declaration";
import type { Examiner } from "./examiner";
import { frameHeight } from "../shell/frame_height";
import { frameOf, linkHides, linkTo, type Choice } from "../shell/links";

const FAMILY = "custom";
/** Longer than the pause between two keys, shorter than a thought. */
const PAUSE_MS = 220;
/** System 2 waits until the author seems content. */
const EXAMINE_MS = 900;

/** What every declaration says. */
const OWN = "fastslow-puzzle";

const atStart = (key: string, args: Problem["args"]): Finding => ({ from: 0, to: 0, line: 1, problem: { key, args } });

interface Surroundings {
  play: Pick<Play, "board" | "identify" | "open" | "pause" | "playing" | "ready">;
  examiner: Pick<Examiner, "examine" | "forget" | "now">;
  /** The play view's address. */
  page: string;
  changed(): void;
  /** The text was another program's, and is this declaration: the first of so many. */
  translated(puzzle: Recognised, count: number): void;
}

export class Desk {
  findings: Finding[] = [];
  /** How many there are beyond those. */
  more = 0;
  /** The text has been read, and the board shown is its. */
  fresh = false;
  /** Of the text, valid or not, as far as it can be read. */
  title = "";
  about = "";
  link = "";
  /** The frame's own page, and the frame. */
  framed = "";
  frame = "";

  private readonly around: Surroundings;
  /** What the board shows, in one line. */
  private shown: string | null = null;
  private turn = 0;
  private reading: ReturnType<typeof setTimeout> | undefined;
  private examining: ReturnType<typeof setTimeout> | undefined;

  constructor(around: Surroundings) {
    this.around = around;
  }

  /** A board is shown that is not of this text. */
  get stale(): boolean {
    return !this.fresh && this.shown !== null;
  }

  /** The puzzle on the board, if it is the one in the text. */
  get puzzle(): string | null {
    return this.fresh ? this.shown : null;
  }

  typed(text: string): void {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => void this.take(text), PAUSE_MS);
  }

  /** Reads the text now. */
  async take(text: string): Promise<void> {
    clearTimeout(this.reading);
    const turn = ++this.turn;
    const reading = read(text);
    this.readWords(reading);
    this.more = reading.more;
    if (reading.compact === null) await this.refuseOrTranslate(turn, text, reading.findings);
    else if (reading.compact === this.shown) this.accept();
    else await this.open(turn, text, reading, reading.compact);
    this.around.changed();
  }

  examine(): void {
    clearTimeout(this.examining);
    if (this.puzzle) void this.around.examiner.examine(FAMILY, this.puzzle);
  }

  /** The link depends on how the puzzle is to be played, too, and on what is shown with it. */
  async share(how: Partial<UrlState>, choice: Choice): Promise<void> {
    const { puzzle } = this;
    const { page, play, changed } = this.around;
    const hash = puzzle ? await writeHash(puzzle) : "";
    if (puzzle !== this.puzzle) return;
    const to = (hide: Choice["frame"]) => (hash ? linkTo(page, hash, { ...how, hide }) : "");
    const link = to(linkHides(choice));
    const framed = to(choice.frame);
    if (link === this.link && framed === this.framed) return;
    Object.assign(this, { link, framed });
    const height = frameHeight(play.board ?? { rows: 1, columns: 1 }, choice.frame, this.about);
    this.frame = framed && frameOf(framed, this.title || "fast·slow", height);
    changed();
  }

  private async open(turn: number, text: string, reading: ReadText, compact: string): Promise<void> {
    const { play, examiner } = this.around;
    const problem = await play.open(FAMILY, compact);
    if (turn !== this.turn) return;
    if (problem) {
      this.refuse(isOfText(problem) ? [located(text, reading.root, problem)] : []);
      return;
    }
    this.shown = compact;
    play.ready = true;
    examiner.forget();
    this.accept();
  }

  /** What is no declaration may be a puzzle of another program, or a link to one. */
  private async refuseOrTranslate(turn: number, text: string, findings: Finding[]): Promise<void> {
    const found = text.includes(OWN) || text.trim() === "" ? [] : await this.around.play.identify(FAMILY, text);
    if (turn !== this.turn) return;
    const puzzle = Array.isArray(found) ? found[0] : undefined;
    if (Array.isArray(found) && puzzle?.family === FAMILY) this.around.translated(puzzle, found.length);
    else if (puzzle) this.refuse([atStart("author.other_family", { family: puzzle.family })]);
    else if ("key" in found && found.key.startsWith("error.format.")) this.refuse([atStart(found.key, found.args)]);
    else this.refuse(findings);
  }

  /** A mistake that was undone finds the game, and what was found out about it, as they were left. */
  private accept(): void {
    this.findings = [];
    this.fresh = true;
    clearTimeout(this.examining);
    if (this.around.examiner.now.stage === "idle") this.examining = setTimeout(() => this.examine(), EXAMINE_MS);
  }

  private refuse(findings: Finding[]): void {
    this.findings = findings;
    this.fresh = false;
    clearTimeout(this.examining);
    if (this.around.play.playing) this.around.play.pause();
  }

  private readWords({ root }: ReadText): void {
    const value: unknown = root ? getNodeValue(root) : null;
    const { title, about } = ((typeof value === "object" ? value : null) ?? {}) as Record<string, unknown>;
    this.title = typeof title === "string" ? title : "";
    this.about = typeof about === "string" ? about : "";
  }
}

/** An engine that is missing is told elsewhere; it is not the text's fault. */
const isOfText = ({ key }: Problem) => !/^error\.(load|worker)\./.test(key);
