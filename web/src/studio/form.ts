// The studio's form: what is set up, field by field. Each hands on its name and its text.

import { html, nothing, type TemplateResult } from "lit";

import { LANGUAGES, NAMES } from "../../i18n/languages";
import { LEVELS, LOCKS, PARTS, USUAL } from "../element/wish";
import { t } from "../i18n/i18n";
import { MODES, SPEEDS } from "../game/settings";
import { KINDS } from "../places/packs";
import { ASKS, WIDTHS, type Name, type Setup } from "./setup";

type Set = (name: Name, text: string) => void;

const PART_NAMES: Partial<Record<string, string>> = {
  system1: "system1.title",
  arbitrator: "arbitrator.title",
  system2: "system2.title",
  decisions: "decisions.title",
};

const textOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;

function section(title: string, fields: unknown, open = false): TemplateResult {
  return html`<details ?open=${open}>
    <summary>${title}</summary>
    <div class="fields">${fields}</div>
  </details>`;
}

function choose(
  title: string,
  value: string,
  options: readonly (readonly [string, string])[],
  chosen: (v: string) => void,
) {
  return html`<label class="field"
    >${title}
    <select @change=${(event: Event) => chosen(textOf(event))}>
      ${options.map(([id, name]) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
    </select>
  </label>`;
}

function number(title: string, value: string, most: number, chosen: (v: string) => void) {
  return html`<label class="field"
    >${title}
    <input
      type="number"
      min="0"
      max=${most}
      inputmode="numeric"
      .value=${value}
      @change=${(event: Event) => chosen(textOf(event))}
    />
  </label>`;
}

function text(title: string, value: string, chosen: (v: string) => void, rows = 2) {
  return html`<label class="field"
    >${title}<textarea rows=${rows} .value=${value} @change=${(event: Event) => chosen(textOf(event))}></textarea>
  </label>`;
}

function box(title: string, on: boolean, chosen: (on: boolean) => void) {
  const change = (event: Event) => chosen((event.target as HTMLInputElement).checked);
  return html`<label class="choice"><input type="checkbox" .checked=${on} @change=${change} />${title}</label>`;
}

/** Where nothing is chosen, that has a name, too. */
const named = (id: string, none: string): string => (id === "" ? none : id);

const wordsOf = (list = "") => list.split(/[\s,_]+/).filter((word) => word !== "");

// --- the sections -------------------------------------------------------------------------------------------------

function renderPuzzle(setup: Setup, set: Set) {
  const { family = "sudoku", puzzle = "", seed = "", level = "" } = setup;
  const kinds = [...KINDS, "custom"].map((id) => [id, t(`family.${id}`)] as const);
  const levels = [["", t("studio.level.any")] as const, ...LEVELS.map((id) => [id, t(`level.${id}`)] as const)];
  return section(
    t("studio.puzzle"),
    html`${choose(t("studio.family"), family, kinds, (id) => set("family", id))}
    ${text(t("studio.text"), puzzle, (one) => set("puzzle", one), 3)}
    ${
      puzzle === "" && family !== "custom"
        ? html`<div class="pair">
            ${number(t("studio.seed"), seed, Number.MAX_SAFE_INTEGER, (one) => set("seed", one))}
            ${seed === "" ? nothing : choose(t("studio.level"), level, levels, (one) => set("level", one))}
          </div>`
        : nothing
    }`,
    true,
  );
}

const WITHIN = /^solved_(\d+)$/;

function renderTask(setup: Setup, set: Set) {
  const { goal = "", ask = "", question = "", answer = "" } = setup;
  const within = WITHIN.exec(goal)?.[1];
  const goals = ["", "sure_wrong", "solved", "within"].map((id) => {
    const name = named(id, "none");
    return [id, t(`studio.goal.${name}`)] as const;
  });
  const asks = ["", ...ASKS].map((id) => {
    const name = named(id, "none");
    return [id, t(`studio.ask.${name}`)] as const;
  });
  return section(
    t("studio.task"),
    html`${choose(t("studio.goal"), within === undefined ? goal : "within", goals, (id) =>
      set("goal", id === "within" ? "solved_3" : id),
    )}
    ${within === undefined ? nothing : number(t("studio.goal.most"), within, 999, (most) => set("goal", `solved_${Number(most)}`))}
    ${choose(t("studio.ask"), ask, asks, (id) => set("ask", id))}
    ${
      ask === "own"
        ? html`${text(t("studio.question"), question, (one) => set("question", one))}
          ${text(t("studio.answer"), answer, (one) => set("answer", one))}`
        : nothing
    }`,
    true,
  );
}

function renderShown(setup: Setup, set: Set) {
  const shown = new Set<string>([...USUAL, ...wordsOf(setup.show)]);
  for (const part of wordsOf(setup.hide)) shown.delete(part);
  const toggle = (part: string, on: boolean) => {
    const now: readonly string[] = PARTS.filter((one) => (one === part ? on : shown.has(one)));
    set("show", now.filter((one) => !(USUAL as readonly string[]).includes(one)).join(" "));
    set("hide", USUAL.filter((one) => !now.includes(one)).join(" "));
  };
  return section(
    t("studio.shows"),
    PARTS.map((part) =>
      box(t(PART_NAMES[part] ?? `author.share.part.${part}`), shown.has(part), (on) => toggle(part, on)),
    ),
  );
}

function renderLocks(setup: Setup, set: Set) {
  const locked = wordsOf(setup.lock);
  return section(
    t("studio.locks"),
    LOCKS.map((lock) =>
      box(t(`studio.lock.${lock}`), locked.includes(lock), (on) =>
        set("lock", LOCKS.filter((one) => (one === lock ? on : locked.includes(one))).join(" ")),
      ),
    ),
  );
}

function renderPlay(setup: Setup, set: Set) {
  const { mode = "both", speed = "steady", steps = "", autoplay } = setup;
  return section(
    t("studio.plays"),
    html`<div class="pair">
        ${choose(
          t("studio.mode"),
          mode,
          MODES.map((id) => [id, t(`mode.${id}`)]),
          (id) => set("mode", id === "both" ? "" : id),
        )}
        ${choose(
          t("studio.speed"),
          speed,
          Object.keys(SPEEDS).map((id) => [id, t(`speed.${id}`)]),
          (id) => set("speed", id === "steady" ? "" : id),
        )}
      </div>
      ${number(t("studio.steps"), steps, 1024, (one) => set("steps", one === "0" ? "" : one))}
      ${box(t("studio.autoplay"), autoplay !== undefined, (on) => set("autoplay", on ? "1" : ""))}`,
  );
}

function renderLook(setup: Setup, set: Set) {
  const { lang = "", theme = "", width = "620" } = setup;
  const themes = ["", "auto", "light", "dark"].map((id) => {
    const name = named(id, "page");
    return [id, t(`studio.theme.${name}`)] as const;
  });
  const langs = [["", t("studio.theme.page")], ...LANGUAGES.map((tag) => [tag, NAMES[tag]!] as const)] as const;
  return section(
    t("studio.looks"),
    html`<div class="pair">
        ${choose(t("studio.lang"), lang, langs, (id) => set("lang", id))}
        ${choose(t("studio.theme"), theme, themes, (id) => set("theme", id))}
      </div>
      ${choose(
        t("studio.width"),
        width,
        WIDTHS.map((one) => [one, t("studio.pixels", { width: one })]),
        (one) => set("width", one === "620" ? "" : one),
      )}`,
  );
}

export const renderForm = (setup: Setup, set: Set): TemplateResult =>
  html`${renderPuzzle(setup, set)} ${renderTask(setup, set)} ${renderShown(setup, set)} ${renderLocks(setup, set)}
  ${renderPlay(setup, set)} ${renderLook(setup, set)}`;
