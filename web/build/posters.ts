// The posters of <fast-slow> (src/element): the first puzzle of each kind as the engine itself opens it, made while the
// element is built; and the words that boards and buttons need before all others.

import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

import { drawnColumns } from "../src/board/row_words";
import { wordsIn } from "../i18n/languages";
import { hold, LANGUAGES, type Words } from "../src/i18n/catalogues";
import { setLanguage } from "../src/i18n/i18n";
import { Host } from "../src/host/host";
import { tellingSample } from "../src/places/telling";
import { nodeTransports, repositoryPath } from "../tools/node_transports";
import { packedFamilies, readPack } from "../tools/pack_file";

const ALL = "virtual:posters";
const ONE = "virtual:poster/";
const WORDS = "virtual:poster-words";

const catalogue = (language: string): Words => wordsIn("page", language);

/** What every board, the switch of systems and the controls say, an author's goal, and what the element says itself. */
const NEEDED =
  /^(element|goal|family|size|mode|controls|speed|cell\.at|clue|label|origin|number|board|notes|reason|load\.failed\.page)\b/;

/** What a board names is said with it: its things, its clues. */
function ownWords(board: string, language: string): Words {
  const words = catalogue(language);
  const named = [...board.matchAll(/"([a-z]+\.[\w.]+)"/g)].map(([, key]) => key!);
  const own = Object.keys(words).filter((key) => named.some((name) => key === name || key.startsWith(`${name}.`)));
  return Object.fromEntries(own.filter((key) => !NEEDED.test(key)).map((key) => [key, words[key]!]));
}

function posterWords(): string {
  const words = LANGUAGES.map((language) => {
    const needed = Object.entries(catalogue(language)).filter(([key]) => NEEDED.test(key));
    return [language, Object.fromEntries(needed)] as const;
  });
  return `export const words = ${JSON.stringify(Object.fromEntries(words))};\n`;
}

function firstOf(family: string): { family: string; text: string } {
  if (family === "sudoku")
    return JSON.parse(readFileSync(repositoryPath("puzzles/first/sudoku.json"), "utf8")) as ReturnType<typeof firstOf>;
  const { puzzles } = readPack(family);
  return { family, text: tellingSample(puzzles)!.text };
}

async function made() {
  const host = new Host(nodeTransports());
  const posters = new Map<string, { text: string; columns: Record<string, number>; rows: number; counters: number; poster: string }>();
  for (const language of LANGUAGES) hold(language, catalogue(language));
  for (const family of packedFamilies()) {
    const { text } = firstOf(family);
    const { board, view } = await host.open({ family, text });
    const columns: Record<string, number> = {};
    for (const language of LANGUAGES) {
      setLanguage(language);
      columns[language] = drawnColumns(board);
    }
    posters.set(family, { text, columns, rows: board.rows, counters: board.counters.length, poster: JSON.stringify({ board, cells: view.cells }) });
  }
  host.close();
  return posters;
}

function posterModule(poster: string): string {
  const words = Object.fromEntries(LANGUAGES.map((language) => [language, ownWords(poster, language)]));
  return `export const poster = JSON.parse(${JSON.stringify(poster)});\nexport const words = ${JSON.stringify(words)};\n`;
}

export function posters(): Plugin {
  let all: ReturnType<typeof made> | undefined;
  const known = () => (all ??= made());
  return {
    name: "fastslow-posters",
    resolveId: (id) => (id === ALL || id === WORDS || id.startsWith(ONE) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${WORDS}`) return posterWords();
      if (id.startsWith(`\0${ONE}`))
        return posterModule((await known()).get(id.slice(ONE.length + 1))!.poster);
      if (id !== `\0${ALL}`) return undefined;
      const lines = [...(await known())].map(
        ([family, { text, columns, rows, counters }]) =>
          `${JSON.stringify(family)}: { text: ${JSON.stringify(text)}, columns: ${JSON.stringify(columns)}, ` +
          `rows: ${rows}, counters: ${counters}, load: () => import("${ONE}${family}") }`,
      );
      return `export const posters = { ${lines.join(",\n")} };\n`;
    },
  };
}
