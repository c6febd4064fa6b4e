// Behind the dialog for a new puzzle: what there is to choose from, and what comes of the choice.

import { problemOf } from "../protocol/problems";
import type { Pasted, Sample, Wish } from "../game/wishes";
import type { FamilyInfo, Problem, Recognised } from "../protocol/engine";
import { readPack } from "../places/packs";
import type { Play } from "../game/play";
import { taste } from "./taster";

const severalIn = (count: number): Problem => ({ key: "remark.several", args: { count: String(count) } });

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
  private readonly remarked: (remark: Problem) => void;

  /** `remarked`: how a visitor's own text was read. */
  constructor(play: Play, changed: () => void, opened: () => void, remarked: (remark: Problem) => void) {
    this.play = play;
    this.changed = changed;
    this.opened = opened;
    this.remarked = remarked;
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
    const found = await this.play.identify(family, text);
    const puzzle = Array.isArray(found) ? found[0]! : { family, text, remarks: [] };
    const refused = Array.isArray(found) ? null : found;
    this.problem = await this.flawOf(puzzle, refused, anyway);
    this.checking = false;
    this.changed();
    if (this.problem) return;
    await this.open(puzzle.family, puzzle.text);
    if (this.problem) return;
    const several = Array.isArray(found) && found.length > 1 ? [severalIn(found.length)] : [];
    for (const remark of [...puzzle.remarks, ...several]) this.remarked(remark);
  }

  /** Why a text is not played at once; `refused`: why it could not be read as what it seems to be. */
  private async flawOf(
    { family, text }: Pick<Recognised, "family" | "text">,
    refused: Problem | null,
    anyway: boolean,
  ) {
    // What is known for what it is need not be tried as other kinds.
    if (refused?.key.startsWith("error.format.") && refused.key !== "error.format.json") return refused;
    if (anyway) return refused;
    const flaw = await taste(family, text);
    return flaw?.key.startsWith("error.paste.") ? flaw : (refused ?? flaw);
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
