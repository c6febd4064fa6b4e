// npm `z3-solver`: a Boolean constant for each literal, clauses and pseudo-Boolean sums in SMT-LIB, told to the solver for
// QF_FD that ours uses too. Once with a fresh context for each puzzle, once with the rules told once and the givens as
// assumptions.

import { isCount, literalCount, positive, valuesOf, visibleOf } from "./groups";
import type { Groups, Sum } from "./groups";
import type { Answer, Peer, Posed, Solution } from "./peer";
import { answerOf, unknown } from "./peer";

type Handle = { readonly handle: unique symbol };

/** Of the package's low-level interface what is used here. */
export interface Z3 {
  mk_config(): Handle;
  del_config(config: Handle): void;
  mk_context(config: Handle): Handle;
  del_context(context: Handle): void;
  mk_string_symbol(context: Handle, name: string): Handle;
  mk_bool_sort(context: Handle): Handle;
  mk_const(context: Handle, name: Handle, sort: Handle): Handle;
  mk_not(context: Handle, a: Handle): Handle;
  mk_or(context: Handle, args: Handle[]): Handle;
  to_app(context: Handle, a: Handle): Handle;
  get_app_decl(context: Handle, app: Handle): Handle;
  mk_solver_for_logic(context: Handle, logic: Handle): Handle;
  solver_inc_ref(context: Handle, solver: Handle): void;
  solver_from_string(context: Handle, solver: Handle, text: string): void;
  solver_assert(context: Handle, solver: Handle, a: Handle): void;
  solver_check_assumptions(context: Handle, solver: Handle, assumptions: Handle[]): Promise<number>;
  solver_get_reason_unknown(context: Handle, solver: Handle): string;
  solver_get_model(context: Handle, solver: Handle): Handle;
  model_get_const_interp(context: Handle, model: Handle, declaration: Handle): Handle | null;
  mk_true(context: Handle): Handle;
}

const SAT = 1;
const UNSAT = -1;

/** A context with one puzzle, or, if `kept`, with the rules of many. */
class Told {
  readonly #z3: Z3;
  readonly #context: Handle;
  readonly #solver: Handle;
  readonly #literals: Handle[];
  readonly #declarations: Handle[];
  readonly #kept: boolean;
  #guards = 0;

  constructor(z3: Z3, groups: Groups, kept: boolean) {
    const config = z3.mk_config();
    const context = z3.mk_context(config);
    z3.del_config(config);
    this.#z3 = z3;
    this.#kept = kept;
    this.#context = context;
    this.#solver = z3.mk_solver_for_logic(context, z3.mk_string_symbol(context, "QF_FD"));
    z3.solver_inc_ref(context, this.#solver);
    z3.solver_from_string(context, this.#solver, smtlib(groups, kept ? [] : groups.givens));
    this.#literals = Array.from({ length: literalCount(groups) }, (_, at) => this.#constant(`l${String(at)}`));
    this.#declarations = this.#literals.map((literal) => z3.get_app_decl(context, z3.to_app(context, literal)));
  }

  async solve(groups: Groups, unique: boolean): Promise<Answer> {
    const givens = this.#kept ? groups.givens.map((literal) => this.#literals[literal]!) : [];
    const found: Solution[] = [];
    const first = await this.#check(givens);
    if (first === null) return this.#gaveUp();
    if (!first) return answerOf(found, unique);
    const holds = this.#model(groups);
    found.push({ values: valuesOf(groups, holds) });
    if (!unique) return answerOf(found, false);
    const second = await this.#check([...givens, ...this.#another(visibleOf(groups, holds))]);
    if (second === null) return this.#gaveUp();
    if (second) found.push({ values: valuesOf(groups, this.#model(groups)) });
    return answerOf(found, true);
  }

  /** Not all of these literals; among kept rules behind a guard, which is returned, so that it binds nobody later. */
  #another(held: readonly number[]): Handle[] {
    const z3 = this.#z3;
    const guards = this.#kept ? [this.#constant(`guard${String(this.#guards++)}`)] : [];
    const negated = [...guards, ...held.map((literal) => this.#literals[literal]!)];
    const clause = z3.mk_or(
      this.#context,
      negated.map((one) => z3.mk_not(this.#context, one)),
    );
    z3.solver_assert(this.#context, this.#solver, clause);
    return guards;
  }

  close(): void {
    this.#z3.del_context(this.#context);
  }

  #constant(name: string): Handle {
    const z3 = this.#z3;
    const symbol = z3.mk_string_symbol(this.#context, name);
    return z3.mk_const(this.#context, symbol, z3.mk_bool_sort(this.#context));
  }

  /** Null: not settled. */
  async #check(assumptions: Handle[]): Promise<boolean | null> {
    const truth = await this.#z3.solver_check_assumptions(this.#context, this.#solver, assumptions);
    return truth === SAT ? true : truth === UNSAT ? false : null;
  }

  #gaveUp(): Answer {
    return unknown(this.#z3.solver_get_reason_unknown(this.#context, this.#solver));
  }

  #model(groups: Groups): (literal: number) => boolean {
    const z3 = this.#z3;
    const model = z3.solver_get_model(this.#context, this.#solver);
    // Terms are told apart by their handles. Each costs a call, so a variable's are asked for until one holds: that it is
    // the only one was among the rules.
    const yes = z3.mk_true(this.#context);
    const held = new Set<number>();
    let end = 0;
    for (const { lowest, highest } of groups.variables) {
      let literal = end;
      end += highest - lowest + 1;
      const holds = (): boolean =>
        z3.model_get_const_interp(this.#context, model, this.#declarations[literal]!) === yes;
      while (literal < end && !holds()) literal++;
      if (literal < end) held.add(literal);
    }
    return (literal) => held.has(literal);
  }
}

/** Counts as such, which this solver takes quicker than pairs of literals. */
export function smtlib(groups: Groups, givens: readonly number[]): string {
  const lines = Array.from({ length: literalCount(groups) }, (_, at) => `(declare-const l${String(at)} Bool)`);
  for (const group of groups.groups) lines.push(...assertions(positive(group)));
  for (const given of givens) lines.push(`(assert l${String(given)})`);
  return lines.join("\n");
}

function assertions(sum: Sum): string[] {
  const names = sum.terms.map(({ literal, negated }) =>
    negated ? `(not l${String(literal)})` : `l${String(literal)}`,
  );
  const all = names.join(" ");
  const weights = sum.terms.map(({ weight }) => weight).join(" ");
  const asserted: string[] = [];
  const { at_least: low, at_most: high } = sum;
  if (names.length === 0) return low !== null || high !== null ? ["(assert false)"] : [];
  if (low !== null) {
    const bounded = isCount(sum)
      ? `((_ at-least ${String(low)}) ${all})`
      : `((_ pbge ${String(low)} ${weights}) ${all})`;
    asserted.push(low === 1 ? `(assert (or ${all}))` : `(assert ${bounded})`);
  }
  if (high !== null && high < 0) return ["(assert false)"];
  if (high !== null) {
    const bounded = isCount(sum)
      ? `((_ at-most ${String(high)}) ${all})`
      : `((_ pble ${String(high)} ${weights}) ${all})`;
    asserted.push(`(assert ${bounded})`);
  }
  return asserted;
}

export function z3Peer(load: () => Promise<Z3>): Peer {
  let z3: Z3 | null = null;
  return {
    load: async () => void (z3 = await load()),
    forget: () => Promise.resolve(),
    async solve({ groups }: Posed, unique: boolean): Promise<Answer> {
      const told = new Told(z3!, groups, false);
      try {
        return await told.solve(groups, unique);
      } finally {
        told.close();
      }
    },
  };
}

export function z3KeptPeer(load: () => Promise<Z3>): Peer {
  let z3: Z3 | null = null;
  let told: Told | null = null;
  const drop = (): void => {
    told?.close();
    told = null;
  };
  return {
    load: async () => void (z3 = await load()),
    tell({ groups }: Posed): Promise<void> {
      drop();
      told = new Told(z3!, groups, true);
      return Promise.resolve();
    },
    forget: () => Promise.resolve(drop()),
    solve: ({ groups }: Posed, unique: boolean) => told!.solve(groups, unique),
  };
}
