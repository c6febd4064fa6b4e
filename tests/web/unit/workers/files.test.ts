import { afterEach, describe, expect, it, vi } from "vitest";

import { fetchedFiles } from "../../../../web/src/workers/files";
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
        { loaded: 2, total: 3 },
        { loaded: 3, total: 3 },
      ],
    });
  });

  it.each([{ "content-length": "2", "content-encoding": "gzip" }, {}, { "content-length": "x" }])(
    "of unknown size says so: %j",
    async (headers) => {
      serve([[1]], headers as Record<string, string>);
      expect((await read()).progress).toEqual([{ loaded: 1, total: 0 }]);
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
