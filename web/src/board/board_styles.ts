import { css } from "lit";

export const boardStyles = css`
  :host {
    display: block;
  }
  svg,
  .blank {
    display: block;
    width: 100%;
    height: auto;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    user-select: none;
  }
  .blank {
    aspect-ratio: 1;
    border: 2px solid var(--line);
    border-radius: 4px;
    background: var(--card);
  }
  .card {
    fill: var(--card);
  }
  .cell {
    outline: none;
    cursor: default;
  }
  .ground {
    fill: transparent;
  }
  .rule .ground {
    fill: var(--cited);
  }
  .many .rule .ground {
    fill: color-mix(in srgb, var(--cited) 38%, transparent);
  }
  .many .rule:not(.fact) .heat {
    display: inline;
  }
  .fact .ground,
  .many .fact .ground {
    fill: color-mix(in oklab, var(--cited), var(--s2) 22%);
  }
  .heat {
    fill: var(--s1);
    transition: opacity 200ms;
  }
  .rule .heat,
  .fact .heat {
    display: none;
  }
  .thin {
    fill: none;
    stroke: var(--grid);
    stroke-width: 1.2;
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
  .subject,
  .selection {
    fill: none;
  }
  .subject {
    stroke: var(--s2);
    stroke-width: 4;
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
  .value {
    font-size: 35px;
    animation: arrive 180ms ease-out;
  }
  .value.given {
    font-weight: 700;
    animation: none;
  }
  .value.system1 {
    fill: var(--s1-ink);
  }
  .value.system2 {
    fill: var(--s2-ink);
  }
  .value.ghost {
    fill: var(--s2-ink);
    opacity: 0.75;
    font-style: italic;
  }
  .ruled-out {
    fill: var(--ink);
  }
  .ruled-out-strike {
    stroke: var(--s2);
    stroke-width: 1.2;
    stroke-linecap: round;
  }
  .conflict .ground {
    fill: var(--bad-soft);
  }
  .conflict .value:not(.given) {
    fill: var(--bad);
    text-decoration: underline wavy 1.5px;
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
    .heat {
      transition: none;
    }
  }
`;
