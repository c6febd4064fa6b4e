// Pencil marks: what the visitor thinks possible in a cell. They belong to the page alone; no system reads them. They
// are undone and redone in turn with the moves between which they were made, which is why every change of them knows how
// many decisions stood at that time (`at`).

/** By variable, the values that are noted. Another object whenever it changes. */
export type Marks = ReadonlyMap<number, readonly number[]>;

interface Edit {
  at: number;
  before: Marks;
  after: Marks;
}

const NONE: Marks = new Map();

export class Notebook {
  marks: Marks = NONE;
  private done: Edit[] = [];
  private undone: Edit[] = [];

  /** Notes a value, or takes the note away. */
  toggle(variable: number, value: number, at: number): void {
    const noted = this.marks.get(variable) ?? [];
    const next = noted.includes(value) ? noted.filter((one) => one !== value) : [...noted, value].sort((a, b) => a - b);
    this.write([[variable, next]], at);
  }

  /** Several cells at once, to be undone at once; without values a cell's notes are gone. */
  write(cells: Iterable<readonly [variable: number, values: readonly number[]]>, at: number): void {
    const after = new Map(this.marks);
    for (const [variable, values] of cells) {
      if (values.length === 0) after.delete(variable);
      else after.set(variable, values);
    }
    this.done = [...this.done.filter((edit) => edit.at <= at), { at, before: this.marks, after }];
    this.undone = [];
    this.marks = after;
  }

  /** A new decision was made after `at` others: what lay ahead is gone. */
  decided(at: number): void {
    this.done = this.done.filter((edit) => edit.at <= at);
    this.undone = [];
  }

  canUndo(at: number): boolean {
    return this.done.at(-1)?.at === at;
  }

  canRedo(at: number): boolean {
    return this.undone.at(-1)?.at === at;
  }

  /** Whether the latest change after so many decisions was one of the notes, which then is undone. */
  undo(at: number): boolean {
    if (!this.canUndo(at)) return false;
    const edit = this.done.pop()!;
    this.undone.push(edit);
    this.marks = edit.before;
    return true;
  }

  redo(at: number): boolean {
    if (!this.canRedo(at)) return false;
    const edit = this.undone.pop()!;
    this.done.push(edit);
    this.marks = edit.after;
    return true;
  }

  /** To be gone on with later. */
  kept(): [variable: number, values: readonly number[]][] {
    return [...this.marks];
  }

  recall(kept: unknown): void {
    this.done = [];
    this.undone = [];
    this.marks = Array.isArray(kept) ? new Map(kept.filter(isNote)) : NONE;
  }
}

function isNote(one: unknown): one is [number, number[]] {
  const isNumbers = (list: unknown) => Array.isArray(list) && list.every(Number.isInteger);
  return Array.isArray(one) && one.length === 2 && Number.isInteger(one[0]) && isNumbers(one[1]);
}
