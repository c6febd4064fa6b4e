import { resolve } from "node:path";
import { defineConfig } from "vite";

import { alone } from "./web/build/alone";
import { closedFrame } from "./web/build/closed_frame";
import { element } from "./web/build/element";
import { early } from "./web/build/early";
import { earlyTag } from "./web/build/early_tag";
import { buildFacts } from "./web/build/facts";
import { languages } from "./web/build/languages";
import { commonHead } from "./web/build/head";
import { serviceWorker } from "./web/build/offline";
import { oembed } from "./web/build/oembed";
import { measured } from "./web/build/measured";
import { packed, packedEnding } from "./web/build/packed";
import { declarationSchema } from "./web/build/schema";
import { solverLater } from "./web/build/solver_later";
import { thirdParty } from "./web/build/third_party";
import { versions } from "./web/build/versions";
import { wishes } from "./web/build/wishes";

const { seenInWorkers, notices } = thirdParty();
const readable = "assets/[name]-[hash].js";
const assetFileNames = ({ originalFileNames: files, names }: { originalFileNames: string[]; names: string[] }) => {
  const folder = files.some((file) => file.includes("models/")) ? "models/" : "";
  // Not every host knows that ".mjs" is a script, and browsers run none of another type.
  const ending = names.some((name) => name.endsWith(".mjs")) ? ".js" : `[extname]${packedEnding(names)}`;
  return `assets/${folder}[name]-[hash]${ending}`;
};

export default defineConfig({
  root: "web",
  base: "./", // any sub-path of any static host
  // A sentence of i18next's takes ten times as long, and a page of cells has thousands.
  resolve: { alias: { i18next: resolve(import.meta.dirname, "web/src/i18n/lean.ts") } },
  plugins: [
    commonHead(),
    early(),
    languages(),
    buildFacts(),
    measured(),
    wishes(),
    declarationSchema(),
    solverLater(),
    packed(),
    notices,
    closedFrame(),
    element(),
    earlyTag(),
    versions(),
    alone(),
    oembed(),
    serviceWorker(),
  ],
  build: {
    outDir: "../build/site",
    emptyOutDir: true,
    target: ["chrome123", "firefox120", "safari17.5"], // the first with light-dark() and all else that is used
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      input: ["index.html", "guide.html", "lab.html", "author.html", "embed.html", "studio.html", "lesson.html"].map(
        (page) => resolve(import.meta.dirname, "web", page),
      ),
      output: {
        entryFileNames: readable,
        chunkFileNames: readable,
        assetFileNames,
      },
    },
  },
  worker: {
    format: "es",
    plugins: () => [seenInWorkers, packed()],
    rolldownOptions: { output: { entryFileNames: readable, chunkFileNames: readable, assetFileNames } },
  },
  server: { fs: { allow: [".."] } },
});
