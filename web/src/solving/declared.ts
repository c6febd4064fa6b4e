// A declared puzzle, and the questions that can be put about it. The solver module is told of one puzzle at a time
// (engine/wire/solver_door.h); of which, `Desk` knows.

import type { IndexedFact, SolverAnswer, Task } from "../protocol/engine";
import { isFields } from "../protocol/messages";
import { failWith } from "../protocol/problems";
import type { WasmModule } from "../workers/wasm_module";
import { checkedCore } from "./core";
import type { Asked, Checked, Core, Declaration, Puzzle, Statement } from "./contract";
import { SolverError, told } from "./problem";

interface Cell {
  id: string;
  lowest: number;
  highest: number;
  /** The literal of its lowest value: they are numbered from cell to cell. */
  first: number;
}

/** Who tells the module what, in which order. */
export class Desk {
  private readonly module: WasmModule;
  private known: object | null = null;
  private version = 0;
  private facts = 0;

  constructor(module: WasmModule) {
    this.module = module;
  }

  /** Throws what the engine says of a declaration that makes no sense. */
  tell(declaration: object): void {
    this.known = null;
    const text = JSON.stringify({ ...declaration, format: "fastslow-puzzle/1" });
    told(() => this.module.call({ op: "tell", puzzle: "declared", family: "custom", text }));
    [this.known, this.version, this.facts] = [declaration, 0, 0];
  }

  ask<T extends Task>(declaration: object, task: T, facts: IndexedFact[], budget: number) {
    if (this.known !== declaration) this.tell(declaration);
    const change = { from: this.version, to: this.version + 1, keep: 0, drop: this.facts, add: facts };
    const question = { op: "solve", puzzle: "declared", position: "", task, budget, facts: change };
    try {
      const answer = told(() => this.module.call(question));
      [this.version, this.facts] = [this.version + 1, facts.length];
      return answer as Extract<SolverAnswer, { task: T }>;
    } catch (thrown) {
      this.known = null; // what it holds now is not known
      throw thrown;
    }
  }
}

/** The author's JSON says with these what holds everywhere. Here every rule is one that a core can name. */
const EVERYWHERE = ["rows", "columns", "boxes", "diagonals", "neighbours", "knight_moves", "king_moves"];

function cellsOf({ grid, cells = [] }: Declaration): Cell[] {
  const listed = grid
    ? Array.from({ length: grid.rows * grid.columns }, (_, i) => ({
        id: `r${Math.floor(i / grid.columns) + 1}c${(i % grid.columns) + 1}`,
        values: grid.values,
      }))
    : cells;
  let first = 0;
  return listed.map(({ id, values: [lowest, highest] }) => {
    const cell = { id, lowest, highest, first };
    first += highest - lowest + 1;
    return cell;
  });
}

/** What the engine's form asks for beside: where each cell would be drawn. */
function drawn(declaration: Declaration): object {
  const { cells, grid } = declaration;
  if (grid || !Array.isArray(cells)) return declaration;
  const side = 40;
  return { ...declaration, cells: cells.map((cell, i) => ({ row: Math.floor(i / side), column: i % side, ...cell })) };
}

function budgetOf({ budget }: Asked): number {
  if (budget === undefined) return 0;
  if (Number.isSafeInteger(budget) && budget > 0) return budget;
  throw new SolverError({
    key: "error.custom.number",
    args: { path: "budget", lowest: "1", highest: String(2 ** 53 - 1) },
  });
}

export class Declared implements Puzzle {
  private readonly desk: Desk;
  private readonly told: object;
  private readonly declaration: Declaration;
  private readonly byId: Map<string, Cell>;

  constructor(desk: Desk, declaration: Declaration) {
    this.desk = desk;
    if (!isFields(declaration)) throw new SolverError({ key: "error.custom.object", args: { path: "/" } });
    for (const member of EVERYWHERE)
      if (member in declaration) throw new SolverError({ key: "error.custom.unknown", args: { path: "/", member } });
    // A copy: what is changed afterwards is another puzzle.
    this.declaration = JSON.parse(JSON.stringify(declaration)) as Declaration;
    this.told = drawn(this.declaration);
    desk.tell(this.told);
    this.byId = new Map(cellsOf(this.declaration).map((cell) => [cell.id, cell]));
  }

  get cells(): readonly string[] {
    return [...this.byId.keys()];
  }

  check(asked: Asked = {}): Checked {
    const { truth, effort, solutions } = this.desk.ask(this.told, "solve", this.facts(asked), budgetOf(asked));
    if (truth !== "sat") return { truth, effort };
    // In the form of a declaration, all of whose cells are given.
    return { truth, effort, values: (JSON.parse(solutions[0]!) as { givens: Record<string, number> }).givens };
  }

  count(asked: Asked = {}): "none" | "one" | "several" | "unknown" {
    // Counting tells what rules each other out as well, which nobody asked for here.
    const facts = this.facts(asked);
    const { truth } = this.desk.ask(this.told, "solve", facts, budgetOf(asked));
    if (truth !== "sat") return truth === "unsat" ? "none" : "unknown";
    return this.desk.ask(this.told, "unique", facts, budgetOf(asked)).count;
  }

  core(asked: Asked = {}): Core | null {
    if (this.check(asked).truth !== "unsat") return null;
    const { assume = [] } = asked;
    return checkedCore(this.told as Declaration, assume, (declaration) => {
      const answer = this.desk.ask(declaration, "unique", [], budgetOf(asked));
      if (answer.count === "none") return answer.clash ?? "unknown";
      return answer.count === "unknown" ? "unknown" : null;
    });
  }

  private facts({ assume = [] }: Asked): IndexedFact[] {
    return assume.map((statement, i) => this.fact(statement, `assume/${i}`));
  }

  private fact(statement: Statement, path: string): IndexedFact {
    const cell = this.byId.get(statement.cell);
    if (!cell) throw new SolverError(failWith("error.custom.no_such_cell", { path, cell: statement.cell }).problem);
    const { lowest, highest, first } = cell;
    const value = "is" in statement ? statement.is : statement.is_not;
    if (Number.isInteger(value) && value >= lowest && value <= highest)
      return [first + value - lowest, "is" in statement ? 1 : 0];
    const args = { path, lowest: String(lowest), highest: String(highest) };
    throw new SolverError({ key: "error.custom.number", args });
  }
}
