// Where the visitor chooses what is raced on.

import { html, nothing } from "lit";

import { t } from "../i18n/i18n";
import { sizeText } from "../i18n/sentences";
import type { Sample } from "../game/wishes";
import type { Puzzle } from "./lane";
import type { Puzzles } from "./puzzles";

interface Choice {
  family: string;
  text: string;
  /** What speaks against the visitor's own text, in a sentence. */
  refused: string;
  browse(family: string): void;
  choose(puzzle: Puzzle): void;
  /** A text, and how it is called. */
  take(text: string, name: string): void;
}

export function renderChoice(puzzles: Puzzles, choice: Choice) {
  const { family, text, browse, choose } = choice;
  const { families, samples } = puzzles;
  const known = samples.some((sample) => sample.text === text);
  return html`<div class="choice">
      <label
        >${t("lab.puzzle.family")}
        <select class="kind" ?disabled=${families.length === 0} @change=${(event: Event) => browse(valueOf(event))}>
          ${families.some(({ id }) => id === family) ? nothing : html`<option selected value=${family}>${t(`family.${family}`)}</option>`}
          ${families.map(({ id }) => html`<option value=${id} ?selected=${id === family}>${t(`family.${id}`)}</option>`)}
        </select></label
      >
      <label
        >${t("lab.puzzle")}
        <select
          class="which"
          ?disabled=${samples.length === 0}
          @change=${(event: Event) => {
            const sample = samples[Number(valueOf(event))];
            if (sample) choose(sample);
          }}
        >
          ${known ? nothing : html`<option selected value="-1">${t("lab.puzzle.other")}</option>`}
          ${namesOf(puzzles).map(
            (name, index) => html`<option value=${index} ?selected=${samples[index]!.text === text}>${name}</option>`,
          )}
        </select></label
      >
    </div>
    ${renderOwn(choice)}`;
}

function renderOwn({ refused, take }: Choice) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const area = (event.target as HTMLFormElement).querySelector("textarea");
    take(area?.value ?? "", t("lab.trace.pasted"));
  };
  return html`<details class="own">
    <summary>${t("lab.own")}</summary>
    <form @submit=${submit}>
      <label for="own-text">${t("lab.own.text")}</label>
      <textarea id="own-text" spellcheck="false"></textarea>
      <div class="choice">
        <button class="button small">${t("lab.own.take")}</button>
        <label
          >${t("lab.own.file")}
          <input
            type="file"
            accept=".json,.txt,.sdk,.csv,application/json,text/plain"
            @change=${(event: Event) => void fromFile(event, take)}
        /></label>
      </div>
      ${refused ? html`<p class="problem" role="alert">${refused}</p>` : nothing}
    </form>
  </details>`;
}

async function fromFile(event: Event, take: Choice["take"]): Promise<void> {
  const input = event.target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (file) take(await file.text(), file.name);
  // So that the same file can be chosen again.
  input.value = "";
}

/** Numbered within their size and level. */
function namesOf({ families, samples }: Puzzles): string[] {
  const counts = new Map<string, number>();
  return samples.map((sample) => {
    const group = kindOf(sample, families);
    const n = (counts.get(group) ?? 0) + 1;
    counts.set(group, n);
    return `${group} · ${n}`;
  });
}

function kindOf({ family, size, level }: Sample, families: Puzzles["families"]): string {
  const dimension = families.find(({ id }) => id === family)?.dimensions.find(({ id }) => id === size);
  return [dimension ? sizeText(family, dimension) : size, t(`level.${level}`)].join(" · ");
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;
