// Fakes for the host's tests: a port that a test plays by hand, and a tiny engine with its two helpers.

import { HostError } from "../../../../web/src/protocol/problems";
import { directPort } from "../../../../web/src/workers/direct_port";
import { failWith } from "../../../../web/src/protocol/problems";
import { sizeOf } from "../board/boards";
import type { LookRequest } from "../../../../web/src/protocol/messages";
import type { Part } from "../../../../web/src/protocol/parts";
import type { Port, PortListener, Transports } from "../../../../web/src/host/transports";
import type {
  Act,
  Board,
  Config,
  Decision,
  DecisionMark,
  Effect,
  EngineCalls,
  Held,
  PolicyAnswer,
  PolicyTensors,
  SolverAnswer,
  SolverRequest,
  Source,
  ViewChange,
} from "../../../../web/src/protocol/engine";
import type { Asked, Said } from "../../../../web/src/host/solver_talk";
import type { Service } from "../../../../web/src/workers/service";

interface Posted {
  id: number;
  call: string;
  args: unknown;
}

/** A worker that does nothing by itself. */
export class FakePort implements Port {
  readonly posted: Posted[] = [];
  terminated = false;
  #listener: PortListener | null = null;

  post(message: unknown): void {
    this.posted.push(message as Posted);
  }

  listen(listener: PortListener): void {
    this.#listener = listener;
  }

  terminate(): void {
    this.terminated = true;
  }

  /** What the worker sends, even after its end: messages may be on their way. */
  say(data: unknown): void {
    this.#listener?.message(data);
  }

  answer(posted: Posted | undefined, ok: unknown, ms = 1): void {
    if (posted === undefined) throw new Error("nothing was posted");
    this.say({ id: posted.id, ok, ms });
  }

  crash(detail: string): void {
    this.#listener?.failure(detail);
  }
}

/** Lets everything run that is ready to run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

const SOLUTION = [1, 2, 3, 4];
const NO_TALLY = {
  moves: 0,
  eliminations: 0,
  escalations: 0,
  takenBack: 0,
  effort: 0,
  inferences: 0,
  secondLooks: 0,
  reused: 0,
};

/**
 * Four cells whose solution is 1 2 3 4; the text has a dot for an empty cell. System 1 proposes the first empty cell's
 * value, after as many looks as it may take. "system2" and "verify" ask the solver. Playing 99 brings the engine down.
 */
export class FakeEngine implements Service {
  loads = 0;
  #text = "";
  #open = false;
  readonly #rules = new Set<string>();
  #history: Decision[] = [];
  #future: Decision[] = [];
  #config: Config = {
    ...{ strategy: "system1", threshold: 0.5, looks: 1, sleep: 0, reuse: 1 },
    ...{ temperature: 1, budget: 0, trained: [] },
  };
  #have: Held = {};
  #ticket = 0;
  #pending: { ticket: number; kind: "policy" | "solver"; look: number } | null = null;

  load(): Promise<unknown> {
    this.loads++;
    return Promise.resolve({ module: null });
  }

  call(args: unknown): unknown {
    const request = args as { op: keyof EngineCalls; have?: Held } & Record<string, unknown>;
    this.#have = request.have ?? {};
    const operation = this.#operations[request.op] as ((args: unknown) => unknown) | undefined;
    if (operation === undefined) throw failWith("error.request.op", { op: request.op });
    if (!this.#open && !["open", "restore", "configure", "generate", "families"].includes(request.op)) {
      throw failWith("error.request.no_game");
    }
    return operation(request);
  }

  readonly #operations: { [Op in keyof EngineCalls]?: (args: EngineCalls[Op][0]) => EngineCalls[Op][1] } = {
    generate: ({ seed, level }) => ({ text: seed % 2 === 0 ? "1..." : "...4", level }),
    open: ({ text }) => {
      if (!/^[.1-4]{4}$/.test(text)) throw failWith("error.text.empty");
      this.#open = true;
      this.#text = text;
      this.#history = [];
      this.#future = [];
      this.#pending = null;
      return { view: this.#view() };
    },
    restore: ({ trace }) => {
      this.#open = true;
      this.#text = trace.text;
      this.#rules.clear();
      this.#history = [];
      for (const decision of trace.decisions) this.#make(decision);
      this.#future = [...trace.undone].reverse();
      this.#pending = null;
      return { view: this.#view() };
    },
    configure: (change) => {
      for (const key of Object.keys(this.#config) as (keyof Config)[]) {
        if (change[key] !== undefined) Object.assign(this.#config, { [key]: change[key] });
      }
      return { config: { ...this.#config } };
    },
    play: ({ variable, value }) => {
      if (value === 99) throw new Error("unreachable");
      if (this.#values()[variable] !== null) throw failWith("error.step.given");
      return { view: this.#add(variable, value, "player"), decision: this.#history.at(-1) as Decision };
    },
    switch_rule: ({ rule, on }) => {
      const view = this.#decide({ kind: "switch_rule", rule, on }, "player");
      return { view, decision: this.#history.at(-1) as Decision };
    },
    undo: () => {
      const last = this.#history.pop();
      if (last === undefined) throw failWith("error.request.nothing_to_undo");
      this.#future.push(last);
      return { view: this.#view() };
    },
    redo: () => {
      const next = this.#future.pop();
      if (next !== undefined) this.#history.push(next);
      return { view: this.#view() };
    },
    reset: () => {
      this.#history = [];
      return { view: this.#view() };
    },
    view: () => ({ view: this.#view() }),
    think: () => this.#think(),
    resume: ({ ticket, answer }) => this.#resume(ticket, answer),
    abandon: () => {
      this.#pending = null;
      return { view: this.#view() };
    },
    encode: () => ({ position: this.#position(), open: this.#empty() >= 0, tensors: this.#tensors() }),
    intuition: ({ logits }) => ({
      cells: [],
      best: { variable: logits.length, value: logits[0] ?? 0, probability: 1 },
    }),
    ask: ({ task }) => ({ request: this.#request(task) }),
    trace: () => ({
      trace: {
        format: "fastslow-trace/2",
        version: "0.0.0",
        family: "fake",
        text: this.#text,
        config: this.#config,
        decisions: [...this.#history],
        undone: [...this.#future].reverse(),
        shift: null,
        status: "open",
      },
    }),
  };

  #think(): Effect {
    const { strategy } = this.#config;
    if (this.#empty() < 0) return { kind: "idle", reason: "solved", view: this.#view() };
    const ticket = ++this.#ticket;
    if (strategy === "system2") {
      this.#pending = { ticket, kind: "solver", look: 0 };
      return { kind: "run_solver", ticket, request: this.#request("choose") };
    }
    this.#pending = { ticket, kind: "policy", look: 0 };
    return { kind: "evaluate_policy", ticket, look: 0, start: 0, position: this.#position(), tensors: this.#tensors() };
  }

  #resume(ticket: number, answer: PolicyAnswer | SolverAnswer): Effect {
    if (this.#pending?.ticket !== ticket) throw failWith("error.request.stale", { ticket: String(ticket) });
    const { kind, look } = this.#pending;
    const variable = this.#empty();
    if (kind === "policy" && look + 1 < this.#config.looks) {
      const next = ++this.#ticket;
      this.#pending = { ticket: next, kind: "policy", look: look + 1 };
      return {
        ...{ kind: "evaluate_policy", ticket: next, look: look + 1, start: 0 },
        ...{ position: this.#position(), tensors: this.#tensors() },
      };
    }
    if (kind === "policy" && this.#config.strategy === "verify") {
      const next = ++this.#ticket;
      this.#pending = { ticket: next, kind: "solver", look: 0 };
      return { kind: "run_solver", ticket: next, request: this.#request("examine") };
    }
    this.#pending = null;
    // System 1 is as good as its logits: they carry the value.
    const value = "logits" in answer ? (answer.logits[0] ?? 0) : (SOLUTION[variable] ?? 0);
    const view = this.#add(variable, value, kind === "policy" ? "system1" : "system2");
    return { kind: "decided", decision: this.#history.at(-1) as Decision, view };
  }

  #add(variable: number, value: number, source: Source): ViewChange {
    return this.#decide({ kind: "place", variable, value }, source);
  }

  #decide(act: Act, source: Source): ViewChange {
    const id = this.#history.length;
    this.#make({
      ...act,
      id,
      source,
      takenBack: false,
      escalated: false,
      thought: null,
      core: null,
      removed: [],
      assumes: [],
    });
    this.#future = [];
    return this.#view();
  }

  #make(decision: Decision): void {
    this.#history.push(decision);
    if (decision.kind !== "switch_rule") return;
    if (decision.on) this.#rules.add(decision.rule);
    else this.#rules.delete(decision.rule);
  }

  #values(): (number | null)[] {
    const values = [...this.#text].map((symbol) => (symbol === "." ? null : Number(symbol)));
    for (const act of this.#history) if (act.kind === "place") values[act.variable] = act.value;
    return values;
  }

  #empty(): number {
    return this.#values().indexOf(null);
  }

  #position(): string {
    return this.#values()
      .map((value) => value ?? ".")
      .join("");
  }

  /** Sends everything: whoever holds a view may be sent that, too. */
  #view(): ViewChange {
    const text = this.#position();
    return {
      position: text,
      from: null,
      status: text.includes(".") ? "open" : "solved",
      cells: [],
      conflicts: [],
      broken: [],
      decisions: { keep: 0, changed: [], add: this.#history.map(markOf) },
      tally: { ...NO_TALLY, moves: this.#history.length },
      canUndo: this.#history.length > 0,
      canRedo: this.#future.length > 0,
      shift: null,
      text,
      board: this.#board(),
    };
  }

  #board(): Board {
    return {
      ...{
        puzzle: "fake",
        grows: false,
        family: "fake",
        kind: "4x1",
        size: sizeOf(4, 1),
        text: this.#text,
        rows: 1,
        columns: 4,
        lowest: 1,
        symbols: [],
        totals: [],
      },
      ...{ cells: [], borders: [], blocks: [], labels: [], cages: [], marks: [], lights: [], notes: [], counters: [] },
      ...{ rules: [...this.#rules], switchable: ["fake"] },
    };
  }

  #tensors(): PolicyTensors | null {
    const at = this.#empty();
    if (at < 0 || this.#have.tensors === this.#position()) return null;
    return {
      ...{ literals: 1, groups: 0, degree: 1, width: 0, literalGroups: [at], groupLiterals: [], groupFeatures: [] },
      ...{ sums: 0, sumDegree: 1, sumWidth: 1, literalSums: [0], literalCoefficients: [0] },
      ...{ sumLiterals: [], sumCoefficients: [], sumFeatures: [] },
    };
  }

  #request(task: SolverRequest["task"]): SolverRequest {
    return { puzzle: "fake", position: this.#position(), task, facts: [], budget: 0 };
  }
}

/** The line of the log. */
function markOf({
  thought: _thought,
  core: _core,
  removed: _removed,
  assumes: _assumes,
  ...mark
}: Decision): DecisionMark {
  return mark;
}

/** Always proposes the solution's value. */
export class FakePolicy implements Service {
  inferences = 0;
  /** What it was asked, without the tensors. */
  readonly asked: { position: string; look: number }[] = [];

  load(): Promise<unknown> {
    return Promise.resolve({
      ...{ temperature: 1.5, trained: [] },
      calibration: { fake: { temperature: 1.25, reliability: null } },
    });
  }

  call(args: unknown): unknown {
    this.inferences++;
    const { position, look, tensors } = args as LookRequest;
    this.asked.push({ position, look });
    return { logits: [SOLUTION[tensors.literalGroups[0] ?? 0]], sureness: 0.5, iterations: 8 };
  }
}

/** Answers at once, or never while `silent`. It must be told of the puzzle, and hear of every question. */
export class FakeSolver implements Service {
  static silent = false;
  requests = 0;
  told = 0;
  #version: number | null = null;

  load(): Promise<unknown> {
    return Promise.resolve({ module: null });
  }

  call(args: unknown): unknown {
    const said = args as Said | Asked;
    if (said.op === "tell") {
      this.told++;
      this.#version = 0;
      return {};
    }
    if (this.#version === null) throw failWith("error.solver.puzzle", { puzzle: said.puzzle });
    if (this.#version !== said.facts.from) throw failWith("error.solver.facts");
    this.#version = said.facts.to;
    this.requests++;
    if (FakeSolver.silent) return new Promise(() => {});
    const { task, position } = said;
    if (task === "unique") return { task, position, effort: 1, count: "one", solutions: [] } satisfies SolverAnswer;
    return { task: task as "choose", position, effort: 1, finding: "undetermined" } satisfies SolverAnswer;
  }
}

/** Transports to the fakes, with a record of every worker that was started. */
export class FakeTransports implements Transports {
  readonly assets = {
    engine: { loader: "", wasm: "" },
    solver: { loader: "", wasm: "" },
    policy: { model: "", card: "" },
  };
  readonly modules = new Map<Part, WebAssembly.Module>();
  readonly started: Part[] = [];
  readonly engines: FakeEngine[] = [];
  readonly policies: FakePolicy[] = [];
  readonly solvers: FakeSolver[] = [];

  spawn(part: Part): Port {
    this.started.push(part);
    return directPort(this.#service(part));
  }

  #service(part: Part): Service {
    if (part === "engine") return added(this.engines, new FakeEngine());
    if (part === "policy") return added(this.policies, new FakePolicy());
    return added(this.solvers, new FakeSolver());
  }
}

function added<T>(list: T[], one: T): T {
  list.push(one);
  return one;
}

/** The key of the problem a promise is rejected with; "fulfilled" if it is not. */
export async function keyOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "fulfilled";
  } catch (thrown) {
    return thrown instanceof HostError ? thrown.problem.key : String(thrown);
  }
}
