// What a lesson in one file is put together from (alone.ts), and what each is.

export const PARTS = {
  page: "text/javascript",
  worker: "text/javascript",
  engine: "application/wasm",
  solver: "application/wasm",
  runtime: "application/wasm",
  model: "application/octet-stream",
  card: "application/json",
} as const;
export type PartName = keyof typeof PARTS;

/** Where they lie on the site, and how large the file will be: written while the site is built (build/alone.ts). */
export interface AloneFiles {
  files: Record<PartName, string>;
  bytes: number;
}

export const LIST = "alone.json";
/** The setup, in the file. */
export const SETUP_ID = "lesson-setup";
