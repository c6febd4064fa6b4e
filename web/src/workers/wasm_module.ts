// One of our two Wasm modules: loading it, and the one function through which everything is said.

import { detailOf, failWith, meansOutOfMemory } from "../protocol/problems";
import { isFields, isProblem } from "../protocol/messages";
import type { WasmAssets } from "../protocol/assets";
import { damaged } from "./files";
import type { Files } from "./files";
import type { ReportProgress } from "./service";

/** What Emscripten's loader makes, as far as we use it. */
interface Instance {
  _fs_alloc(bytes: number): number;
  _fs_free(pointer: number): void;
  _fs_call(request: number): number;
  UTF8ToString(pointer: number): string;
  stringToUTF8(text: string, pointer: number, room: number): void;
  lengthBytesUTF8(text: string): number;
}

type Imports = WebAssembly.Imports;
type Loader = (options: {
  instantiateWasm(imports: Imports, done: (instance: WebAssembly.Instance) => void): object;
  print(text: string): void;
  printErr(text: string): void;
  /** Called by the module while it computes, with a first answer (wasm/solver_api.cc). */
  told(text: string): void;
}) => Promise<Instance>;

export interface WasmLoadArguments {
  assets: WasmAssets;
  /** The compiled module of an earlier worker: spares the download and the compilation. */
  module: WebAssembly.Module | null;
}

type Tell = (draft: unknown) => void;

/** Who is told of first answers just now. */
interface Listening {
  tell: Tell | null;
}

export class WasmModule {
  readonly #instance: Instance;
  readonly #listening: Listening;

  private constructor(instance: Instance, listening: Listening) {
    this.#instance = instance;
    this.#listening = listening;
  }

  static async load(
    args: WasmLoadArguments,
    files: Files,
    report: ReportProgress,
  ): Promise<{ loaded: WasmModule; module: WebAssembly.Module }> {
    // The two downloads side by side; the loader is small.
    const [loader, module] = await Promise.all([
      files.importDefault(args.assets.loader),
      args.module ?? compiled(args.assets, files, report),
    ]);
    report({ loaded: 0, total: 0, phase: "set_up" });
    if (typeof loader !== "function") throw damaged(args.assets.loader, "no loader function");
    const listening: Listening = { tell: null };
    const instance = await instantiated(loader as Loader, module, args.assets.wasm, listening);
    return { loaded: new WasmModule(instance, listening), module };
  }

  /** Sends one request; throws a HostError if it is refused. Anything else thrown is fatal for the module. */
  call(request: unknown, tell: Tell | null = null): unknown {
    this.#listening.tell = tell;
    const response: unknown = JSON.parse(this.#exchange(JSON.stringify(request)));
    this.#listening.tell = null;
    if (isFields(response) && "ok" in response) return response["ok"];
    if (isFields(response) && isProblem(response["error"])) {
      throw failWith(response["error"].key, response["error"].args);
    }
    throw new Error("a response that is neither ok nor error");
  }

  /** The text of the response, whatever the text of the request. */
  #exchange(text: string): string {
    const wasm = this.#instance;
    const room = wasm.lengthBytesUTF8(text) + 1;
    const pointer = wasm._fs_alloc(room);
    if (pointer === 0) throw new RangeError("out of memory");
    wasm.stringToUTF8(text, pointer, room);
    const response = wasm.UTF8ToString(wasm._fs_call(pointer));
    wasm._fs_free(pointer);
    return response;
  }

  /** For tests of the boundary itself. */
  raw(text: string): string {
    return this.#exchange(text);
  }
}

function compiled(assets: WasmAssets, files: Files, report: ReportProgress): Promise<WebAssembly.Module> {
  return files.compile(assets.wasm, ({ loaded, total, phase }) => {
    report({ loaded, total: assets.bytes ?? total, phase });
  });
}

/** The loader never settles if the instantiation that it was given fails: hence the race. */
function instantiated(
  loader: Loader,
  module: WebAssembly.Module,
  file: string,
  listening: Listening,
): Promise<Instance> {
  return new Promise((resolve, reject) => {
    const fail = (thrown: unknown): void => {
      reject(meansOutOfMemory(detailOf(thrown)) ? thrown : damaged(file, detailOf(thrown)));
    };
    const loading = loader({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports).then(done, fail);
        return {};
      },
      // Emscripten's own remarks; the ones that matter arrive as exceptions too.
      print() {},
      printErr() {},
      told(text) {
        listening.tell?.(JSON.parse(text));
      },
    });
    loading.then(resolve, fail);
  });
}
