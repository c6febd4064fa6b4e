// A lesson as one HTML file that works from disk: the lesson's page with everything it would load. Put together in the author's
// browser, from files of the site.

import palette from "../style/colours.css?inline";
import { escaped } from "../shell/frame_text";
import { LIST, SETUP_ID, type AloneFiles, type PartName } from "./alone_parts";
import { writeFile, type Setup } from "./setup";

const STYLE = `${palette}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 400 15px/1.5 var(--font); }
:lang(ko) { word-break: keep-all; overflow-wrap: anywhere; }
noscript { display: block; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }`;

/** The page's script comes out of the page, too. */
const START = `const text = document.getElementById("part-page").textContent;
const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const script = document.createElement("script");
script.src = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
document.head.append(script);`;

/** Null without a network. */
export async function aloneFiles(site: string): Promise<AloneFiles | null> {
  try {
    const response = await fetch(site + LIST);
    return response.ok ? ((await response.json()) as AloneFiles) : null;
  } catch {
    return null;
  }
}

async function base64(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Nothing in a setup ends the element that it stands in. */
const inScript = (json: string): string => json.replace(/</g, "\\u003c");

/** `pictured`: what is seen without JavaScript. Rejects where a part cannot be fetched. */
export async function aloneFile(
  site: string,
  { files }: AloneFiles,
  setup: Setup,
  { title, lang, without }: { title: string; lang: string; without: string },
): Promise<Blob> {
  const names = Object.keys(files) as PartName[];
  const parts = await Promise.all(
    names.map(
      async (name) => `<script type="text/plain" id="part-${name}">${await base64(site + files[name])}</script>`,
    ),
  );
  const page = `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<noscript>${escaped(without)}</noscript>
<fs-lesson></fs-lesson>
<script type="application/json" id="${SETUP_ID}">${inScript(writeFile(setup))}</script>
${parts.join("\n")}
<script>${START}</script>
</body>
</html>
`;
  return new Blob([page], { type: "text/html" });
}

/** What a file carries; undefined where the page is the site's. */
export const carriedSetup = (): string | undefined => document.getElementById(SETUP_ID)?.textContent ?? undefined;
