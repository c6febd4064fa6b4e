// The text of the puzzle. A plain field at once, CodeMirror as soon as it is there; whatever is typed meanwhile stays.

import { css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import type { Editor, EditorSurroundings, Mark } from "./editor";
import { plainEditor } from "./editor";
import { aboutAt, hintsAt } from "./hints";

/** CodeMirror's words that can come up here. */
const PHRASES = {
  Completions: "author.editor.completions",
  Diagnostics: "author.editor.problems",
  "No diagnostics": "author.editor.no_problems",
  close: "author.editor.close",
};

/** `text-change` after every change. */
@customElement("fs-editor")
export class FsEditor extends Localized {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        min-height: 0;
      }
      .frame {
        min-height: 0;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
      }
      .frame:focus-within {
        border-color: var(--muted);
        box-shadow: 0 0 0 1px var(--muted);
      }
      textarea {
        width: 100%;
        height: 100%;
        padding: 10px 12px;
        border: 0;
        background: none;
        font:
          13.5px/1.55 ui-monospace,
          "SF Mono",
          Menlo,
          Consolas,
          "DejaVu Sans Mono",
          monospace;
        resize: none;
      }
      textarea:focus-visible {
        outline: none;
      }
      /* Fingers on a phone: smaller, and the page would zoom into it. */
      @media (pointer: coarse) {
        textarea,
        .cm-editor {
          font-size: 16px !important;
        }
      }
    `,
  ];

  /** Read once, when the editor is made. */
  @property({ attribute: false }) start = { text: "", kept: "" };

  @query(".frame") private readonly frame!: HTMLElement;
  private editor: Editor | null = null;
  private marks: Mark[] = [];
  private closed = false;

  get text(): string {
    return this.editor?.text ?? this.start.text;
  }

  override render() {
    return html`<div class="frame"></div>
      <p id="editor-help" class="visually-hidden">${t("author.editor.help")}</p>`;
  }

  override firstUpdated(): void {
    this.editor = plainEditor(this.frame, this.surroundings());
    void this.upgrade();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closed = true;
    this.editor?.destroy();
  }

  replace(text: string): void {
    this.editor?.replace(text);
  }

  /** Changes no more than differs, as one step that can be undone. */
  amend(text: string): void {
    this.editor?.amend(text);
  }

  mark(marks: Mark[]): void {
    this.marks = marks;
    this.editor?.mark(marks);
  }

  goTo(offset: number): void {
    this.editor?.goTo(offset);
  }

  undo(): void {
    this.editor?.undo();
  }

  redo(): void {
    this.editor?.redo();
  }

  /** The text with its history. */
  keep(): string {
    return this.editor?.keep() ?? "";
  }

  private async upgrade(): Promise<void> {
    try {
      const { createEditor } = await import("./codemirror");
      if (this.closed) return;
      const plain = this.editor;
      const typing = this.shadowRoot?.activeElement?.matches("textarea") ?? false;
      const surroundings = { ...this.surroundings(), text: this.text };
      plain?.destroy();
      this.editor = createEditor(this.frame, surroundings);
      this.editor.mark(this.marks);
      if (typing) this.editor.goTo(0);
    } catch {
      // The plain field can do all that is needed.
    } finally {
      this.dispatchEvent(new CustomEvent("editor-ready"));
    }
  }

  private surroundings(): EditorSurroundings {
    return {
      ...this.start,
      label: t("author.editor"),
      describedBy: "editor-help",
      phrases: Object.fromEntries(Object.entries(PHRASES).map(([phrase, key]) => [phrase, t(key)])),
      changed: () => this.dispatchEvent(new CustomEvent("text-change")),
      hints: hintsAt,
      about: aboutAt,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-editor": FsEditor;
  }
}
