// What belongs to the board but to no cell: blocks, cages, and clues between and beside the cells.

import { css } from "lit";

export const furnitureStyles = css`
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
`;
