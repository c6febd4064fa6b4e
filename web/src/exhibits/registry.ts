// The exhibits that are more than a game on a board: each has a folder here, words of its own (web/i18n/exhibits), and is
// loaded when a reader comes near. One engine, one solver and one runtime for networks serve them all (host).

import { html, type TemplateResult } from "lit";

import type { Host } from "../host/host";
import { exhibits } from "../../i18n/languages";
import type { Files } from "../i18n/catalogues";

/** What an exhibit is given. */
export interface Given {
  host: Host;
  /** The game of the host is this exhibit's; otherwise it belongs to another, and only `host.run` may be used. */
  live: boolean;
}

export interface OwnExhibit {
  words: Files;
  /** Defines the element. */
  load(): Promise<unknown>;
  render(given: Given): TemplateResult;
}

const wordsOf = (name: string): Files => exhibits[name]!;

/** By the id of the exhibit in the guide (guide/sections.ts). */
export const EXHIBITS: Readonly<Record<string, OwnExhibit>> = {
  tricks: {
    words: wordsOf("tricks"),
    load: () => import("./tricks/fs_tricks"),
    render: ({ host, live }) => html`<fs-tricks .host=${host} ?live=${live}></fs-tricks>`,
  },
  road: {
    words: wordsOf("road"),
    load: () => import("./road/fs_road"),
    render: ({ host, live }) => html`<fs-road .host=${host} ?live=${live}></fs-road>`,
  },
  sizes: {
    words: wordsOf("sizes"),
    load: () => import("./sizes/fs_sizes"),
    render: ({ host, live }) => html`<fs-sizes .host=${host} .live=${live}></fs-sizes>`,
  },
  practice: {
    words: wordsOf("practice"),
    load: () => import("./practice/fs_practice"),
    render: ({ host, live }) => html`<fs-practice .host=${host} .live=${live}></fs-practice>`,
  },
  wishes: {
    words: wordsOf("wishes"),
    load: () => import("./wishes/fs_wishes"),
    render: ({ host, live }) => html`<fs-wishes .host=${host} .live=${live}></fs-wishes>`,
  },
  vehicle: {
    words: wordsOf("vehicle"),
    load: () => import("./vehicle/fs_vehicle"),
    render: ({ host, live }) => html`<fs-vehicle .host=${host} ?live=${live}></fs-vehicle>`,
  },
  objects: {
    words: wordsOf("objects"),
    load: () => import("./objects/fs_objects"),
    render: ({ host }) => html`<fs-objects .host=${host}></fs-objects>`,
  },
};
