// What the author view asks of an editor. CodeMirror is one; a plain text field is another, used until CodeMirror is
// there, and instead of it where it cannot be fetched.

import { change } from "./edits";
import type { Span } from "./spans";

export interface Mark extends Span {
  message: string;
}

/** Something that may be written at the cursor. */
export interface Hint {
  label: string;
  insert: string;
  /** How far before the end of what is inserted the cursor goes. */
  back: number;
  about: string;
}

export interface Editor {
  readonly text: string;
  /** As one step that can be undone. */
  replace(text: string): void;
  /** The same, changing no more of the text than differs; the cursor stays. */
  amend(text: string): void;
  mark(marks: Mark[]): void;
  goTo(offset: number): void;
  undo(): void;
  redo(): void;
  /** The text with its history, for `EditorSurroundings.kept`; empty if there is nothing to keep. */
  keep(): string;
  destroy(): void;
}

export interface EditorSurroundings {
  text: string;
  kept: string;
  label: string;
  describedBy: string;
  /** The editor's own words, by their English form. */
  phrases: Record<string, string>;
  changed(): void;
  hints(text: string, at: number): (Span & { hints: Hint[] }) | null;
  about(text: string, at: number): (Span & { text: string }) | null;
}

export function plainEditor(parent: HTMLElement, surroundings: EditorSurroundings): Editor {
  const field = document.createElement("textarea");
  Object.assign(field, { value: surroundings.text, spellcheck: false, autocapitalize: "off" });
  field.setAttribute("aria-label", surroundings.label);
  field.setAttribute("aria-describedby", surroundings.describedBy);
  field.addEventListener("input", () => surroundings.changed());
  parent.append(field);
  // The browser's own history is reached only through its own, old command.
  const command = (name: "undo" | "redo") => {
    field.focus();
    document.execCommand(name);
  };
  return {
    get text() {
      return field.value;
    },
    replace: (text) => {
      field.focus();
      field.select();
      if (!document.execCommand("insertText", false, text)) field.value = text;
      surroundings.changed();
    },
    amend: (text) => {
      const { from, to, insert } = change(field.value, text);
      const { activeElement } = document;
      field.focus();
      field.setSelectionRange(from, to);
      const done = document.execCommand(insert === "" ? "delete" : "insertText", false, insert);
      if (!done) field.value = text;
      if (activeElement instanceof HTMLElement) activeElement.focus();
      surroundings.changed();
    },
    mark: () => undefined,
    goTo: (offset) => {
      field.focus();
      field.setSelectionRange(offset, offset);
      const before = field.value.slice(0, offset).split("\n").length;
      field.scrollTop = (field.scrollHeight * (before - 4)) / field.value.split("\n").length;
    },
    undo: () => command("undo"),
    redo: () => command("redo"),
    keep: () => "",
    destroy: () => field.remove(),
  };
}
