// Serves a built site under a sub-path, without any header that a plain static host would not send.

import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    site: string;
    patience: number;
  }
}

export const SITE = join(import.meta.dirname, "../../../build/site");
const SUB_PATH = "/some/where";

export interface SiteServer {
  address: string;
  /** Every path that was asked for, from the site's folder. */
  asked: string[];
  /** Puts another site in the place of the present one, as a host does. */
  replace(folder: string): void;
  close(): Promise<void>;
}

/** `headers`: what the host sends with every file. */
export async function serveSite(folder: string, headers: Record<string, string> = {}): Promise<SiteServer> {
  let files = sirv(folder);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404).end();
    if (!request.url?.startsWith(`${SUB_PATH}/`)) {
      missing();
      return;
    }
    request.url = request.url.slice(SUB_PATH.length);
    asked.push(request.url.split("?")[0]!);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${SUB_PATH}/`,
    asked,
    replace: (other) => (files = sirv(other)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(SITE, "index.html"))) throw new Error("build/site is empty; run ./dev build web first");
  const { address, close } = await serveSite(SITE);
  project.provide("site", address);
  return close;
}
