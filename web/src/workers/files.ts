// Reading files with progress, in a worker. The Node counterpart is web/tools/node_transports.ts.

import { detailOf, failWith } from "../protocol/problems";
import type { ReportProgress } from "./service";

/** How a service reaches its files. */
export interface Files {
  read(address: string, report: ReportProgress): Promise<Uint8Array<ArrayBuffer>>;
  /** Imports an ES module and returns its default export. */
  importDefault(address: string): Promise<unknown>;
}

export const fetchedFiles: Files = {
  async read(address, report) {
    const response = await request(address);
    const total = sizeOf(response);
    if (response.body === null) return new Uint8Array(await response.arrayBuffer());
    return await readAll(response.body, total, address, report);
  },

  async importDefault(address) {
    try {
      const loaded = (await import(/* @vite-ignore */ address)) as { default?: unknown };
      return loaded.default;
    } catch (thrown) {
      // The browser does not say why an import failed; asking for the file does.
      await request(address);
      throw failWith("error.load.module", { file: fileName(address), detail: detailOf(thrown) });
    }
  },
};

/** The last part of an address, for sentences. */
export function fileName(address: string): string {
  return address.split(/[?#]/)[0]?.split(/[\\/]/).pop() ?? address;
}

async function request(address: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw failWith("error.load.network", { file: fileName(address) });
  }
  if (!response.ok) {
    throw failWith("error.load.status", { file: fileName(address), status: String(response.status) });
  }
  return response;
}

/** Bytes to come, or 0 if unknown: the length of a compressed transfer says nothing of what is read. */
function sizeOf(response: Response): number {
  if (response.headers.has("content-encoding")) return 0;
  const length = Number(response.headers.get("content-length"));
  return Number.isSafeInteger(length) && length > 0 ? length : 0;
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  total: number,
  address: string,
  report: ReportProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      loaded += value.length;
      report({ loaded, total });
    }
  } catch {
    throw failWith("error.load.network", { file: fileName(address) });
  }
  return joined(chunks, loaded);
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
