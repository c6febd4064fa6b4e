// How <fast-slow> looks: a card of the size that it keeps. What stands beneath the board changes with what is said there, so
// that room is reserved for it from the start.

import { css, unsafeCSS } from "lit";

import palette from "../style/colours.css?inline";
import { goalStyles } from "../shell/goal_line";
import { saidStyles } from "../style/said_styles";

/** The page's colours, as the element's own: the page around it has none of them. Light or dark is that page's choice. */
const colours = unsafeCSS(palette.replace(":root", ":host").replace(/color-scheme:[^;]*;/, ""));

export const elementStyles = css`
  ${colours}
  :host {
    display: block;
    contain: content;
    max-width: 620px;
    color: var(--ink);
    font: 400 15px/1.5 var(--font);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([theme="auto"]) {
    color-scheme: light dark;
  }
  :host(:lang(ko)) {
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    container-type: inline-size;
    padding: 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
  }
  .title {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    min-height: 24px;
    font-weight: 650;
  }
  .about {
    color: var(--muted);
    font-size: 14px;
  }
  [inert] {
    opacity: 0.6;
  }
  .desk {
    position: relative;
    width: 100%;
    max-width: var(--board-height, 460px);
    margin-inline: auto;
    --board-height: inherit;
  }
  .desk fs-counters {
    display: block;
    margin-bottom: 8px;
  }
  /* The room of a board that is not here yet. */
  .blank {
    aspect-ratio: var(--columns, 1) / var(--rows, 1);
    border: 2px solid var(--line);
    border-radius: 4px;
    background: var(--card);
  }
  .start {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    pointer-events: none;
  }
  .start button {
    display: grid;
    place-items: center;
    width: 76px;
    height: 76px;
    border: 0;
    border-radius: 50%;
    background: var(--ink);
    color: var(--card);
    box-shadow: 0 3px 14px var(--shadow);
    pointer-events: auto;
    opacity: 0.92;
  }
  .start button:hover {
    opacity: 1;
  }
  .start svg {
    width: 40px;
    height: 40px;
  }
  .start .waiting svg {
    animation: breathe 1.2s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.25;
    }
  }
  .beneath {
    display: grid;
    align-content: start;
    gap: 10px;
    min-height: 148px;
  }
  .beneath.unmoved {
    min-height: 0;
  }
  /* Keys for fingers come when a finger has chosen a cell. */
  .frame:not(.touched) fs-pad {
    display: none;
  }
  ${saidStyles}
  ${goalStyles}
  .panels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 12px;
    min-height: 190px;
  }
  .message:empty {
    display: none;
  }
  .trouble {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  @media (max-width: 480px) {
    .frame {
      padding: 9px;
    }
  }
  @media print {
    .start,
    .modes,
    fs-controls,
    fs-pad,
    .panels {
      display: none;
    }
  }
`;
