/** Made while the page is built, see web/build/facts.ts. */
declare module "virtual:build-facts" {
  /** The first puzzle, as the engine itself opened it. */
  export const starter: { board: import("./protocol").Board; view: import("./protocol").View };
  /** Sizes before transport compression, for the progress bars. */
  export const bytes: { engine: number; solver: number; policy: number };
}
