// A miniature for every kind of puzzle, so that it is found at a glance. Which one stands for a kind, its `Family` says
// (engine/puzzles/family.h); a kind without one of its own takes the plain grid.

import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const GRID = svg`<path d="M4 4h24v24H4zM12 4v24M20 4v24M4 12h24M4 20h24" />`;
const four = svg`<path d="M4 4h24v24H4zM16 4v24M4 16h24" />`;
const digit = (text: string, x: number, y: number, size = 9) =>
  svg`<text x=${x} y=${y} font-size=${size} dy=".36em">${text}</text>`;

export const ICONS: Record<string, SVGTemplateResult> = {
  grid: GRID,
  digits: svg`${GRID}${digit("5", 8, 8)}${digit("3", 24, 16)}${digit("8", 16, 24)}`,
  inequality: svg`<path d="M4 10h10v12H4zM18 10h10v12H18z" /><path class="strong" d="M17.4 13l-2.8 3l2.8 3" />${digit("2", 9, 16)}`,
  skyline: svg`<path class="solid" d="M5 19h5v9H5zM12 12h5v16h-5zM19 5h7v23h-7z" />`,
  cages: svg`<path d="M4 4h24v24H4zM4 16h12M16 4v24" />${digit("6×", 10.5, 10, 8)}${digit("3", 22, 16)}`,
  discs: svg`${four}<circle cx="10" cy="10" r="3.6" /><circle class="solid" cx="22" cy="10" r="3.8" /><circle class="solid" cx="10" cy="22" r="3.8" /><circle cx="22" cy="22" r="3.6" />`,
  picture: svg`${GRID}<path class="solid" d="M12 4h16v8h-8v8h-8v8H4v-8h8z" />`,
  mine: svg`${GRID}<circle class="solid" cx="16" cy="16" r="4" /><path class="strong" d="M16 10v12M10 16h12" />${digit("1", 8, 8)}`,
  lamp: svg`<path class="solid" d="M20 4h8v8h-8z" />${GRID}<circle class="solid" cx="8" cy="16" r="2.6" /><path class="strong" d="M12.5 16h13" />`,
  crown: svg`<path class="solid" d="M7 23L5 11l5.5 5L16 8l5.5 8l5.5-5l-2 12z" />`,
  people: svg`<circle cx="10.5" cy="10" r="4" /><path d="M4 27c0-8 13-8 13 0" /><circle class="solid" cx="22" cy="12" r="3.6" /><path class="solid" d="M16.5 27c0-7 11-7 11 0z" />`,
  house: svg`<path d="M5 15l11-9l11 9v12H5z" /><path class="strong" d="M10 27V17M15 27V14M20 27V17M24 27v-9" />`,
  map: svg`<path d="M4 6l9-2l7 3l8-2v21l-8 2l-7-3l-9 3zM13 4v21M20 7v21M13 14l7 3" /><path class="solid" d="M13 14l7 3v11l-7-3z" />`,
};

export function familyIcon(name: string): TemplateResult {
  const drawing = ICONS[name] ?? GRID;
  return html`<svg class="family-icon" viewBox="0 0 32 32" aria-hidden="true">${drawing}</svg>`;
}
