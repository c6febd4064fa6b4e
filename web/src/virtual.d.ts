/** Made while the page is built, see web/build/facts.ts. */
declare module "virtual:build-facts" {
  /** As package.json names it. */
  export const version: string;
  /** The version, and what the engine, the solver and the network are: the same only where all of them are. */
  export const build: string;
  /** Hash of System 1's network, as its card has it. */
  export const network: string;
  /** The first puzzle, as the engine itself opened it. */
  export const starter: { board: import("./protocol/engine").Board; view: import("./protocol/engine").View };
  /** What the engine decides by, unless it is told otherwise. */
  export const defaults: Pick<import("./protocol/engine").Config, "threshold" | "looks" | "sleep">;
  /** Sizes before transport compression, for the progress bars. */
  export const bytes: { engine: number; solver: number; policy: number };
}

/** What was measured, see web/build/measured.ts. Shares are 0..1. */
declare module "virtual:measured" {
  /** `alone`: puzzles finished without System 2; `asked`: moves for which the pair asked System 2. */
  export const sizes: {
    command: string;
    test: number;
    training: number;
    seconds: number;
    rows: { model: string; parameters: number; alone: number; solved: number; asked: number }[];
  };
  /** The networks of the exhibit "sizes": `kind` "none" has learned nothing; `puzzles`: how many it was trained on.
   *  Guessing among legal values only, and among all. */
  export const live: {
    command: string;
    test: number;
    seconds: number;
    threshold: number;
    rows: { kind: string; puzzles: number; parameters: number; legal_values: Shares; all_values: Shares }[];
  };
  interface Shares {
    alone: number;
    asked: number;
  }
  /** Puzzles of the collections: played, finished by System 1 alone, ended wrong; questions of the pair to System 2. */
  export const packs: { family: string; puzzles: number; alone: number; wrong: number; asked: number }[];
  /** System 1: its parameters, the puzzles it learned from, and the minutes that took on one core. */
  export const network: { parameters: number; puzzles: number; minutes: number };
}

/** Mined from WordNet while the page is built, see web/build/wishes.ts. */
declare module "virtual:wishes" {
  export const data: import("./exhibits/wishes/data").WishData;
}

/** For frames without workers, see web/build/closed_frame.ts. */
declare module "virtual:embedded-engine" {
  /** Emscripten's. */
  export const loader: unknown;
  /** The engine's WebAssembly, packed with gzip, in base64. */
  export const packed: string;
}

/** Listed when the site is built, see web/build/offline.ts. */
declare module "virtual:site-files" {
  export const files: import("workbox-precaching").PrecacheEntry[];
  export const pages: string[];
}

/** Compiled while the page is built, see web/build/schema.ts. */
declare module "virtual:declaration-schema" {
  /** As Ajv tells it. */
  export interface SchemaError {
    instancePath: string;
    schemaPath: string;
    keyword: string;
    params: Record<string, unknown>;
  }
  export const validate: { (declaration: unknown): boolean; errors?: SchemaError[] | null };
  export const schema: { $defs: Record<string, Record<string, unknown>> };
}

/** The first puzzle of each kind as a poster, see web/build/posters.ts. */
declare module "virtual:posters" {
  /** By kind. `columns` as drawn in each language: words beside a board take room of their own. */
  export const posters: Record<
    string,
    | {
        text: string;
        columns: Record<string, number>;
        rows: number;
        counters: number;
        /** With the words that its board names. */
        load(): Promise<{
          poster: import("./element/poster").Poster;
          words: Record<string, Record<string, string>>;
        }>;
      }
    | undefined
  >;
}

/** The words of boards and buttons, by language. */
declare module "virtual:poster-words" {
  export const words: Record<string, Record<string, string>>;
}

declare module "virtual:alone-loaders" {
  export const engine: unknown;
  export const solver: unknown;
}

/** The sentences of the package `fastslow-solver`, see web/tools/pack_solver.ts. */
declare module "virtual:solver-words" {
  const words: Record<string, string>;
  export default words;
}

/** What Emscripten wrote beside fastslow-solver.wasm, see web/tools/pack_solver.ts. */
declare module "virtual:solver-loader" {
  const loader: unknown;
  export default loader;
}
