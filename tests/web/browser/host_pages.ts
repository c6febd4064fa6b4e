// Pages of other people, on an origin of their own, with a strict policy: what they hold is up to the test.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface HostPages {
  origin: string;
  /** What the page holds, and its policy. */
  body: string;
  policy: string;
  close(): Promise<void>;
}

export async function hostPages(): Promise<HostPages> {
  const server = createServer((request, response) => {
    if (!/^\/(\?|$)/.test(request.url ?? "")) return void response.writeHead(404).end();
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A lesson</title><body>${pages.body}</body></html>`;
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (pages.policy !== "") response.setHeader("content-security-policy", pages.policy);
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const pages: HostPages = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    body: "",
    policy: "",
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return pages;
}
