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
    scroll-padding-left: calc(var(--least) * var(--rail));
  }
  /* As large as the page gives it, in both directions; large boards on small screens are scrolled. */
  .sheet {
    display: grid;
    width: min(100%, calc(var(--board-height, 660px) * var(--sides)), var(--palm));
    min-width: var(--least);
    margin-inline: auto;
  }
  /* The rows' clues stay while the board is scrolled beneath them. */
  .rail {
    position: sticky;
    left: 0;
    grid-area: 1 / 1;
    width: calc(100% * var(--rail));
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
  .given > .ground {
    fill: var(--given);
  }
  /* Where squares are dug up, the others still lie under their cover. */
  .covered .cell > .ground {
    fill: var(--cover);
  }
  /* Where walls stand between the cells, these are the lighter. */
  .walled .cell > .ground {
    fill: var(--floor);
  }
  .covered .bare > .ground {
    fill: var(--card);
  }
  .lit > .ground,
  .walled .lit > .ground {
    fill: var(--glow);
  }
  .rule > .ground,
  :is(.covered, .walled) .rule > .ground {
    fill: var(--cited);
  }
  .many .rule > .ground {
    fill: color-mix(in srgb, var(--cited) 38%, transparent);
  }
  .many .rule:not(.fact) :is(.heat, .dial) {
    display: inline;
  }
  .fact > .ground,
  :is(.covered, .walled) .fact > .ground,
  .many .fact > .ground {
    fill: color-mix(in oklab, var(--cited), var(--s2) 22%);
  }
  .heat {
    fill: var(--s1);
    stroke: var(--s1);
    stroke-width: 6;
    stroke-linejoin: round;
    transition: opacity 200ms;
  }
  .dial-track,
  .dial-hand {
    fill: none;
    stroke: var(--s1);
    stroke-width: 3.6;
  }
  .dial-track {
    stroke-opacity: 0.24;
  }
  .dial-core {
    fill: var(--s1);
  }
  .rule .heat,
  .fact .heat,
  .rule .dial,
  .fact .dial {
    display: none;
  }
  .thin {
    fill: none;
    stroke: var(--grid);
    stroke-width: 1.2;
  }
  .region {
    fill: none;
    stroke: var(--grid-heavy);
    stroke-width: 2;
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
  .subject,
  .selection {
    fill: none;
    stroke-linejoin: round;
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
    animation: arrive 180ms ease-out;
  }
  .value.given {
    animation: none;
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
    fill: var(--s2-ink);
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
  .block.wall {
    fill: var(--wall);
  }
  .block.open {
    fill: var(--open);
  }
  .block.lost {
    fill: var(--bad);
  }
  .block-cited {
    fill: none;
    stroke: var(--s2);
    stroke-width: 5;
  }
  .block.open + .block-cited {
    fill: var(--cited);
    stroke-width: 3;
  }
  .burst {
    fill: var(--card);
  }
  .block-text {
    font-size: 34px;
    font-weight: 700;
  }
  .block-text.wall {
    fill: var(--wall-text);
  }
  .block-text.open.clue1 {
    fill: var(--clue1);
  }
  .block-text.open.clue2 {
    fill: var(--clue2);
  }
  .block-text.open.clue3 {
    fill: var(--clue3);
  }
  .block-text.open.clue4 {
    fill: var(--clue4);
  }
  .block-text.open.clue5 {
    fill: var(--clue5);
  }
  .block-text.open.clue6 {
    fill: var(--clue6);
  }
  .block-text.open.clue7 {
    fill: var(--clue7);
  }
  .block-text.open.clue8 {
    fill: var(--clue8);
  }
  .cage {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.7;
    stroke-dasharray: 5 3.6;
  }
  .cage.cited {
    stroke: var(--s2);
    stroke-width: 3;
    stroke-dasharray: 7 3;
  }
  .plate {
    fill: none;
  }
  .corner .plate,
  .sign .plate {
    fill: var(--card);
  }
  /* The number of a region lies on its colour. */
  .within:not(.cited) .plate {
    fill: none;
  }
  .label.cited .plate {
    fill: var(--cited);
    stroke: var(--s2);
    stroke-width: 2;
  }
  .label.cited text {
    font-weight: 750;
  }
  .corner text {
    text-anchor: start;
    font-weight: 550;
  }
  .margin text {
    font-weight: 550;
  }
  .beside text {
    text-anchor: end;
  }
  .chevron {
    fill: none;
    stroke: var(--ink);
    stroke-width: 3.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ruled-out {
    fill: var(--ink);
  }
  .ruled-out-strike {
    stroke: var(--s2);
    stroke-width: 1.2;
    stroke-linecap: round;
  }
  .cell.conflict > .ground,
  :is(.covered, .walled) .cell.conflict > .ground {
    fill: var(--bad-soft);
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
    .heat {
      transition: none;
    }
  }
`;
