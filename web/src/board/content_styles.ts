// What stands in the cells: values and who placed them, what was ruled out, and how things are counted.

import { css } from "lit";

export const contentStyles = css`
  .value {
    animation: arrive 180ms ease-out;
  }
  .value.given {
    animation: none;
  }
  /* Not "none": that would have every value arrive when it is lifted. */
  :host([still]) .value {
    animation-duration: 0s;
  }
  .value.given > text {
    font-weight: 700;
  }
  .value.system1 > text {
    fill: var(--s1-ink);
  }
  .value.system2 > text {
    fill: var(--s2-ink);
  }
  .value.ghost {
    opacity: 0.75;
  }
  .value.ghost > text {
    font-style: italic;
  }
  /* Readable on a filled cell as well. */
  .origin > * {
    stroke: var(--card);
    stroke-width: 2.4;
    paint-order: stroke;
  }
  .contents {
    pointer-events: none;
  }
  /* On a painted region the light of a citation is a ring, so that the colour stays what it is. */
  .paint-ring {
    display: none;
    fill: none;
    stroke: var(--s2);
    stroke-width: 3;
    stroke-dasharray: 7 4;
  }
  .rule .paint-ring {
    display: inline;
  }
  .fact .paint-ring {
    display: inline;
    stroke-width: 5;
    stroke-dasharray: none;
  }
  .value.value > .paint-letter {
    fill: var(--ink);
    font-weight: 600;
  }
  .odds-fill {
    fill: var(--s2);
    opacity: 0.16;
    pointer-events: none;
  }
  .odds text {
    text-anchor: end;
    font-weight: 600;
  }
  .odds.system1 text {
    fill: var(--s1-ink);
  }
  .odds.system2 text {
    fill: var(--s2-ink);
  }
  .certain .system2 text {
    font-weight: 800;
    text-decoration: underline;
  }
  .ruled-out {
    fill: var(--ink);
  }
  .noted {
    fill: var(--ink);
  }
  .ruled-out-strike {
    stroke: var(--s2);
    stroke-width: 1.2;
    stroke-linecap: round;
  }
  .conflict .value:not(.given) > text {
    fill: var(--bad);
    text-decoration: underline wavy 1.5px;
  }
  .conflict .value:not(.given) > .glyph {
    --tint: var(--bad);
  }
  .conflict .value:not(.given) > .glyph :is(.white, .black, .full) {
    stroke: var(--bad);
    stroke-width: 5;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(3px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .value {
      animation: none;
    }
  }
`;
