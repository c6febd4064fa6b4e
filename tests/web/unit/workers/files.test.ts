import { gzipSync } from "node:zlib";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { STALL_MS, fetchedFiles } from "../../../../web/src/workers/files";
import type { Progress } from "../../../../web/src/protocol/messages";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A server that answers with these chunks, then ends or breaks off. */
function serve(chunks: number[][], headers: Record<string, string>, breaks = false): void {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(Uint8Array.from(chunk));
      if (!breaks) controller.close();
    },
    pull: (controller) => {
      if (breaks) controller.error(new TypeError("network error"));
    },
  });
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { headers })));
}

async function read(): Promise<{ bytes: number[]; progress: Progress[] }> {
  const progress: Progress[] = [];
  const bytes = await fetchedFiles.read("https://x.org/a/model.onnx?v=1", (one) => progress.push(one));
  return { bytes: [...bytes], progress };
}

describe("a download", () => {
  it("tells how far it is", async () => {
    serve([[1, 2], [3]], { "content-length": "3" });
    expect(await read()).toEqual({
      bytes: [1, 2, 3],
      progress: [
        { loaded: 2, total: 3, phase: "fetch" },
        { loaded: 3, total: 3, phase: "fetch" },
        { loaded: 3, total: 3, phase: "compile" },
      ],
    });
  });

  it.each([{ "content-length": "2", "content-encoding": "gzip" }, {}, { "content-length": "x" }])(
    "of unknown size says so: %j",
    async (headers) => {
      serve([[1]], headers as Record<string, string>);
      expect((await read()).progress[0]).toEqual({ loaded: 1, total: 0, phase: "fetch" });
    },
  );

  it("that breaks off names the file", async () => {
    serve([[1]], {}, true);
    await expect(read()).rejects.toMatchObject({
      problem: { key: "error.load.network", args: { file: "model.onnx" } },
    });
  });

  it("that the server refuses says how", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 503 })));
    await expect(read()).rejects.toMatchObject({
      problem: { key: "error.load.status", args: { file: "model.onnx", status: "503" } },
    });
  });

  it("without a network says so", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(read()).rejects.toMatchObject({ problem: { key: "error.load.network" } });
  });
});

const packed = (bytes: readonly number[]): number[] => [...gzipSync(Uint8Array.from(bytes))];
/** An empty module. */
const MODULE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const compile = () => fetchedFiles.compile("https://x.org/a/solver.wasm.packed", () => {});

describe("a packed file", () => {
  it.each([1, 2, 7, 1000])("is unpacked on the way, in pieces of %i bytes", async (size) => {
    const sent = packed([...Array(3000).keys()].map((n) => n % 251));
    const pieces = Array.from({ length: Math.ceil(sent.length / size) }, (_, i) =>
      sent.slice(i * size, (i + 1) * size),
    );
    serve(pieces, { "content-length": String(sent.length) });
    const { bytes, progress } = await read();
    expect(bytes).toEqual([...Array(3000).keys()].map((n) => n % 251));
    // What the host says of the packed one tells nothing of this one.
    expect(progress.at(-1)).toEqual({ loaded: 3000, total: 0, phase: "compile" });
  });

  it("that the host has unpacked itself is taken as it is", async () => {
    serve([[1, 2, 3]], { "content-encoding": "gzip" });
    expect((await read()).bytes).toEqual([1, 2, 3]);
  });

  it("is compiled, whatever type the host gives it", async () => {
    serve([packed(MODULE)], { "content-type": "text/plain" });
    expect(await compile()).toBeInstanceOf(WebAssembly.Module);
    serve([MODULE], {});
    expect(await compile()).toBeInstanceOf(WebAssembly.Module);
  });

  it.each<[string, number[], string]>([
    ["cut short", packed(MODULE).slice(0, -6), "error.load.module"],
    ["damaged in the middle", packed(MODULE).map((byte, at) => (at === 12 ? byte ^ 255 : byte)), "error.load.module"],
    [
      "a page that says that there is no such file",
      [...new TextEncoder().encode("<!doctype html>")],
      "error.load.module",
    ],
    ["something else that is packed", packed([1, 2, 3, 4]), "error.load.module"],
    ["empty", [], "error.load.module"],
  ])("that is %s is named", async (_, sent, key) => {
    serve([sent], {});
    await expect(compile()).rejects.toMatchObject({ problem: { key, args: { file: "solver.wasm.packed" } } });
  });

  it("whose host breaks off is the network's fault", async () => {
    serve([packed(MODULE).slice(0, 9)], {}, true);
    await expect(compile()).rejects.toMatchObject({ problem: { key: "error.load.network" } });
  });
});

describe("a host", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("that does not answer is given up", async () => {
    vi.stubGlobal("fetch", () => new Promise(() => {}));
    const told = expect(compile()).rejects.toMatchObject({ problem: { key: "error.load.silent" } });
    await vi.advanceTimersByTimeAsync(STALL_MS);
    await told;
  });

  it("that stops in the middle is given up", async () => {
    const start = (controller: ReadableStreamDefaultController) => controller.enqueue(Uint8Array.from(MODULE));
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(new ReadableStream({ start }))));
    const told = expect(read()).rejects.toMatchObject({ problem: { key: "error.load.silent" } });
    await vi.advanceTimersByTimeAsync(STALL_MS + 1);
    await told;
  });

  it("that is slow is not: 50 kB come in each second", async () => {
    let left = 100;
    const pull = async (controller: ReadableStreamDefaultController) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      if (left-- > 0) controller.enqueue(new Uint8Array(50_000));
      else controller.close();
    };
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(new ReadableStream({ pull }, { highWaterMark: 0 }))));
    const reading = read();
    await vi.advanceTimersByTimeAsync(102_000);
    expect((await reading).bytes).toHaveLength(5_000_000);
  });
});
