// The window and the sheet in it, the lines of the grid, and the frames drawn above them.

import { css } from "lit";

export const sheetStyles = css`
  :host {
    display: block;
  }
  svg,
  .blank {
    display: block;
    width: 100%;
    height: auto;
    grid-area: 1 / 1;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    -webkit-touch-callout: none;
    user-select: none;
  }
  /* A finger that moves sideways paints; one that moves up or down scrolls the page. */
  .painted:not(.scrolled) svg {
    touch-action: pan-y pinch-zoom;
  }
  .blank {
    aspect-ratio: 1;
    border: 2px solid var(--line);
    border-radius: 4px;
    background: var(--card);
  }
  .window {
    overflow-x: auto;
  }
  .sheet {
    display: grid;
    margin-inline: auto;
  }
  /* The rows' clues stay while the board is scrolled beneath them. */
  .rail {
    position: sticky;
    left: 0;
    grid-area: 1 / 1;
    background: var(--ground);
    box-shadow: 7px 0 7px -7px var(--shadow);
  }
  .zoom {
    display: block;
    margin: 0 0 6px auto;
    padding: 4px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    color: var(--muted);
    font: inherit;
    font-size: 13px;
    cursor: pointer;
  }
  .zoom:focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  .clues {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .thin {
    fill: none;
    stroke: var(--grid);
    stroke-width: 1.2;
  }
  .region {
    fill: none;
    stroke: var(--grid-heavy);
    stroke-width: 2.6;
    stroke-linejoin: round;
  }
  .slanted {
    fill: none;
    stroke: var(--grid);
    stroke-width: 2;
    opacity: 0.7;
    pointer-events: none;
  }
  .heavy {
    fill: none;
    stroke: var(--grid-heavy);
    stroke-width: 3.4;
    stroke-linecap: square;
  }
  .lines {
    pointer-events: none;
  }
  .reach,
  .subject,
  .selection {
    fill: none;
    stroke-linejoin: round;
  }
  .subject {
    stroke: var(--s2);
    stroke-width: 4;
  }
  .reach {
    stroke: var(--s2);
    stroke-width: 2.2;
    stroke-dasharray: 7 4;
  }
  .subject.system1 {
    stroke: var(--s1);
  }
  .subject.player {
    stroke: var(--muted);
  }
  .selection {
    stroke: var(--ink);
    stroke-width: 1.6;
    stroke-dasharray: 5 4;
    opacity: 0;
  }
  svg:hover .selection {
    opacity: 0.55;
  }
  svg:focus-within .selection {
    opacity: 1;
    stroke-width: 2.6;
    stroke-dasharray: none;
  }
  text {
    font-family: var(--font);
    font-variant-numeric: tabular-nums;
    text-anchor: middle;
    fill: var(--ink);
    pointer-events: none;
  }
`;
