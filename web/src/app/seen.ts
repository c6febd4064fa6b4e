// When a page is worth its workers: a page may hold ten frames of this one, and a browser twenty tabs.

/** In a frame, there may be many of this page at once. */
export const isFramed = (): boolean => window.parent !== window;

/** Resolves as soon as the page can be seen: its tab is in front, and the frame that it is in, if it is, is in sight. */
export async function seen(page: Element): Promise<void> {
  while (document.visibilityState === "hidden") await heard(document, "visibilitychange");
  if (isFramed()) await inSight(page);
}

function inSight(page: Element): Promise<void> {
  return new Promise((resolve) => {
    // Of the window of all, however deep the frame lies; a little ahead of whoever scrolls.
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: "200px" },
    );
    observer.observe(page);
  });
}

/** Resolves when the visitor first turns to the page. */
export async function touched(): Promise<void> {
  const quit = new AbortController();
  await Promise.race(["pointerdown", "keydown", "focusin"].map((type) => heard(window, type, quit.signal)));
  quit.abort();
}

function heard(target: EventTarget, type: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    target.addEventListener(type, () => resolve(), { once: true, passive: true, ...(signal && { signal }) });
  });
}

/** Where several frames of one site are open, what is heavy is done in one of them after the other. */
export async function inTurn(work: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return await work();
  let begun = false;
  const once = async (): Promise<void> => {
    begun = true;
    await work();
  };
  // Refused to a frame without an origin of its own.
  await locks.request("fastslow.loading", once).catch(() => (begun ? undefined : work()));
}
