// Has the site kept for visits without a network, by the service worker beside the page.

import { idle } from "./idle";

/**
 * Call when everything that this visit needs at first is there: what it has fetched is not fetched again, and what it
 * has not comes after. Where service workers are refused (plain http, private windows), there is nothing to be said.
 */
export async function keepSite(): Promise<void> {
  if (!import.meta.env.PROD) return; // the developing server has no worker
  await idle();
  try {
    const registration = await navigator.serviceWorker.register("./service-worker.js");
    offerTo(registration.installing ?? registration.waiting);
    registration.addEventListener("updatefound", () => offerTo(registration.installing));
  } catch {
    // As before then: with the network only.
  }
}

/** Tells a newer worker which version this page is; it may take over at once if that is its own. */
function offerTo(worker: ServiceWorker | null): void {
  const script = document.querySelector<HTMLScriptElement>("script[type=module]")?.src;
  const tell = () => {
    if (worker?.state === "installed") worker.postMessage(script);
  };
  worker?.addEventListener("statechange", tell);
  tell();
}
