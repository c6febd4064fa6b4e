// Behind the dialog for a new puzzle: what there is to choose from, and what comes of the choice.

import { problemOf } from "../protocol/problems";
import { clashText, type Flaw } from "../game/flaw";
import type { Pasted, Sample, Wish } from "../game/wishes";
import type { FamilyInfo, Problem, Recognised } from "../protocol/engine";
import { readPack } from "../places/packs";
import type { Play } from "../game/play";
import { taste } from "./taster";

/** A text, and why it could not be read as what it seems to be. */
interface Refused {
  family: string;
  text: string;
  refused: Problem;
}

export class Chooser {
  families: FamilyInfo[] = [];
  samples: Sample[] = [];
  /** There is a collection, but no way to it. */
  unreachable = false;
  /** The puzzles of the visitor's own text, where one of several is to be chosen. */
  several: Recognised[] = [];
  /** What speaks against the visitor's own text. */
  flaw: Flaw | null = null;
  /** Why no fresh puzzle could be made. */
  unmade: Problem | null = null;
  making = false;
  checking = false;

  private family = "";
  private readonly play: Play;
  private readonly changed: () => void;
  private readonly opened: () => void;
  private readonly remarked: (remark: Problem) => void;
  private readonly taste: (family: string, text: string) => Promise<Flaw | null>;

  /** `remarked`: how a visitor's own text was read. `tasted`: what tries a puzzle (taster.ts). */
  constructor(
    play: Play,
    changed: () => void,
    opened: () => void,
    remarked: (remark: Problem) => void,
    tasted: typeof this.taste = taste,
  ) {
    this.play = play;
    this.changed = changed;
    this.opened = opened;
    this.remarked = remarked;
    this.taste = tasted;
  }

  /** Which rules clash in the visitor's own puzzle, in words. */
  get clash(): string {
    return clashText(this.flaw?.clash?.board ?? null, this.flaw?.clash?.line ?? null);
  }

  async begin(family: string): Promise<void> {
    this.flaw = null;
    this.several = [];
    this.unmade = null;
    const all = await this.play.families().catch(() => []);
    this.families = all.filter((info) => info.listed || info.id === family);
    await this.browse(family);
  }

  /** Shows what there is of a kind. */
  async browse(family: string): Promise<void> {
    if (family !== this.family) {
      this.samples = [];
      this.unreachable = false;
      this.unmade = null;
    }
    this.family = family;
    this.changed();
    const samples = await readPack(family);
    if (family !== this.family) return;
    this.samples = samples ?? [];
    this.unreachable = samples === null;
    this.play.recognise(this.samples);
  }

  async open(family: string, text: string): Promise<void> {
    const problem = await this.play.open(family, text);
    this.flaw = problem && { problem, clash: null };
    this.changed();
    if (!problem) this.opened();
  }

  async paste({ family, text, anyway, which }: Pasted): Promise<void> {
    this.checking = true;
    this.changed();
    const found = which === null ? await this.play.identify(family, text) : this.several;
    this.several = Array.isArray(found) && found.length > 1 ? found : [];
    const choosing = which === null && this.several.length > 1;
    if (choosing) this.flaw = null;
    else await this.pasteOne(Array.isArray(found) ? found[which ?? 0]! : { family, text, refused: found }, anyway);
    this.checking = false;
    this.changed();
  }

  /** The text has changed: what was found in it is in the past. */
  forget(): void {
    if (this.several.length === 0) return;
    this.several = [];
    this.flaw = null;
    this.changed();
  }

  private async pasteOne(puzzle: Recognised | Refused, anyway: boolean): Promise<void> {
    this.flaw = await this.flawOf(puzzle, anyway);
    if (this.flaw) return;
    await this.open(puzzle.family, puzzle.text);
    if (this.flaw || "refused" in puzzle) return;
    for (const remark of puzzle.remarks) this.remarked(remark);
  }

  /** Why a text is not played at once. */
  private async flawOf(puzzle: Recognised | Refused, anyway: boolean): Promise<Flaw | null> {
    const refused = "refused" in puzzle ? { problem: puzzle.refused, clash: null } : null;
    const key = refused?.problem.key ?? "";
    // What is known for what it is need not be tried as other kinds.
    if (key.startsWith("error.format.") && key !== "error.format.json") return refused;
    if (anyway) return refused;
    const flaw = await this.taste(puzzle.family, puzzle.text);
    return flaw?.problem.key.startsWith("error.paste.") ? flaw : (refused ?? flaw);
  }

  async make(wish: Wish): Promise<void> {
    this.making = true;
    this.unmade = null;
    this.changed();
    try {
      await this.open(wish.family, await this.play.generate(wish));
    } catch (thrown) {
      const problem = problemOf(thrown, (key) => ({ key: "error.unknown", args: { key } }));
      if (problem.key !== "error.worker.cancelled") this.unmade = problem;
    } finally {
      this.making = false;
      this.changed();
    }
  }
}
