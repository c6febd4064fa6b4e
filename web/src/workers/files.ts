// Reading files with progress, in a worker. The Node counterpart is web/tools/node_transports.ts.
//
// Large files lie on the host packed with gzip (web/build/packed.ts), because a plain host would send them as they are. They
// are known by gzip's first two bytes and not by their name: some hosts unpack them on the way, and the developing server
// has them unpacked.

import { detailOf, failWith } from "../protocol/problems";
import type { ReportProgress } from "./service";

/** How a service reaches its files. */
export interface Files {
  read(address: string, report: ReportProgress): Promise<Uint8Array<ArrayBuffer>>;
  /** Compiles a WebAssembly file, while it arrives if that can be. */
  compile(address: string, report: ReportProgress): Promise<WebAssembly.Module>;
  /** Imports an ES module and returns its default export. */
  importDefault(address: string): Promise<unknown>;
}

/** A host that sends nothing for so long has been lost. */
export const STALL_MS = 30_000;

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

export const fetchedFiles: Files = {
  async read(address, report) {
    const { bytes, failure } = await opened(address, report);
    try {
      return new Uint8Array(await new Response(bytes).arrayBuffer());
    } catch (thrown) {
      throw failure() ?? damaged(address, detailOf(thrown));
    }
  },

  async compile(address, report) {
    if (typeof WebAssembly !== "object") throw failWith("error.load.unsupported", { feature: "WebAssembly" });
    const { bytes, failure } = await opened(address, report);
    try {
      // Of this type whatever the host calls it: a plain one may not know ".wasm".
      return await WebAssembly.compileStreaming(
        new Response(bytes, { headers: { "content-type": "application/wasm" } }),
      );
    } catch (thrown) {
      throw failure() ?? damaged(address, detailOf(thrown));
    }
  },

  async importDefault(address) {
    try {
      const loaded = (await import(/* @vite-ignore */ address)) as { default?: unknown };
      return loaded.default;
    } catch (thrown) {
      // The browser does not say why an import failed; asking for the file does.
      await request(address);
      throw damaged(address, detailOf(thrown));
    }
  },
};

/** The last part of an address, for sentences. */
export function fileName(address: string): string {
  return address.split(/[?#]/)[0]?.split(/[\\/]/).pop() ?? address;
}

export function damaged(address: string, detail: string): Error {
  return failWith("error.load.module", { file: fileName(address), detail });
}

/** What a file holds, unpacked. `failure`: what was wrong on the way, if anything was; whoever reads the stream is told less. */
async function opened(address: string, report: ReportProgress): Promise<{ bytes: Bytes; failure(): Error | null }> {
  const response = await request(address);
  let failed: Error | null = null;
  const fail = (error: Error): Error => (failed = error);
  const sent = received(response, address, fail);
  const { bytes, packed } = await unpacked(sent, () => fail(damaged(address, "its packing")));
  const total = packed ? 0 : sizeOf(response);
  let loaded = 0;
  const counted = bytes.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        loaded += chunk.length;
        report({ loaded, total, phase: "fetch" });
        controller.enqueue(chunk);
      },
      // Whoever compiles what comes has begun, and is about to end.
      flush: () => report({ loaded, total, phase: "compile" }),
    }),
  );
  return { bytes: counted, failure: () => failed };
}

async function request(address: string): Promise<Response> {
  const lost = failWith("error.load.network", { file: fileName(address) });
  const response = await inTime(address, fetch(address)).catch((thrown: unknown) => {
    throw thrown instanceof TypeError ? lost : thrown;
  });
  if (!response.ok) {
    throw failWith("error.load.status", { file: fileName(address), status: String(response.status) });
  }
  return response;
}

/** Rejects if the host is silent for too long. */
function inTime<T>(address: string, awaited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(failWith("error.load.silent", { file: fileName(address), seconds: String(STALL_MS / 1000) }));
    }, STALL_MS);
    awaited.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Bytes to come, or 0 if unknown: the length of a compressed transfer says nothing of what is read. */
function sizeOf(response: Response): number {
  if (response.headers.has("content-encoding")) return 0;
  const length = Number(response.headers.get("content-length"));
  return Number.isSafeInteger(length) && length > 0 ? length : 0;
}

/** The body, whose end before its time, or whose standing still, is named. */
function received(response: Response, address: string, fail: (error: Error) => Error): Bytes {
  const reader = response.body?.getReader();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (reader === undefined) {
        controller.close();
        return;
      }
      try {
        const { done, value } = await inTime(address, reader.read());
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (thrown) {
        const known = thrown instanceof Error && "problem" in thrown;
        controller.error(fail(known ? thrown : failWith("error.load.network", { file: fileName(address) })));
        void reader.cancel().catch(() => undefined);
      }
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}

/** `spoiled` tells what it means that the packing itself is damaged, cut short for example. */
async function unpacked(sent: Bytes, spoiled: () => Error): Promise<{ bytes: Bytes; packed: boolean }> {
  const reader = sent.getReader();
  const first: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  while (held < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(value);
    held += value.length;
  }
  const start = first.flatMap((chunk) => [...chunk.subarray(0, 2)]);
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const whole = continued(first, reader);
  if (!packed) return { bytes: whole, packed };
  const inner = whole.pipeThrough(new DecompressionStream("gzip")).getReader();
  return { bytes: continued([], inner, spoiled), packed };
}

/** What was read already, and the rest. */
function continued(
  first: Uint8Array<ArrayBuffer>[],
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  spoiled?: () => Error,
): Bytes {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of first) controller.enqueue(chunk);
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (thrown) {
        // What went wrong on the way here has its own name.
        controller.error(thrown instanceof TypeError && spoiled ? spoiled() : thrown);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
