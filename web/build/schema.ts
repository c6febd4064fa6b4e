// The schema of authors' puzzles: compiled while the page is built, because the page's security policy allows no
// code made from text at run time; and published beside the page, for other editors.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Plugin } from "vite";

import { repositoryPath } from "../tools/node_transports";

const ID = "virtual:declaration-schema";
const PUBLISHED = ["puzzle.schema.json", "pack.schema.json"];

const read = (file: string) => readFileSync(repositoryPath(`puzzles/${file}`), "utf8");

/** A module that exports `validate`, and the schema itself for completions. */
export function declarationModule(): string {
  const schema = JSON.parse(read("puzzle.schema.json")) as { $id: string };
  const ajv = new Ajv2020({
    allErrors: true,
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addSchema(schema);
  const code = standalone(ajv, { validate: `${schema.$id}#/$defs/declaration` });
  return `${importsOf(code)}\nexport const schema = ${JSON.stringify(schema)};\n`;
}

/** Ajv asks for its helpers by `require`, which a module does not have. */
function importsOf(code: string): string {
  const helpers: string[] = [];
  const body = code.replace(/require\("(ajv\/dist\/runtime\/\w+)"\)\.default/g, (_, path: string) => {
    const name = `helper${helpers.length}`;
    helpers.push(`import ${name} from "virtual:${path}";`);
    return name;
  });
  if (body.includes("require(")) throw new Error("the compiled schema needs a helper that is not known here");
  return `${helpers.join("\n")}\n${body}`;
}

/** Ajv's helpers are CommonJS; the one that is needed is a line of its own. */
const HELPERS: Record<string, string> = {
  // Lengths are counted in characters, not in the halves that JavaScript counts.
  "virtual:ajv/dist/runtime/ucs2length": "export default (text) => [...text].length;",
};

export function declarationSchema(): Plugin {
  return {
    name: "fastslow-declaration-schema",
    resolveId: (id) => (id === ID || id in HELPERS ? `\0${id}` : undefined),
    load(id) {
      if (id in HELPERS || id.slice(1) in HELPERS) return HELPERS[id.slice(1)];
      if (id !== `\0${ID}`) return undefined;
      this.addWatchFile(repositoryPath("puzzles/puzzle.schema.json"));
      return declarationModule();
    },
    generateBundle() {
      for (const file of PUBLISHED) {
        this.emitFile({ type: "asset", fileName: `puzzles/${file}`, source: read(file) });
      }
    },
    configureServer(server) {
      for (const file of PUBLISHED) {
        server.middlewares.use(`/puzzles/${file}`, (_request, response) => {
          response.setHeader("content-type", "application/json").end(read(file));
        });
      }
    },
  };
}
