// Which dial each strategy has: of what the engine tells that its strategies read, what the lab lets one turn.

import type { Config, Protocol, Setting } from "../protocol/engine";
import type { Strategy } from "../protocol/decision";
import { SCOPES, type Scope } from "../game/settings";
import type { How } from "./how";

/** The more particular first. Each goes from 0 to 1; beyond that, where the engine's own value may lie, nothing is trusted. */
const DIALS = ["share", "rate", "certified", "threshold"] as const;
type Dial = (typeof DIALS)[number];

export class Dials {
  private known: Pick<Protocol, "strategies" | "settings"> = { strategies: [], settings: [] };

  learn(protocol: Pick<Protocol, "strategies" | "settings">): void {
    this.known = protocol;
  }

  /** What the lab can play by, in the engine's order. */
  get offered(): readonly Strategy[] {
    return this.known.strategies.filter(({ hindsight }) => !hindsight).map(({ name }) => name);
  }

  /** Null where there is none, and before the engine has told. */
  of(strategy: Strategy): (Setting & { name: Dial }) | null {
    const info = this.known.strategies.find(({ name }) => name === strategy);
    // Where everything or nothing is checked, a threshold decides nothing but about second looks.
    if (!info?.system1 || !info.system2 || strategy === "verify") return null;
    const dial = DIALS.find((name) => info.reads.includes(name));
    const setting = this.known.settings.find(({ name }) => name === dial);
    return dial && setting ? { ...setting, name: dial } : null;
  }

  /** Where the dial stands. */
  value({ strategy, dial }: How): number {
    return dial ?? this.of(strategy)?.default ?? 0;
  }

  /** Whether it can be chosen what System 2 is asked about. */
  scoped(strategy: Strategy): boolean {
    return this.known.strategies.some(({ name, reads }) => name === strategy && reads.includes("scope"));
  }

  /** Without a proposal no cell is in doubt. */
  scopes(strategy: Strategy): readonly Scope[] {
    const proposes = this.known.strategies.some(({ name, system1 }) => name === strategy && system1);
    return SCOPES.filter((one) => proposes || one === "step" || one === "board");
  }

  configOf(how: How): Partial<Config> {
    const dial = this.of(how.strategy);
    return {
      strategy: how.strategy,
      ...(dial && { [dial.name]: this.value(how) }),
      ...(this.scoped(how.strategy) && { scope: SCOPES.indexOf(how.scope ?? "step") }),
    };
  }
}
