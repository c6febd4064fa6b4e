// The languages as the built site has them (i18n/languages.ts): of each room a script for every language, fetched when somebody
// reads it, cut out of the language's own file.

import type { Plugin } from "vite";

import { filesOf, LANGUAGES, NAMES, ROOMS, wordsIn } from "../i18n/languages";

const ALL = "\0fastslow-languages";
/** And then the room, and the language, which is what the script is called by. */
const ONE = "virtual:words/";

const literal = (value: unknown): string => JSON.stringify(value);
const object = (fields: (readonly [string, string])[]): string =>
  `{ ${fields.map(([name, value]) => `${literal(name)}: ${value}`).join(", ")} }`;
const inEach = (made: (tag: string) => string): string => object(LANGUAGES.map((tag) => [tag, made(tag)]));
const fetched = (room: string): string => inEach((tag) => `() => import(${literal(`${ONE}${room}/${tag}`)})`);

/** The same names as in i18n/languages.ts. Each stands alone, so that a script holds only what it asks for. */
function everything(): string {
  const [own, grouped] = [ROOMS.filter((room) => !room.includes("/")), ROOMS.filter((room) => room.includes("/"))];
  const exhibits = grouped.map((room) => [room.slice(room.indexOf("/") + 1), fetched(room)] as const);
  return [
    `export const LANGUAGES = ${literal(LANGUAGES)};`,
    `export const NAMES = ${literal(NAMES)};`,
    ...own.map((room) => `export const ${room} = ${fetched(room)};`),
    ...own.map((room) => `export const ${room}Words = ${inEach((tag) => literal(wordsIn(room, tag)))};`),
    `export const exhibits = ${object(exhibits)};`,
  ].join("\n");
}

export function languages(): Plugin {
  return {
    name: "fastslow-languages",
    enforce: "pre",
    resolveId: (id) => {
      if (/\/i18n\/languages$/.test(id)) return ALL;
      return id.startsWith(ONE) ? `\0${id}` : undefined;
    },
    load(id) {
      if (id === ALL) return everything();
      if (!id.startsWith(`\0${ONE}`)) return undefined;
      const place = id.slice(ONE.length + 1);
      const [room, tag] = [place.slice(0, place.lastIndexOf("/")), place.slice(place.lastIndexOf("/") + 1)];
      for (const file of filesOf(room, tag)) this.addWatchFile(file);
      return `export default ${literal(wordsIn(room, tag))};`;
    },
  };
}
