// What the author view says in the reader's language: of mistakes, of earlier drafts, and of two solutions. Pure apart
// from the language in use.

import { cellName } from "../game/texts";
import { language, t } from "../i18n/i18n";
import { problemText, saidOf } from "../i18n/sentences";
import { titleOf, type Draft } from "../places/drafts";
import type { Board } from "../protocol/engine";
import type { Finding } from "./declaration";
import type { Difference } from "./solutions";

/** The engine's sentences begin with the path, which the line number says better. */
export function findingText({ problem, again }: Finding): string {
  const text = problemText(problem);
  const path = `${problem.args.path ?? ""}: `;
  const said =
    path.length > 2 && text.startsWith(path)
      ? text.slice(path.length).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
      : text;
  return again ? t("author.again", { said, count: again }) : said;
}

/** What an earlier draft is called, and when it was written. */
export function draftText({ at, text }: Draft): string {
  const when = new Date(at).toLocaleString(language(), {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  return t("author.draft", { title: titleOf(text) || t("author.untitled"), when });
}

/** Where two solutions differ first; empty if there are no two. */
export function differenceText(board: Board | null, [first]: readonly Difference[]): string {
  if (!board || !first) return "";
  const [one, other] = first.values.map((value) => saidOf(board, value));
  return t("author.check.differ", { cell: cellName(board, first.variable), one: one!, other: other! });
}
