import { resolve } from "node:path";
import { defineConfig } from "vite";

import { buildFacts } from "./web/build/facts";
import { commonHead } from "./web/build/head";
import { serviceWorker } from "./web/build/offline";
import { declarationSchema } from "./web/build/schema";
import { solverLater } from "./web/build/solver_later";
import { thirdParty } from "./web/build/third_party";

const { seenInWorkers, notices } = thirdParty();
const readable = "assets/[name]-[hash].js";

export default defineConfig({
  root: "web",
  base: "./", // any sub-path of any static host
  plugins: [commonHead(), buildFacts(), declarationSchema(), solverLater(), notices, serviceWorker()],
  build: {
    outDir: "../build/site",
    emptyOutDir: true,
    target: ["chrome123", "firefox120", "safari17.5"], // the first with light-dark() and all else that is used
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      input: ["index.html", "author.html"].map((page) => resolve(import.meta.dirname, "web", page)),
      output: {
        entryFileNames: readable,
        chunkFileNames: readable,
        assetFileNames: ({ originalFileNames }) =>
          originalFileNames.some((file) => file.includes("models/"))
            ? "assets/models/[name]-[hash][extname]"
            : "assets/[name]-[hash][extname]",
      },
    },
  },
  worker: {
    format: "es",
    plugins: () => [seenInWorkers],
    rolldownOptions: { output: { entryFileNames: readable, chunkFileNames: readable } },
  },
  server: { fs: { allow: [".."] } },
});
