// Which languages there are, and which of their words each part of the site needs. A language is a file beside this one, called
// by its tag (`ko.json`), which says in `language.own` what it calls itself: adding the file adds the language. Which words belong
// to which room the English catalogues say, one in each room's folder; another language has all of its words in its one file,
// or those of a room apart, as English has them. What it does not say is said in English.
//
// This is how Node reads them. The site is built with the same, cut into a script for each room and language
// (web/build/languages.ts).

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type Words = Record<string, string>;

/** How a room's words are fetched, by language. */
export type Files = Record<string, () => Promise<{ default: Words }>>;

const FIRST = "en";
const TAG = /^([a-z]{2,3})\.json$/;
const HERE = import.meta.dirname;

/** Whoever builds a site may have a folder with more languages. */
const MORE = process.env["FASTSLOW_LANGUAGES"];

const FOLDERS = [HERE, ...(MORE ? [path.resolve(MORE)] : [])];

/** The words that all pages share are of no room. */
const folderOf = (room: string): string => (room === "page" ? "" : room);

const all = FOLDERS.flatMap((folder) => readdirSync(folder)).flatMap((file) => TAG.exec(file)?.[1] ?? []);

export const LANGUAGES: readonly string[] = [FIRST, ...new Set(all.sort().filter((tag) => tag !== FIRST))];

export const ROOMS: readonly string[] = readdirSync(HERE, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === `${FIRST}.json`)
  .map((file) => path.dirname(file).replaceAll(path.sep, "/"))
  .map((folder) => (folder === "." ? "page" : folder))
  .sort();

/** Where a room's words in a language may stand; later files have the last word. */
export const filesOf = (room: string, tag: string): string[] =>
  FOLDERS.flatMap((folder) => [
    path.join(folder, `${tag}.json`),
    path.join(folder, folderOf(room), `${tag}.json`),
  ]).filter((file, at, among) => existsSync(file) && among.indexOf(file) === at);

const read = (files: readonly string[]): Words =>
  Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, "utf8")) as Words)) as Words;

/** What English says in this room, as the language says it. Its plurals may have forms that English does without. */
export function translated(english: Words, own: Words, tag: string): Words {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const said: Words = {};
  for (const [key, sentence] of Object.entries(english)) {
    said[key] = own[key] ?? sentence;
    if (!key.endsWith("_other")) continue;
    const stem = key.slice(0, -"other".length);
    for (const form of pluralCategories) said[stem + form] = own[stem + form] ?? said[stem + form] ?? said[key]!;
  }
  return said;
}

export function wordsIn(room: string, tag: string): Words {
  const english = read([path.join(HERE, folderOf(room), `${FIRST}.json`)]);
  return tag === FIRST ? english : translated(english, read(filesOf(room, tag)), tag);
}

const inEach = <T>(made: (tag: string) => T): Record<string, T> =>
  Object.fromEntries(LANGUAGES.map((tag) => [tag, made(tag)]));

/** What each language calls itself. */
export const NAMES: Record<string, string> = inEach((tag) => wordsIn("page", tag)["language.own"] ?? tag);

const ofRoom = (room: string): Files => inEach((tag) => () => Promise.resolve({ default: wordsIn(room, tag) }));

export const page = ofRoom("page");
export const embed = ofRoom("embed");
export const guide = ofRoom("guide");
export const lab = ofRoom("lab");
export const studio = ofRoom("studio");

const EXHIBITS = "exhibits/";

export const exhibits: Record<string, Files> = Object.fromEntries(
  ROOMS.filter((room) => room.startsWith(EXHIBITS)).map((room) => [room.slice(EXHIBITS.length), ofRoom(room)]),
);

/** Of rooms whose words come with their script, as nothing else is fetched. */
export const pageWords = inEach((tag) => wordsIn("page", tag));
export const studioWords = inEach((tag) => wordsIn("studio", tag));
export const questionWords = inEach((tag) => wordsIn("question", tag));
