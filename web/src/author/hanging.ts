// Long lines go on below their own beginning, not at the margin.

import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";

const DEEPEST = 16;
/** A line that goes on is set in by this much more than it begins. */
const MORE = 2;

const classes = Array.from({ length: DEEPEST + 1 }, (_, depth) => Decoration.line({ class: `cm-hang-${depth}` }));

const theme = EditorView.theme(
  Object.fromEntries(
    classes.map((_, depth) => [
      `.cm-line.cm-hang-${depth}`,
      { paddingLeft: `calc(6px + ${depth + MORE}ch)`, textIndent: `-${depth + MORE}ch` },
    ]),
  ),
);

function hang(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const depth = Math.min(/^ */.exec(line.text)![0].length, DEEPEST);
      builder.add(line.from, line.from, classes[depth]!);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = hang(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = hang(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

export const hangingIndent = [plugin, theme];
