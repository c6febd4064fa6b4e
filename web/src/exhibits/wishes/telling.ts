// What the exhibit says, in the reader's language: names, purposes, reasons.

import korean from "../../../../models/exhibits/wishes/korean.json";
import { language, t } from "../../i18n/i18n";
import type { Purpose, Thing, WishData } from "./data";
import type { Called, Condition, Conditions } from "./declare";
import type { Way } from "./rank";
import { stemOf } from "./words";

const KOREAN: Record<string, { word?: string; for?: Record<string, string> }> = korean.things;

export function productName(data: WishData, product: number): string {
  const { en, ko } = data.products[product]!;
  return language() === "ko" ? ko : en;
}

export function thingName(data: WishData, thing: number): string {
  const product = data.products.findIndex((one) => one.thing === thing);
  if (product >= 0) return productName(data, product);
  const { id, word } = data.things[thing]!;
  return language() === "ko" ? (KOREAN[id]?.word ?? word) : word;
}

export function purposeText({ id }: Thing, { phrase }: Purpose): string {
  return language() === "ko" ? (KOREAN[id]?.for?.[phrase] ?? phrase) : phrase;
}

/** The word of a text that has this stem, as it stands there. */
const wordWith = (text: string, stem: string): string =>
  text.split(/[^A-Za-z]+/).find((word) => stemOf(word.toLowerCase()) === stem) ?? stem;

/** A way through the graph as its stations, with what joins each to the next. */
export function chainOf(
  data: WishData,
  way: Way,
  said: ReadonlyMap<string, string>,
): { joint: string; text: string }[] {
  const { up, purpose, word, target, nearness } = way;
  const last = data.things[up.at(-1)!]!;
  const stations = up.map((thing, at) => ({
    joint: at === 0 ? "" : t("wishes.joint.is"),
    text: thingName(data, thing),
  }));
  const found = purpose === null ? null : last.purposes[purpose]!;
  if (found) stations.push({ joint: t(`wishes.joint.${found.relation}`), text: `“${purposeText(last, found)}”` });
  const own = said.get(word) ?? word;
  if (nearness === 1) return [...stations, { joint: t("wishes.joint.says"), text: `“${own}”` }];
  const there = language() === "ko" ? "" : wordWith(found?.phrase ?? last.word, target);
  const near = Math.round(100 * nearness);
  const joint = there ? t("wishes.joint.near", { there, near }) : t("wishes.joint.near_plain", { near });
  return [...stations, { joint, text: `“${own}”` }];
}

export const conditionText = (condition: Condition, wanted: Conditions): string =>
  ({
    graph: () => t("wishes.condition.graph"),
    under: () => t("wishes.condition.under", { price: wanted.under ?? 0 }),
    not: () => t("wishes.condition.not", { material: t(`wishes.material.${wanted.not ?? "other"}`) }),
    place: () => t("wishes.condition.place", { place: t(`wishes.place.${wanted.place ?? "both"}`) }),
  })[condition]();

/** What is known of a product that a condition asks about. */
export function factText(data: WishData, product: number, condition: Condition): string {
  const { price, material, place } = data.products[product]!;
  return {
    graph: () => t("wishes.fact.graph"),
    under: () => t("wishes.fact.price", { price }),
    not: () => t("wishes.fact.material", { material: t(`wishes.material.${material}`) }),
    place: () => t("wishes.fact.place", { place: t(`wishes.place.${place}`) }),
  }[condition]();
}

/** How proofs call cells and rules. */
export const called = (data: WishData, wanted: Conditions): Called => ({
  cell: (id) => t(`wishes.cell.${id}`),
  list: (id) => t(`wishes.list.${id}`),
  ...{ meaning: t("wishes.meaning"), no: t("wishes.no"), yes: t("wishes.yes") },
  condition: (condition) => t("wishes.cell.condition", { condition: conditionText(condition, wanted) }),
  product: (product) => productName(data, product),
  material: (material) => t(`wishes.material.${material}`),
  place: (place) => t(`wishes.place.${place}`),
});
