// Every worker of a lesson in one file: which it is depends on its name. Its files come with the first message.

import { engine, solver } from "virtual:alone-loaders";

import { damaged, type Files } from "../workers/files";
import { policyService } from "../workers/policy_service";
import { serve, serveMany } from "../workers/serve";
import { wasmService } from "../workers/wasm_service";

const loaders: Record<string, unknown> = { engine, solver };

let take: (parts: Record<string, Blob>) => void;
const parts = new Promise<Record<string, Blob>>((resolve) => (take = resolve));

async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const blob = (await parts)[name];
  if (!blob) throw damaged(name, "it is not in the page");
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = first === 0x1f && second === 0x8b;
  const stream = packed ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob.stream();
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const carried: Files = {
  read: bytesOf,
  compile: async (name) => await WebAssembly.compile(await bytesOf(name)),
  importDefault: (name) => Promise.resolve(loaders[name]),
};

// Before those who serve, who are told nothing of it.
self.addEventListener("message", (event: MessageEvent<{ parts?: Record<string, Blob> }>) => {
  if (!event.data.parts) return;
  event.stopImmediatePropagation();
  take(event.data.parts);
});

if (self.name === "games") serveMany(() => wasmService(carried));
else serve(self.name === "policy" ? policyService(carried, "") : wasmService(carried));
