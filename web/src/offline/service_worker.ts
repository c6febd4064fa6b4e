// Keeps the whole site for visits without a network. Two rules make it safe:
// - Pages are asked of the network first, so a new version shows at once. They name all other files by their hash, and
//   such a file never changes: it is taken from what is kept, if it is there.
// - A newer worker fetches its files beside the old ones, and those go only when the last visit that may need them has
//   ended: a worker waits for that by itself.

import { clientsClaim } from "workbox-core";
import { PrecacheFallbackPlugin, addPlugins, addRoute, getCacheKeyForURL, precache } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { NetworkOnly } from "workbox-strategies";
import { files, pages } from "virtual:site-files";

/** The part of ServiceWorkerGlobalScope that is used; the DOM's types do not contain it. */
interface WorkerScope {
  clients: { matchAll(which: { type: "window"; includeUncontrolled: boolean }): Promise<unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: "message",
    listener: (event: { data: unknown; waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}

/** After this, a page that the network has not begun to send is taken from what is kept. */
const PATIENCE_SECONDS = 3;

/** The addresses of a page: hosts leave out "index.html", and some of them ".html". */
function addresses(page: string): string[] {
  const here = new URL(page, location.href).pathname;
  return [here, here.replace(/\.html$/, ""), here.replace(/\/index\.html$/, "/")];
}

for (const page of pages) {
  const known = addresses(page);
  registerRoute(
    ({ request, url, sameOrigin }) => request.mode === "navigate" && sameOrigin && known.includes(url.pathname),
    new NetworkOnly({
      networkTimeoutSeconds: PATIENCE_SECONDS,
      plugins: [
        // The browser's own cache may hold an older page, whose files are gone.
        {
          requestWillFetch: ({ request }) =>
            Promise.resolve(new Request(request.url, { cache: "no-cache", redirect: "manual" })),
        },
        new PrecacheFallbackPlugin({ fallbackURL: page }),
      ],
    }),
  );
}

// What the page itself has fetched a moment ago is in the browser's cache; that it may be out of date there means
// nothing for a file with a hash in its name. (The others come with cache mode "reload".)
addPlugins([
  {
    requestWillFetch: ({ request }) =>
      Promise.resolve(request.cache === "default" ? new Request(request, { cache: "force-cache" }) : request),
  },
]);
precache(files);
addRoute();

// The first visit, too, may lose its network half-way.
clientsClaim();

// A page that was loaded before its worker need not end first: nobody else is there, and all that it names is kept here.
const scope = globalThis as unknown as WorkerScope;
scope.addEventListener("message", (event) => event.waitUntil(takeOver(String(event.data))));

async function takeOver(script: string): Promise<void> {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length === 1 && getCacheKeyForURL(script) !== undefined) await scope.skipWaiting();
}
