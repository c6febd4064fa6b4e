// The npm package `fastslow-solver`: the solver module alone, behind the typed API of web/src/solving. Written to
// build/package/fastslow-solver; `npm pack` there makes the file to publish. It needs the modules, not the site.
// Usage: npx tsx web/tools/pack_solver.ts

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "vite";

import { solverNotices } from "../build/third_party";
import { repositoryPath, SHIPPED } from "./node_transports";

export const SOLVER_PACKAGE = repositoryPath("build/package/fastslow-solver");

const read = (file: string) => readFileSync(repositoryPath(file), "utf8");

/** The sentences that this package can say, of the page's English ones. */
const SAID =
  /^error\.(custom\.(?!border|label|wall|shape|color|symbols|boxes|diagonals|no_pair)|solver\.|request\.|load\.(network|status|module|unsupported))/;

export function solverWords(): Record<string, string> {
  const all = JSON.parse(read("web/i18n/en.json")) as Record<string, string>;
  return Object.fromEntries(Object.entries(all).filter(([key]) => SAID.test(key)));
}

/** What the sources call virtual. */
export function solverParts(): Plugin {
  return {
    name: "fastslow-solver-parts",
    enforce: "pre",
    resolveId(id) {
      if (id === "virtual:solver-words") return `\0${id}`;
      if (id === "virtual:solver-loader") return SHIPPED.solver.loader;
      return undefined;
    },
    load: (id) => (id === "\0virtual:solver-words" ? `export default ${JSON.stringify(solverWords())};` : undefined),
    // Emscripten's loader would look for the file itself; it is given the compiled module.
    transform: (code, id) =>
      id === SHIPPED.solver.loader
        ? code.replace(/new URL\("[^"]+\.wasm",\s*import\.meta\.url\)/g, '{href:""}')
        : undefined,
    // Vite marks addresses as its own to tell; here the bundler of whoever uses the package shall see the file.
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "chunk") file.code = file.code.replace(/(["'`])\1\s*\+\s*(?=import\.meta\.url)/g, "");
    },
  };
}

function types(): string {
  return `${read("web/src/solving/contract.ts")}
/** What goes wrong: \`message\` is a sentence that says what and where. */
export declare class SolverError extends Error {
  /** What it is, for programs: "error.custom.kind", "error.load.status" … */
  readonly key: string;
  /** What the sentence speaks of; \`path\` is the place in the declaration. */
  readonly args: Record<string, string>;
}

/** Loads the module: 2 MB, once for each call. Rejects with a SolverError. */
export declare function loadSolver(loading?: Loading): Promise<Solver>;
`;
}

function packageFile() {
  const { version, license } = JSON.parse(read("package.json")) as Record<string, string>;
  return {
    name: "fastslow-solver",
    version,
    description:
      "Z3 for finite puzzles in 2 MB of WebAssembly without threads: declare, check under assumptions, ask why not",
    license,
    type: "module",
    exports: {
      ".": { types: "./fastslow-solver.d.ts", default: "./fastslow-solver.js" },
      "./fastslow-solver.wasm": "./fastslow-solver.wasm",
      "./package.json": "./package.json",
    },
    types: "./fastslow-solver.d.ts",
    sideEffects: false,
    engines: { node: ">=20" },
  };
}

export async function writeSolverPackage(): Promise<void> {
  rmSync(SOLVER_PACKAGE, { recursive: true, force: true });
  mkdirSync(SOLVER_PACKAGE, { recursive: true });
  await build({
    ...{ configFile: false, root: repositoryPath("web"), base: "./", publicDir: false, logLevel: "error" },
    plugins: [solverParts()],
    build: {
      ...{ outDir: SOLVER_PACKAGE, emptyOutDir: false, modulePreload: false, minify: false },
      target: ["chrome123", "firefox120", "safari17.5"],
      rolldownOptions: {
        input: { "fastslow-solver": repositoryPath("web/src/solving/main.ts") },
        preserveEntrySignatures: "strict",
        external: /^node:/,
        output: { entryFileNames: "[name].js", codeSplitting: false },
      },
    },
  });
  cpSync(SHIPPED.solver.wasm, path.join(SOLVER_PACKAGE, "fastslow-solver.wasm"));
  cpSync(repositoryPath("web/solver_package"), SOLVER_PACKAGE, { recursive: true });
  cpSync(repositoryPath("LICENSE"), path.join(SOLVER_PACKAGE, "LICENSE"));
  const write = (name: string, content: string) => writeFileSync(path.join(SOLVER_PACKAGE, name), content);
  write("package.json", `${JSON.stringify(packageFile(), null, 2)}\n`);
  write("fastslow-solver.d.ts", types());
  write("notices.txt", solverNotices());
}

if (process.argv[1]?.endsWith("pack_solver.ts")) {
  writeSolverPackage().then(
    () => console.log(SOLVER_PACKAGE),
    (thrown: unknown) => {
      console.error(thrown);
      process.exitCode = 1;
    },
  );
}
