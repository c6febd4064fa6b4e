// A hint by degrees: where to look, which rule decides, which cell it is about, and only then its value. All of it is
// read off the proof of System 2's easiest step; no family and no rule is known here.

import { cellOf } from "../board/symbols";
import { t } from "../i18n/i18n";
import { namesText, saidOf } from "../i18n/sentences";
import type { Board, Name, Proof } from "../protocol/engine";
import { cellName } from "./texts";

/** So many cells, rules and lines of a grid are named; of more it is said that they are many. */
const MOST_CELLS = 6;
const MOST_RULES = 4;
const MOST_LINES = 3;

/** What a hint of this degree says, a sentence for each degree up to it. */
export function hintSaid(board: Board, proof: Proof, degree: number): string[] {
  const args = { cell: cellName(board, proof.variable), value: saidOf(board, proof.value) };
  const made = proof.place ? "place" : "rule_out";
  const all = [
    () => t("hint.where", { where: whereText(board, proof) }),
    () => [ruleText(proof), wayText(proof)].filter((text) => text !== "").join(" "),
    () => t(`hint.cell.${made}`, args),
    () => t(`hint.value.${made}`, args),
  ];
  return all.slice(0, degree).map((say) => say());
}

/** Where the cells of the cited rules lie: in a few lines of the grid, or the cells themselves where there is none. */
function whereText(board: Board, proof: Proof): string {
  const variables = proof.ruleCells.length > 0 ? proof.ruleCells : [proof.variable];
  const names = variables.flatMap((variable) => cellOf(board, variable)?.name ?? []);
  if (!names.every(({ key }) => key === "cell.at")) {
    return names.length > MOST_CELLS ? t("hint.where_many") : namesText(names);
  }
  const [rows, columns] = (["row", "column"] as const).map((line) => linesOf(names, line)) as [Name[], Name[]];
  // One cell alone: in the line that its rule is about.
  const upright = proof.rules.some(({ name: { args } }) => "column" in args && !("row" in args));
  if (columns.length === 1 && (rows.length > 1 || upright)) return namesText(columns);
  if (rows.length > MOST_LINES && columns.length > MOST_LINES) return t("hint.where_many");
  if (rows.length === 1 || columns.length > MOST_LINES) return namesText(rows);
  if (rows.length > MOST_LINES) return namesText(columns);
  return t("hint.where_both", { rows: namesText(rows), columns: namesText(columns) });
}

function linesOf(names: readonly Name[], line: "row" | "column"): Name[] {
  const numbers = new Set(names.map(({ args }) => Number(args[line])));
  return [...numbers].sort((a, b) => a - b).map((n) => ({ key: `unit.${line}`, args: { n } }));
}

/** The rules that the step rests on. That a cell has one value is a matter of course. */
function ruleText(proof: Proof): string {
  const rules = proof.rules.filter(({ cell }) => !cell).map(({ name }) => name);
  const named = [...new Map(rules.map((name) => [JSON.stringify(name), name])).values()];
  if (named.length === 0) return "";
  return named.length > MOST_RULES
    ? t("hint.rules_many", { count: named.length })
    : t("hint.rule", { count: named.length, rules: namesText(named) });
}

/** How one gets from the rules to the step; empty where its lines follow no pattern of their own. */
function wayText({ lines, place }: Proof): string {
  const keys = lines.map(({ key }) => key);
  const some = (pattern: RegExp) => keys.some((key) => pattern.test(key));
  if (some(/^why\.suppose/)) return t("hint.way.suppose");
  if (place && some(/^why\.(last|only)_place/)) return t("hint.way.place");
  if (place && some(/^why\.(last|only)_value/)) return t("hint.way.value");
  return some(/^why\.seen/) ? t("hint.way.seen") : "";
}
