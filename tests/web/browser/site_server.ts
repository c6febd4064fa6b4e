// Serves the built site under a sub-path, without any header that a plain static host would not send.

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

const SITE = join(import.meta.dirname, "../../../build/site");
const SUB_PATH = "/some/where";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(SITE, "index.html"))) throw new Error("build/site is empty; run ./dev build web first");
  const files = sirv(SITE);
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404).end();
    if (!request.url?.startsWith(`${SUB_PATH}/`)) {
      missing();
      return;
    }
    request.url = request.url.slice(SUB_PATH.length);
    files(request, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  project.provide("site", `http://127.0.0.1:${(server.address() as AddressInfo).port}${SUB_PATH}/`);
  return () => new Promise((resolve) => server.close(() => resolve()));
}
