// Debian's WebKitGTK in its small browser, on a screen that nobody sees (Xvfb), told what to do by WebDriver:
// https://www.w3.org/TR/webdriver2/

import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";

import { inject } from "vitest";

import { Program, type Remote } from "./remote";

/** Of the library that the package `webkit2gtk-driver` needs: the path differs by processor. */
const BROWSER = ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** One command; its answer, or an error with what the driver says. */
async function command<T>(method: "POST" | "DELETE", address: string, params?: object): Promise<T> {
  const response = await fetch(address, { method, body: params ? JSON.stringify(params) : null });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${address}: ${value.error}: ${value.message}`);
  return value;
}

/** The driver needs a moment until it listens. */
async function session(driver: string, binary: string): Promise<{ sessionId: string; capabilities: Named }> {
  const alwaysMatch = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  for (const last = Date.now() + inject("patience"); ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    try {
      return await command("POST", `${driver}/session`, { capabilities: { alwaysMatch } });
    } catch (thrown) {
      if (!(thrown instanceof TypeError) || Date.now() > last) throw thrown;
    }
  }
}

interface Named {
  browserName: string;
  browserVersion: string;
}

export async function webkit(): Promise<Remote> {
  const binary = BROWSER.find((file) => existsSync(file));
  if (!binary) throw new Error("WebKit's MiniBrowser is not there; install Debian's webkit2gtk-driver");
  const screen = new Program("Xvfb", () => ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
  const programs = [screen];
  const end = async () => {
    for (const program of programs.reverse()) await program.end();
  };
  try {
    const [, display] = await screen.says(/^(\d+)\n/);
    const port = await freePort();
    // No accessibility bus, and no layers for a graphics card that is not there: to play one in software takes longer than all else.
    const env = { DISPLAY: `:${display}`, NO_AT_BRIDGE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
    programs.push(new Program("WebKitWebDriver", () => [`--port=${port}`], env));
    const driver = `http://127.0.0.1:${port}`;
    const { sessionId, capabilities } = await session(driver, binary);
    const own = `${driver}/session/${sessionId}`;
    await command("POST", `${own}/timeouts`, { script: inject("patience"), pageLoad: inject("patience") });
    return {
      agent: `${capabilities.browserName} (WebKitGTK) ${capabilities.browserVersion}`,
      open: async (url) => void (await command("POST", `${own}/url`, { url })),
      async evaluate(body) {
        const script = `const [done] = arguments;
          (async () => { ${body} })().then((text) => done({ text }), (thrown) => done({ thrown: String(thrown) }));`;
        const answer = await command<{ text?: string; thrown?: string }>(
          ...(["POST", `${own}/execute/async`, { script, args: [] }] as const),
        );
        if (answer.text === undefined) throw new Error(answer.thrown);
        return answer.text;
      },
      resize: async (width, height) => void (await command("POST", `${own}/window/rect`, { width, height })),
      async close() {
        await command("DELETE", own).catch(() => undefined);
        await end();
      },
    };
  } catch (thrown) {
    await end();
    throw thrown;
  }
}
