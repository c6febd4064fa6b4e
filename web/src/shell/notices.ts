// Notices in the order they came. Light ones leave by themselves; serious ones wait to be closed.

import type { Shown } from "../panels/fs_notices";
import { t } from "../i18n/i18n";
import { problemText } from "../i18n/sentences";
import type { Notice } from "../game/topic";

const STAY_MS = 5000;
const MOST = 4;

export class Notices {
  list: Shown[] = [];
  private last = 0;
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  add(text: string, serious = false): void {
    const id = ++this.last;
    this.list = [...this.list.filter((notice) => notice.text !== text), { id, text, serious }].slice(-MOST);
    if (!serious) setTimeout(() => this.remove(id), STAY_MS);
    this.changed();
  }

  /** What the game has to say. */
  tell(notice: Notice): void {
    // An entry that cannot be made has changed nothing: that need not be put away by hand.
    if ("problem" in notice) this.add(problemText(notice.problem), !notice.problem.key.startsWith("error.step."));
    else this.add(t(notice.key, { part: t(`part.${notice.part}`) }));
  }

  /** Something of the page that is fetched when it is wanted; that it could not be is told. */
  async fetch<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch {
      this.add(t("load.failed.page"), true);
      return null;
    }
  }

  remove(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
    this.changed();
  }
}
