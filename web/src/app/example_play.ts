// The small puzzle of "How to play": a real one of the collection, played by System 2 in a game of its own.

import { Host } from "../host/host";
import { pageTransports } from "../host/page";
import type { Transports } from "../host/transports";
import type { Board, DecisionMark, Proof, View } from "../protocol/engine";
import { readPack } from "../places/packs";
import type { Sample } from "../game/wishes";

/** Long enough to read a short proof. */
const PAUSE_MS = 3200;

/** The easy puzzle with the shortest text, which is the smallest. */
export function smallestOf(samples: readonly Sample[]): Sample | null {
  const easy = samples.filter(({ level }) => level === "easy");
  return easy.reduce<Sample | null>((best, one) => (best && best.text.length <= one.text.length ? best : one), null);
}

/** `missing`: there is no puzzle to show, or System 2 did not come. */
export type ExampleState = "loading" | "open" | "done" | "missing";

/** Where puzzles and workers come from. */
interface Source {
  transports: Transports;
  pack: (family: string) => Promise<Sample[] | null>;
}

const PAGE: Source = { transports: pageTransports, pack: readPack };

export class ExamplePlay {
  state: ExampleState = "loading";
  board: Board | null = null;
  view: View | null = null;
  /** The latest move, and its proof in words. */
  mark: DecisionMark | null = null;
  proof: Proof | null = null;
  running = false;

  private host: Host | null = null;
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly changed: () => void;

  private readonly source: Source;

  constructor(changed: () => void, source: Source = PAGE) {
    this.changed = changed;
    this.source = source;
  }

  async open(family: string): Promise<void> {
    this.close();
    const host = new Host(this.source.transports);
    this.host = host;
    host.on("view", ({ view, board }) => {
      this.view = view;
      this.board = board ?? this.board;
    });
    try {
      const sample = smallestOf((await this.source.pack(family)) ?? []);
      if (!sample) throw new Error("no example");
      this.board = (await host.open(sample)).board;
      await host.configure({ strategy: "system2" });
      this.become(host, "open");
    } catch {
      this.become(host, "missing");
    }
  }

  /** Plays on by itself, or stops doing so. */
  run(on: boolean): void {
    this.running = on;
    clearTimeout(this.timer);
    if (on) void this.step();
    else this.changed();
  }

  async step(): Promise<void> {
    const { host } = this;
    if (!host || this.busy || this.state !== "open") return;
    this.busy = true;
    try {
      const result = await host.step();
      if (result.kind === "decided") {
        const { proof } = await host.decision(result.decision.id);
        if (this.host === host) [this.mark, this.proof] = [result.decision, proof];
      }
      this.become(host, result.kind === "decided" && result.view.status === "open" ? "open" : "done");
    } catch {
      this.become(host, "missing");
    } finally {
      this.busy = false;
    }
    clearTimeout(this.timer);
    if (this.running && this.state === "open") this.timer = setTimeout(() => void this.step(), PAUSE_MS);
  }

  /** Ends the game and its workers. */
  close(): void {
    clearTimeout(this.timer);
    this.host?.close();
    this.host = this.board = this.view = this.mark = this.proof = null;
    this.state = "loading";
    this.running = false;
  }

  private become(host: Host, state: ExampleState): void {
    if (this.host !== host) return; // closed meanwhile
    this.state = state;
    if (state !== "open") this.running = false;
    this.changed();
  }
}
