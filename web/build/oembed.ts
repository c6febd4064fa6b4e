// An oEmbed description (oembed.com) of the play page, so that programs which are handed its address can show it in a frame.
// Such a description must name whole addresses, and the site lies wherever somebody puts it: it is written only where the
// build is told where that is, FASTSLOW_SITE=https://HOST/PATH/.

import type { Plugin } from "vite";

import { COLUMN_PX } from "../src/board/sizes";

const FILE = "oembed.json";
const HEIGHT = 760;
/** What a frame leaves out, as in shell/links.ts. */
const QUERY = "?hide=header_new_arbitrator_decisions";

/** As text; rejects an address that is not whole. */
export function oembedOf(site: string): string {
  const address = new URL(site.endsWith("/") ? site : `${site}/`);
  if (!/^https?:$/.test(address.protocol)) throw new Error(`FASTSLOW_SITE is no address of a site: ${site}`);
  const title = "fast·slow";
  // An address that a URL wrote holds no quotes.
  const src = new URL(QUERY, address).href.replaceAll("&", "&amp;");
  const html = `<iframe src="${src}" title="${title}" width="100%" height="${HEIGHT}" style="border: 0" loading="lazy"></iframe>`;
  const told = {
    ...{ version: "1.0", type: "rich", title, provider_name: title, provider_url: address.href },
    ...{ width: COLUMN_PX, height: HEIGHT, html, cache_age: 86_400 },
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

export function oembed(site = process.env["FASTSLOW_SITE"] ?? ""): Plugin {
  return {
    name: "fastslow-oembed",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { path }) =>
        site !== "" && path === "/index.html"
          ? [
              {
                tag: "link",
                attrs: {
                  ...{ rel: "alternate", type: "application/json+oembed", title: "fast·slow" },
                  href: new URL(FILE, site.endsWith("/") ? site : `${site}/`).href,
                },
                injectTo: "head",
              },
            ]
          : [],
    },
    generateBundle() {
      if (site !== "") this.emitFile({ type: "asset", fileName: FILE, source: oembedOf(site) });
    },
  };
}
