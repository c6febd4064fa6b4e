// Behind the dialog for a new puzzle: what there is to choose from, and what comes of the choice.

import { problemOf } from "../protocol/problems";
import type { Pasted, Sample, Wish } from "../game/wishes";
import type { FamilyInfo, Problem } from "../protocol/engine";
import { readPack } from "../places/packs";
import type { Play } from "../game/play";
import { taste } from "./taster";

export class Chooser {
  families: FamilyInfo[] = [];
  samples: Sample[] = [];
  /** There is a collection, but no way to it. */
  unreachable = false;
  /** Why the visitor's own text was refused. */
  problem: Problem | null = null;
  /** Why no fresh puzzle could be made. */
  unmade: Problem | null = null;
  making = false;
  checking = false;

  private family = "";
  private readonly play: Play;
  private readonly changed: () => void;
  private readonly opened: () => void;

  constructor(play: Play, changed: () => void, opened: () => void) {
    this.play = play;
    this.changed = changed;
    this.opened = opened;
  }

  async begin(family: string): Promise<void> {
    this.problem = null;
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
    this.problem = await this.play.open(family, text);
    this.changed();
    if (!this.problem) this.opened();
  }

  async paste({ family, text, anyway }: Pasted): Promise<void> {
    this.checking = true;
    this.changed();
    this.problem = anyway ? null : await taste(family, text);
    this.checking = false;
    this.changed();
    if (!this.problem) await this.open(family, text);
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
