// The shop and a reader's hard conditions as a declaration (puzzles/puzzle.schema.json), which Z3 and the proofs then work from.
//
// Cells: the product, what is known of it (price, material, place, purpose) and one for each condition: whether it is met.
// Rules are tables: the price list, the graph and so on say what is known of which product; "under 20" says which prices
// meet that. What is asked about is played: that conditions are met, or which product it is.

import { MATERIALS, PLACES, type Material, type Place, type WishData } from "./data";
import type { Way } from "./rank";

export interface Conditions {
  /** The graph has to lead from the product to the wish. */
  graph: boolean;
  under: number | null;
  not: Material | null;
  place: Exclude<Place, "both"> | null;
}

export const CONDITIONS = ["graph", "under", "not", "place"] as const;
export type Condition = (typeof CONDITIONS)[number];

/** How the reader's language calls the cells and rules. */
export interface Called {
  cell: (id: "product" | Aspect["id"]) => string;
  /** The list that says what is known of each product. */
  list: (id: Aspect["id"]) => string;
  /** The rule that says what meets a condition. */
  meaning: string;
  no: string;
  yes: string;
  condition: (condition: Condition) => string;
  product: (product: number) => string;
  material: (material: Material) => string;
  place: (place: Place) => string;
}

export interface Declared {
  family: "custom";
  text: string;
  /** Number of the product's cell, and the value of the first candidate there. */
  product: number;
  first: number;
  /** Those that are asked for, with the numbers of their cells. */
  conditions: { condition: Condition; cell: number }[];
}

/** A variable has at most 36 values. */
export const MOST_CANDIDATES = 36;
const PRICE_STEP = 5;
const PRICES = 36;

// Each kind of value has numbers of its own, for a number is written the same in every cell.
const NO = 0;
const YES = 1;
const PRICE = 2; // the lowest price
const MATERIAL = PRICE + PRICES;
const PLACE = MATERIAL + MATERIALS.length;
const NOTHING = PLACE + PLACES.length; // no purpose that the graph connects with the wish
const SOMETHING = NOTHING + 1;
const PRODUCT = SOMETHING + 1;

const priceValue = (price: number) => PRICE + price / PRICE_STEP - 1;
const between = (lowest: number, count: number) => Array.from({ length: count }, (_, at) => lowest + at);

/** What is known of a product, and which values of it meet the condition. */
interface Aspect {
  id: "price" | "material" | "place" | "purpose";
  condition: Condition;
  values: number[];
  of: (product: number) => number;
  meets: (value: number) => boolean;
}

function aspects(data: WishData, ways: readonly Way[][], wanted: Conditions): Aspect[] {
  const { under, not, place } = wanted;
  const product = (one: number) => data.products[one]!;
  const all: (Aspect & { wanted: boolean })[] = [
    {
      ...{ id: "purpose", condition: "graph", wanted: wanted.graph, values: [NOTHING, SOMETHING] },
      of: (one) => (ways[one]!.length > 0 ? SOMETHING : NOTHING),
      meets: (value) => value === SOMETHING,
    },
    {
      ...{ id: "price", condition: "under", wanted: under !== null, values: between(PRICE, PRICES) },
      of: (one) => priceValue(product(one).price),
      meets: (value) => value < priceValue(under!),
    },
    {
      ...{ id: "material", condition: "not", wanted: not !== null, values: between(MATERIAL, MATERIALS.length) },
      of: (one) => MATERIAL + MATERIALS.indexOf(product(one).material),
      meets: (value) => value !== MATERIAL + MATERIALS.indexOf(not!),
    },
    {
      ...{ id: "place", condition: "place", wanted: place !== null, values: between(PLACE, PLACES.length) },
      of: (one) => PLACE + PLACES.indexOf(product(one).place),
      meets: (value) => [place!, "both" as const].some((one) => value === PLACE + PLACES.indexOf(one)),
    },
  ];
  return all.filter((one) => one.wanted);
}

/** Symbols are given at most 24 bytes. */
function short(text: string): string {
  const bytes = new TextEncoder().encode(text).slice(0, 24);
  return new TextDecoder().decode(bytes).replace(/\uFFFD+$/, "");
}

export function declare(
  data: WishData,
  {
    candidates,
    ways,
    wanted,
    called,
  }: { candidates: readonly number[]; ways: readonly Way[][]; wanted: Conditions; called: Called },
): Declared {
  const asked = aspects(data, ways, wanted);
  const ends = (values: readonly number[]) => [values[0], values.at(-1)];
  const products = between(PRODUCT, candidates.length);
  const cells = [
    { id: "product", name: called.cell("product"), row: 0, column: 0, values: ends(products) },
    ...asked.map(({ id, values }, at) => ({
      id,
      name: called.cell(id),
      row: 1,
      column: at,
      values: ends(values),
    })),
    ...asked.map(({ condition }, at) => ({
      id: `met_${condition}`,
      name: called.condition(condition),
      row: 2,
      column: at,
      values: [NO, YES],
    })),
  ];
  const constraints = asked.flatMap(({ id, condition, values, of, meets }) => [
    {
      ...{ kind: "table", name: called.list(id), cells: ["product", id] },
      rows: candidates.map((product, at) => [PRODUCT + at, of(product)]),
    },
    {
      ...{ kind: "table", name: called.meaning, cells: [id, `met_${condition}`] },
      rows: values.map((value) => [value, meets(value) ? YES : NO]),
    },
  ]);
  const symbols = [
    ...[called.no, called.yes],
    ...between(1, PRICES).map((step) => String(step * PRICE_STEP)),
    ...MATERIALS.map(called.material),
    ...PLACES.map(called.place),
    ...[called.no, called.yes],
    ...candidates.map(called.product),
  ].map(short);
  return {
    family: "custom",
    text: JSON.stringify({ format: "fastslow-puzzle/1", title: "wish", cells, symbols, constraints }),
    product: 0,
    first: PRODUCT,
    conditions: asked.map(({ condition }, at) => ({ condition, cell: 1 + asked.length + at })),
  };
}
