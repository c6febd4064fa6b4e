// Debian's Firefox, told what to do by WebDriver BiDi: https://w3c.github.io/webdriver-bidi/

import { writeFileSync } from "node:fs";
import path from "node:path";

import { WebSocket } from "ws";

import { Program, type Remote } from "./remote";

/** Nothing is asked of the network but the pages; and no page of its own comes first. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.ipc.processCount": 2,
  "extensions.update.enabled": false,
  "intl.accept_languages": "en-US",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "remote.prefs.recommended": true,
  "services.settings.server": "http://127.0.0.1:1/",
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

interface Answer {
  id?: number;
  type: "success" | "error" | "event";
  result?: unknown;
  message?: string;
}

/** A connection, on which every command has its answer. */
class Bidi {
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private last = 0;

  constructor(address: string) {
    this.socket = new WebSocket(address);
    this.socket.on("message", (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as Answer;
      if (answer.id !== undefined) this.waiting.get(answer.id)?.(answer);
    });
  }

  async opened(): Promise<this> {
    await new Promise((resolve, reject) => this.socket.once("open", resolve).once("error", reject));
    return this;
  }

  async command<T>(method: string, params: object): Promise<T> {
    const id = ++this.last;
    const answer = await new Promise<Answer>((resolve) => {
      this.waiting.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method, params }));
    });
    this.waiting.delete(id);
    if (answer.type !== "success") throw new Error(`${method}: ${answer.message}`);
    return answer.result as T;
  }

  close(): void {
    this.socket.close();
  }
}

interface Evaluated {
  type: "success" | "exception";
  result?: { value: string };
  exceptionDetails?: { text: string };
}

/** `preferences`: beside the usual ones, e.g. to leave something out of it. */
export async function firefox(preferences: Record<string, boolean> = {}): Promise<Remote> {
  const program = new Program(process.env.FIREFOX ?? "/usr/bin/firefox-esr", (folder) => {
    const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
    );
    writeFileSync(path.join(folder, "user.js"), lines.join(""));
    return ["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", folder, "about:blank"];
  });
  try {
    const [, address] = await program.says(/WebDriver BiDi listening on (ws:\S+)/);
    const bidi = await new Bidi(`${address}/session`).opened();
    const { capabilities } = await bidi.command<{ capabilities: { browserName: string; browserVersion: string } }>(
      ...(["session.new", { capabilities: {} }] as const),
    );
    const { contexts } = await bidi.command<{ contexts: { context: string }[] }>("browsingContext.getTree", {});
    const { context } = contexts[0]!;
    return {
      agent: `${capabilities.browserName} ${capabilities.browserVersion}`,
      open: async (url) => void (await bidi.command("browsingContext.navigate", { context, url, wait: "complete" })),
      async evaluate(body) {
        const functionDeclaration = `async () => { ${body} }`;
        const answer = await bidi.command<Evaluated>("script.callFunction", {
          ...{ functionDeclaration, awaitPromise: true, target: { context } },
        });
        if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text);
        return answer.result!.value;
      },
      resize: async (width, height) =>
        void (await bidi.command("browsingContext.setViewport", { context, viewport: { width, height } })),
      async close() {
        bidi.close();
        await program.end();
      },
    };
  } catch (thrown) {
    await program.end();
    throw thrown;
  }
}
