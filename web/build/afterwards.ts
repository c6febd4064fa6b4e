// Part of the site's build: what is made once the site lies there, one after the other in the order of the plugins.

import type { Plugin, ResolvedConfig } from "vite";

/** `site`: the folder that was written. */
export function afterwards(name: string, make: (site: string, config: ResolvedConfig) => void | Promise<void>): Plugin {
  let config: ResolvedConfig;
  return {
    name,
    apply: "build",
    configResolved: (resolved) => void (config = resolved),
    writeBundle: { sequential: true, handler: ({ dir: site }) => make(site!, config) },
  };
}
