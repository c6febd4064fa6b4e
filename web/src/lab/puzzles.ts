// Which puzzle is raced on: of the collection, or the visitor's own.

import type { Host } from "../host/host";
import type { TimedTrace } from "../host/types";
import type { Sample } from "../game/wishes";
import { readPack, tellingSample } from "../places/packs";
import type { FamilyInfo, Problem } from "../protocol/engine";
import { problemOf } from "../protocol/problems";
import { TRACE_FORMATS } from "../protocol/trace";
import type { Puzzle } from "./lane";
import { tooLong } from "./most_text";

const refused = (key: string, args: Record<string, string> = {}): Problem => ({ key, args });

/** A puzzle, a recorded game, or why it is neither. */
export type Read = { puzzle: Puzzle } | { trace: TimedTrace } | { problem: Problem };

export class Puzzles {
  families: FamilyInfo[] = [];
  samples: readonly Sample[] = [];
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  async begin(): Promise<void> {
    this.families = (await this.host.families()).filter(({ listed }) => listed);
  }

  /** What there is of a kind, and which of it is met first. */
  async browse(family: string): Promise<Sample | undefined> {
    this.samples = (await readPack(family)) ?? [];
    return tellingSample(this.samples);
  }

  /** Of a text from anywhere: pasted, or of a file. */
  async read(family: string, text: string): Promise<Read> {
    if (text.trim() === "") return { problem: refused("lab.own.empty") };
    const long = tooLong(text.length);
    if (long) return { problem: long };
    const trace = traceOf(text);
    if (trace !== null) return trace;
    try {
      const [first] = await this.host.recognise(family, text);
      return first ? { puzzle: first } : { problem: refused("lab.own.empty") };
    } catch (thrown) {
      return { problem: problemOf(thrown, (key) => refused("error.unknown", { key })) };
    }
  }
}

/** A recorded game, as far as can be seen without the engine; null for a text that does not seem to be one. */
export function traceOf(text: string): { trace: TimedTrace } | { problem: Problem } | null {
  if (!/^\s*\{/.test(text) || !text.includes("fastslow-trace/")) return null;
  let data: Partial<TimedTrace> | null;
  try {
    data = JSON.parse(text) as Partial<TimedTrace> | null;
  } catch {
    return { problem: refused("lab.trace.damaged") };
  }
  const { format, family, text: puzzle, decisions } = data ?? {};
  if (!TRACE_FORMATS.some((one) => one === format)) return { problem: refused("lab.trace.format") };
  const whole = typeof family === "string" && typeof puzzle === "string" && Array.isArray(decisions);
  return whole && decisions.every(isDecision)
    ? { trace: { ...data, decisions: decisions.map(filledIn) } as TimedTrace }
    : { problem: refused("lab.trace.parts") };
}

/** What older traces do not tell. */
function filledIn(decision: Partial<TimedTrace["decisions"][number]>): object {
  const { thought } = decision;
  const intuition = thought?.intuition && { ...{ operations: 0 }, ...thought.intuition };
  return { assumes: [], ...decision, ...(thought && { thought: { ...thought, intuition: intuition ?? null } }) };
}

/** What the lab itself reads of a decision; the rest the engine looks at. */
function isDecision(decision: unknown, index: number): boolean {
  const one = decision as { id?: unknown; kind?: unknown; thought?: unknown; timings?: unknown } | null;
  if (typeof one !== "object" || one === null) return false;
  return one.id === index && typeof one.kind === "string" && isThought(one.thought) && isTimed(one.timings);
}

function isThought(thought: unknown): boolean {
  if (thought === null) return true;
  const one = thought as { intuition?: { operations?: unknown } | null; deliberation?: { effort?: unknown } | null };
  if (typeof thought !== "object") return false;
  const fine = (number: unknown) => typeof number === "number" && number >= 0;
  return (
    (!one.intuition || one.intuition.operations === undefined || fine(one.intuition.operations)) &&
    (!one.deliberation || fine(one.deliberation.effort))
  );
}

function isTimed(timings: unknown): boolean {
  if (timings === null || timings === undefined) return true;
  const { system1Ms, system2Ms } = timings as { system1Ms?: unknown; system2Ms?: unknown };
  return typeof system1Ms === "number" && typeof system2Ms === "number" && system1Ms >= 0 && system2Ms >= 0;
}
