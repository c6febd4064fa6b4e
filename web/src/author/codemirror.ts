// The editor itself: CodeMirror, with JSON, the problems of the declaration and what the schema offers. Fetched when
// the author view is open, and nowhere else. Inside a shadow root CodeMirror's styles are adopted style sheets, which
// the page's security policy allows.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyField, historyKeymap, isolateHistory, redo, undo } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorSelection, EditorState } from "@codemirror/state";
import {
  EditorView,
  hoverTooltip,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

import { codeMirrorTheme } from "./codemirror_theme";
import { change } from "./edits";
import type { Editor, EditorSurroundings, Hint, Mark } from "./editor";
import { hangingIndent } from "./hanging";

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--s1-ink)" },
  { tag: tags.string, color: "var(--s2-ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--ink)", fontWeight: "600" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--muted)" },
]);

/** Text typed over a selection: Chromium would first give it the style of what it replaces, as a style attribute,
 *  which the page's security policy refuses, loudly. Brackets and quotation marks go around a selection instead. */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const plain = event.inputType === "insertText" && !event.isComposing && !view.state.selection.main.empty;
  if (!plain || !event.data || /^["[{]$/.test(event.data)) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

/** What is left of the word behind the cursor is replaced too, with its closing quotation mark. */
const restOfWord = (behind: string) => /^\w*"?/.exec(behind)![0].length;

function toCompletion({ label, insert, about, back }: Hint): Completion {
  return {
    // Matched with what is written, which begins with a quotation mark.
    label: JSON.stringify(label),
    displayLabel: label,
    info: about || undefined,
    apply: (view, _completion, from, cursor) => {
      const to = cursor + restOfWord(view.state.sliceDoc(cursor, cursor + 60));
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + insert.length - back },
        userEvent: "input.complete",
      });
    },
  };
}

function completionsFrom(hints: EditorSurroundings["hints"]) {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const offer = hints(state.doc.toString(), pos);
    if (!offer || (!explicit && pos === offer.from)) return null;
    return { from: offer.from, options: offer.hints.map(toCompletion), filter: true };
  };
}

function tooltipFrom(about: EditorSurroundings["about"]) {
  return hoverTooltip((view, pos) => {
    const found = about(view.state.doc.toString(), pos);
    if (!found) return null;
    return {
      pos: found.from,
      end: found.to,
      create: () => {
        const dom = document.createElement("div");
        dom.className = "about";
        dom.textContent = found.text;
        return { dom };
      },
    };
  });
}

function extensionsFor(surroundings: EditorSurroundings) {
  return [
    lineNumbers(),
    lintGutter(),
    highlightSpecialChars(),
    highlightActiveLine(),
    history(),
    indentOnInput(),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    json(),
    syntaxHighlighting(colours),
    autocompletion({ override: [completionsFrom(surroundings.hints)], icons: false }),
    tooltipFrom(surroundings.about),
    // Tab is left alone: it leaves the editor, as everywhere on the page.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
    EditorState.phrases.of(surroundings.phrases),
    EditorView.domEventHandlers({ beforeinput: typeOver }),
    EditorView.lineWrapping,
    hangingIndent,
    EditorView.contentAttributes.of({
      "aria-label": surroundings.label,
      "aria-describedby": surroundings.describedBy,
      // Focusable anyway; said for tools that do not know it of editable text.
      tabindex: "0",
      spellcheck: "false",
      autocapitalize: "off",
      autocorrect: "off",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) surroundings.changed();
    }),
    codeMirrorTheme,
  ];
}

/** With its undo history, if what was kept can be read. */
function startState(surroundings: EditorSurroundings): EditorState {
  const extensions = extensionsFor(surroundings);
  const { text, kept } = surroundings;
  if (kept) {
    try {
      const state = EditorState.fromJSON(JSON.parse(kept), { extensions }, { history: historyField });
      if (state.doc.toString() === text) return state;
    } catch {
      // of another version
    }
  }
  return EditorState.create({ doc: text, extensions });
}

/** What is to be put right is listed beneath, and takes room: the line that is being written stays in sight. */
function keepCursorInView(view: EditorView): ResizeObserver {
  let height = 0;
  const observer = new ResizeObserver(() => {
    const shrunk = view.scrollDOM.clientHeight < height;
    height = view.scrollDOM.clientHeight;
    if (shrunk && view.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) });
  });
  observer.observe(view.scrollDOM);
  return observer;
}

export function createEditor(parent: HTMLElement, surroundings: EditorSurroundings): Editor {
  const root = parent.getRootNode() as ShadowRoot;
  const view = new EditorView({ parent, root, state: startState(surroundings) });
  const end = () => view.state.doc.length;
  const stay = keepCursorInView(view);
  return {
    get text() {
      return view.state.doc.toString();
    },
    replace: (text) => {
      view.dispatch({ changes: { from: 0, to: end(), insert: text }, selection: { anchor: 0 }, scrollIntoView: true });
    },
    amend: (text) => {
      const changes = change(view.state.doc.toString(), text);
      view.dispatch({
        changes,
        effects: EditorView.scrollIntoView(changes.from, { y: "center" }),
        annotations: isolateHistory.of("full"),
      });
    },
    mark: (marks: Mark[]) => {
      const diagnostics = marks.map(({ from, to, message }) => ({
        from: Math.min(from, end()),
        to: Math.min(to, end()),
        severity: "error" as const,
        message,
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo: (offset) => {
      const at = Math.min(offset, end());
      view.dispatch({
        selection: EditorSelection.cursor(at),
        effects: EditorView.scrollIntoView(at, { y: "center" }),
      });
      view.focus();
    },
    undo: () => undo(view),
    redo: () => redo(view),
    keep: () => JSON.stringify(view.state.toJSON({ history: historyField })),
    destroy: () => {
      stay.disconnect();
      view.destroy();
    },
  };
}
