import { css } from "lit";

import { COLUMN_PX } from "../board/sizes";

export const appStyles = css`
  :host {
    display: block;
    --gap: 28px;
  }
  /* The board is the hero: as large as the window allows, with what stands above and beneath it. */
  main {
    --header: 52px;
    --modes: 52px;
    --caption: 36px;
    --controls: 52px;
    --keys: 56px;
    --tools: 0px;
    --rules: 0px;
    --least: 380px;
    --counts: 0px;
    --about: 0px;
    --around: calc(
      76px + var(--header) + var(--modes) + var(--caption) + var(--about) + var(--rules) + var(--counts) +
        var(--controls) + var(--tools) + var(--keys)
    );
    --board: clamp(300px, calc(100dvh - var(--around)), 660px);
    --board-height: var(--board);
    /* As wide for every kind of puzzle. */
    --side: clamp(220px, 22vw, 300px);
    --left: var(--side);
    --right: var(--side);
  }
  main.tooled {
    --tools: 46px;
  }
  main.with-about {
    --about: 34px;
  }
  main.counted {
    --counts: 36px;
  }
  /* In a frame, or without panels beside it, the board has the switches above it. What one would lead to is a second
     line. */
  main.ruled:is(.no-header, .no-system2.no-decisions) {
    --rules: 58px;
  }
  main.ruled.much:is(.no-header, .no-system2.no-decisions) {
    --rules: 108px;
  }
  main {
    display: grid;
    grid-template-columns: var(--left) minmax(0, max(var(--least), var(--board) * var(--wide, 1))) var(--right);
    align-items: start;
    justify-content: center;
    gap: var(--gap);
    padding: 22px 24px 10px;
  }
  .left {
    display: grid;
    gap: 16px;
  }
  fs-notes {
    max-height: 44dvh;
    overflow-y: auto;
  }
  /* As high with most proofs as with none, so that the log beneath it stays where it is. */
  @media (min-width: 861px) {
    fs-system2 {
      display: grid;
      min-height: 280px;
    }
  }
  .caption {
    margin-top: 2px;
  }
  .caption h1 {
    font-size: 15px;
    font-weight: 650;
    letter-spacing: 0;
    white-space: normal;
  }
  .caption > span {
    margin-left: auto;
  }
  /* A tutorial leaves parts out: the board takes their room, and no column stands empty. */
  .no-header {
    --header: 34px;
  }
  .no-modes {
    --modes: 0px;
  }
  .no-controls {
    --controls: 0px;
  }
  .no-title.no-new.no-controls {
    --caption: 0px;
  }
  .no-title.no-new.no-controls .caption {
    position: absolute;
  }
  .no-system1.no-arbitrator {
    --left: ;
  }
  .no-system2.no-decisions {
    --right: ;
  }
  .no-system1.no-arbitrator .left,
  .no-system2.no-decisions .right {
    display: none;
  }
  main.no-header {
    padding-bottom: 14px;
  }
  .out {
    text-align: right;
  }
  .out a {
    text-decoration: none;
  }
  .out svg {
    width: 14px;
    height: 14px;
    margin-left: 5px;
    vertical-align: -2px;
  }
  .caption span {
    display: flex;
    gap: 16px;
    white-space: nowrap;
  }
  @media (max-width: 1080px) {
    :host {
      --gap: 20px;
    }
    .tagline {
      display: none;
    }
  }
  /* Without room for three columns the panels stand under the board, proof first. */
  @media (max-width: 860px) {
    main {
      --board: min(100%, ${COLUMN_PX}px);
      --board-height: 100dvh;
    }
    main {
      grid-template-columns: minmax(0, ${COLUMN_PX}px);
      gap: 14px;
      padding: 14px 14px 10px;
    }
    /* What this page is, in a line of its own. */
    header {
      flex-wrap: wrap;
      row-gap: 2px;
    }
    .tagline {
      display: block;
      flex-basis: 100%;
      order: 1;
    }
    .tagline .more {
      display: none;
    }
    /* Nothing to scroll to: the board fits in with what stands above and beneath it. */
    .no-system1.no-arbitrator.no-system2.no-decisions {
      --keys: 54px;
      --board-height: max(240px, calc(100dvh - var(--around)));
    }
    .middle {
      order: 0;
    }
    .right {
      order: 1;
    }
    .left {
      order: 2;
    }
    main.no-header {
      padding-bottom: 14px;
    }
  }
  /* In one column the clues stand right under the board, the reason for the step after them, and the rest below. */
  @media (max-width: 860px) {
    main:not(.no-header) :is(.middle, .right) {
      display: contents;
    }
    /* The switches belong above the board, as the rules do. */
    main:not(.no-header) :is(fs-modes, .caption, .about) {
      order: -2;
    }
    main:not(.no-header) fs-rules {
      order: -1;
    }
    main:not(.no-header) .reason {
      display: block;
    }
    fs-notes {
      max-height: 30dvh;
      order: 1;
    }
    .reason {
      order: 2;
    }
    /* What steps stands right under what a step is told in. */
    fs-controls,
    fs-hint,
    .status {
      order: 3;
    }
    fs-pad,
    fs-tools {
      order: 4;
    }
    fs-system2 {
      order: 5;
    }
    .left {
      order: 6;
    }
    fs-decisions {
      order: 7;
    }
  }
  @media (max-width: 559px) {
    main.no-header :is(.middle, .right) {
      display: contents;
    }
  }
  /* In a frame as wide as the text around it, the panels share the room under the board. */
  @media (min-width: 560px) and (max-width: 860px) {
    main.no-header {
      grid-template-columns: repeat(2, minmax(0, 303px));
    }
    .no-header .middle,
    .no-header.no-system1.no-arbitrator .right,
    .no-header.no-system2.no-decisions .left {
      grid-column: 1 / -1;
    }
  }
`;
