// What the heads of all pages have in common: above all the security policy, which no page may go without.

import type { Plugin } from "vite";

const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");

const PLACE = "<!-- the head that all pages share: build/head.ts -->";

const HEAD = `<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>fast·slow</title>
    <link rel="icon" href="./favicon.svg" type="image/svg+xml" />
    <link rel="manifest" href="./manifest.webmanifest" />
    <link rel="stylesheet" href="./src/style/page.css" />`;

const NO_SCRIPT = `
    <noscript
      >Fastslow runs its network and its solver in your browser, which needs JavaScript. — 이 페이지는 신경망과 증명 프로그램을
      브라우저에서 돌리므로 JavaScript가 필요합니다.</noscript
    >`;

/** Before anything else sees a page, so that its links are followed like those it holds itself. */
export function commonHead(): Plugin {
  return {
    name: "fastslow-common-head",
    transformIndexHtml: {
      order: "pre",
      handler: (page, { path }) => {
        if (!page.includes(PLACE)) throw new Error(`${path} has no place for the head that all pages share`);
        return page.replace(PLACE, HEAD).replace("<body>", `$&${NO_SCRIPT}`);
      },
    },
  };
}
