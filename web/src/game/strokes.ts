// Which decisions were made in one stroke over several cells: they are undone and redone together.

import type { View } from "../protocol/engine";

/** Of the latest decision that stands; -1 if there is none. */
export const latestOf = (view: View | null): number => view?.decisions.at(-1)?.id ?? -1;

export class Strokes {
  private readonly strokes = new Map<number, number>();

  /** A decision was made, perhaps under a number that was undone. */
  made(id: number, stroke?: number): void {
    if (stroke === undefined) this.strokes.delete(id);
    else this.strokes.set(id, stroke);
  }

  together(one: number, other: number): boolean {
    const stroke = this.strokes.get(one);
    return stroke !== undefined && stroke === this.strokes.get(other);
  }

  /** Takes one decision back, and with it the others of its stroke. */
  async undo(view: View | null, undo: () => Promise<View>): Promise<void> {
    let last = latestOf(view);
    for (;;) {
      const before = latestOf(await undo());
      if (!this.together(last, before)) return;
      last = before;
    }
  }

  async redo(redo: () => Promise<View>): Promise<void> {
    for (;;) {
      const view = await redo();
      const last = latestOf(view);
      if (!view.canRedo || !this.together(last, last + 1)) return;
    }
  }
}
