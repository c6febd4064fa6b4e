// What is shown of the answers: the four lists side by side, the reader's conditions, and System 2's verdict with its reasons.

import { html, nothing } from "lit";

import { t } from "../../i18n/i18n";
import { plain, tell } from "../../i18n/sentences";
import type { Board, Proof } from "../../protocol/engine";
import type { Answers } from "./ask";
import { MATERIALS, type WishData } from "./data";
import type { Condition, Conditions } from "./declare";
import { METHODS, type Method, type Way } from "./rank";
import type { Asked, Session } from "./session";
import { chainOf, conditionText, factText, productName } from "./telling";
import { stemsOf } from "./words";

/** So many of each list are shown. */
const SHOWN = 4;
const PRICES = [10, 20, 50, 100];

// --- the four lists --------------------------------------------------------------------------------------------------

export function renderOrders(data: WishData, { asked, trusted }: Session, answers: Answers) {
  const { meant } = asked!;
  return html`${meant === null || !trusted ? nothing : html`<p role="status">${betText(answers, meant, trusted)}</p>`}
    <div class="orders">
      ${METHODS.map((method) => {
        const order = answers.orders[method].filter(({ score }) => score > 0);
        return html`<section class=${method === trusted ? "order trusted" : "order"} aria-labelledby="order-${method}">
          <h4 id="order-${method}">${t(`wishes.method.${method}`)}</h4>
          ${
            order.length === 0
              ? html`<p class="muted">${t("wishes.nothing")}</p>`
              : html`<ol>
                  ${order
                    .slice(0, SHOWN)
                    .map(
                      ({ product }) =>
                        html`<li class=${product === meant ? "meant" : ""}>
                          ${productName(data, product)}${product === meant ? html` <small>✓</small>` : nothing}
                        </li>`,
                    )}
                </ol>`
          }
          <p class="why">${whyText(data, asked!, answers, method)}</p>
          ${meant === null ? nothing : html`<p class="why">${placeText(data, meant, answers, method)}</p>`}
        </section>`;
      })}
    </div>`;
}

/** What each method can say for its first. */
function whyText(data: WishData, { english, from }: Asked, { orders, ways }: Answers, method: Method) {
  const [first] = orders[method];
  if (!first || first.score <= 0) return t("wishes.why.silent");
  const product = data.products[first.product]!;
  if (method === "words") {
    const there = new Set(stemsOf(product.gloss));
    const words = english.split(/[^A-Za-z]+/).filter((word) => stemsOf(word).some((stem) => there.has(stem)));
    return t("wishes.why.words", {
      words: [...new Set(words.map((word) => from.get(word.toLowerCase()) ?? word))].join(", "),
    });
  }
  if (method !== "graph") return t(`wishes.why.${method}`, { likeness: first.score.toFixed(2) });
  const best = [...ways[first.product]!].sort((one, other) => other.gain - one.gain)[0]!;
  return renderChain(data, best, from);
}

/** The place of a product on a method's list; null where the method says nothing of it. */
function placeOf({ orders }: Answers, method: Method, product: number): number | null {
  const score = orders[method].find((one) => one.product === product)!.score;
  return score > 0 ? 1 + orders[method].filter((one) => one.score > score).length : null;
}

function placeText(data: WishData, meant: number, answers: Answers, method: Method): string {
  const name = productName(data, meant);
  const place = placeOf(answers, method, meant);
  return place === null
    ? t("wishes.rank.none", { name })
    : t("wishes.rank.at", { name, place, all: data.products.length });
}

/** What became of the reader's bet, where it is known what was meant. */
function betText(answers: Answers, meant: number, trusted: Method): string {
  const places = METHODS.map((method) => ({ method, place: placeOf(answers, method, meant) ?? Infinity }));
  const best = places.reduce((one, other) => (other.place < one.place ? other : one));
  if (best.place === Infinity) return t("wishes.bet.nobody");
  const own = places.find(({ method }) => method === trusted)!;
  return own.place === best.place
    ? t("wishes.bet.won")
    : t("wishes.bet.lost", { method: t(`wishes.method.${best.method}`), place: best.place });
}

export function renderChain(data: WishData, way: Way, from: ReadonlyMap<string, string>) {
  return html`<span class="chain"
    >${chainOf(data, way, from).map(
      ({ joint, text }) =>
        html`${joint === "" ? nothing : html`<span class="joint">${joint}</span>`}<span class="station">${text}</span>`,
    )}</span
  >`;
}

// --- conditions ------------------------------------------------------------------------------------------------------

interface Choice {
  id: string;
  chosen: string;
  options: readonly { value: string; text: string }[];
  take: (value: string) => Partial<Conditions>;
}

export function renderConditions(wanted: Conditions, want: (change: Partial<Conditions>) => void) {
  const choices: Choice[] = [
    {
      id: "under",
      chosen: String(wanted.under ?? ""),
      options: PRICES.map((price) => ({ value: String(price), text: t("wishes.condition.under", { price }) })),
      take: (value) => ({ under: value === "" ? null : Number(value) }),
    },
    {
      id: "not",
      chosen: wanted.not ?? "",
      options: MATERIALS.filter((one) => one !== "other").map((material) => ({
        value: material,
        text: t("wishes.condition.not", { material: t(`wishes.material.${material}`) }),
      })),
      take: (value) => ({ not: value === "" ? null : (value as Conditions["not"]) }),
    },
    {
      id: "place",
      chosen: wanted.place ?? "",
      options: (["indoors", "outdoors"] as const).map((place) => ({
        value: place,
        text: t("wishes.condition.place", { place: t(`wishes.place.${place}`) }),
      })),
      take: (value) => ({ place: value === "" ? null : (value as Conditions["place"]) }),
    },
  ];
  return html`<fieldset class="conditions">
    <legend>${t("wishes.conditions")}</legend>
    ${choices.map(
      ({ id, chosen, options, take }) =>
        html`<label
          >${t(`wishes.choice.${id}`)}
          <select @change=${(event: Event) => want(take((event.target as HTMLSelectElement).value))}>
            <option value="" ?selected=${chosen === ""}>${t("wishes.any")}</option>
            ${options.map(({ value, text }) => html`<option value=${value} ?selected=${chosen === value}>${text}</option>`)}
          </select></label
        >`,
    )}
    <label class="tick"
      ><input
        type="checkbox"
        .checked=${wanted.graph}
        @change=${(event: Event) => want({ graph: (event.target as HTMLInputElement).checked })}
      />${t("wishes.condition.graph")}</label
    >
  </fieldset>`;
}

// --- System 2 --------------------------------------------------------------------------------------------------------

export function renderVerdict(data: WishData, session: Session, live: boolean) {
  const { verdict, candidates, judged, trusted } = session;
  const method = t(`wishes.method.${trusted ?? "graph"}`);
  if (judged && candidates.length === 0)
    return html`<p class="verdict" role="status">${t("wishes.silent", { method })}</p>`;
  if (!verdict) return html`<p class="muted" role="status">${t(live ? "wishes.judging" : "wishes.waiting")}</p>`;
  const { accepted, refused, clash, board, ms, asked } = verdict;
  return html`<div class="system2">
    <p class="verdict" role="status">
      ${
        accepted
          ? t("wishes.accepted", { name: productName(data, accepted.product), method })
          : t("wishes.clash", { n: candidates.length, method, conditions: listed(clash, session.wanted) })
      }
    </p>
    ${accepted ? renderReasons(data, session, accepted, board) : nothing}
    ${
      refused.length > 0
        ? html`<p>${t("wishes.refused", { n: refused.length })}</p>
            <ul class="refused">
              ${refused.map(
                ({ product, by, proof }) =>
                  html`<li>
                    <b>${productName(data, product)}</b>:
                    ${by.map((one) => refusalText(data, product, one, session.wanted)).join(" ")}
                    ${renderProof(board, [proof])}
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    <p class="muted">${t("wishes.spent", { n: asked, ms: Math.round(ms) })}</p>
  </div>`;
}

const listed = (conditions: readonly Condition[], wanted: Conditions): string =>
  conditions.map((one) => `“${conditionText(one, wanted)}”`).join(" + ");

function refusalText(data: WishData, product: number, condition: Condition, wanted: Conditions): string {
  const wish = conditionText(condition, wanted);
  if (condition === "graph") return t("wishes.refusal.graph");
  return t("wishes.refusal", { condition: wish, fact: factText(data, product, condition) });
}

function renderReasons(
  data: WishData,
  { answers, asked, wanted }: Session,
  { product, reasons }: { product: number; reasons: { condition: Condition; proof: Proof }[] },
  board: Board,
) {
  const ways = answers!.ways[product]!;
  return html`<ul class="reasons">
      ${ways.map((way) => html`<li>${renderChain(data, way, asked!.from)}</li>`)}
      ${reasons
        .filter(({ condition }) => condition !== "graph")
        .map(({ condition }) => {
          const fact = factText(data, product, condition);
          return html`<li>${t("wishes.reason", { condition: conditionText(condition, wanted), fact })}</li>`;
        })}
    </ul>
    ${renderProof(
      board,
      reasons.map(({ proof }) => proof),
    )}`;
}

/** The solver's own sentences. */
function renderProof(board: Board, proofs: readonly Proof[]) {
  if (proofs.length === 0) return nothing;
  return html`<details>
    <summary>${t("wishes.proof")}</summary>
    ${proofs.flatMap(({ lines }) => lines).map((line) => html`<p>${plain(tell(line, board))}</p>`)}
  </details>`;
}
