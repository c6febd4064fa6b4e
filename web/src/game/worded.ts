// Words that follow from a board, made once for each state of the game and each language.

import { derived } from "../board/derived";
import { language } from "../i18n/i18n";
import type { Board } from "../protocol/engine";

/** Remembers the last words. Without a board it answers `none`, always the same object. */
export function worded<Inputs extends readonly unknown[], Words>(
  none: Words,
  make: (board: Board, ...inputs: Inputs) => Words,
): (board: Board | null, ...inputs: Inputs) => Words {
  const inLanguage = derived((_language: string, board: Board, ...inputs: Inputs) => make(board, ...inputs));
  return (board, ...inputs) => (board ? inLanguage(language(), board, ...inputs) : none);
}
