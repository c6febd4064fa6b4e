// A page's entry fetches the page's code only when its words are there. So that both come at once, the code is asked for
// as soon as the page is read.

import type { Plugin } from "vite";

export function early(): Plugin {
  return {
    name: "fastslow-early",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_page, { chunk: entry, bundle }) => {
        const pages = Object.values(bundle ?? {}).filter(
          (file) => file.type === "chunk" && /\/fs_(app|article|author|embed|studio|lesson)\.ts$/.test(file.facadeModuleId ?? ""),
        );
        const code = pages.filter((file) => entry?.dynamicImports.includes(file.fileName));
        if (code.length !== 1) throw new Error(`${entry?.fileName ?? "a page"} has no code of its own to fetch`);
        const files = code.flatMap((file) => (file.type === "chunk" ? [file.fileName, ...file.imports] : []));
        const known = new Set([entry?.fileName, ...(entry?.imports ?? [])]);
        return files
          .filter((file) => !known.has(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `./${file}` },
            injectTo: "head" as const,
          }));
      },
    },
  };
}
