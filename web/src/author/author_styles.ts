import { css } from "lit";

import { COLUMN_PX } from "../board/sizes";

export const authorStyles = css`
  :host {
    display: grid;
    grid-template-rows: max-content 1fr max-content;
    min-height: 100dvh;
    --board: clamp(330px, calc(100dvh - 350px), 540px);
  }
  main {
    display: grid;
    grid-template-columns: minmax(400px, 1fr) var(--board) minmax(250px, 300px);
    align-items: start;
    gap: 26px;
    width: 100%;
    max-width: 1680px;
    margin: 0 auto;
    padding: 20px 26px 10px;
  }
  .text {
    position: sticky;
    top: 16px;
    display: grid;
    grid-template-rows: max-content minmax(240px, 1fr) max-content max-content;
    gap: 10px;
    height: calc(100dvh - 108px);
    min-height: 460px;
  }
  .bar {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .bar h2 {
    margin-right: auto;
  }
  .bar .icon {
    min-width: 34px;
    padding-inline: 7px;
  }
  .kept {
    color: var(--muted);
    font-size: 13px;
  }
  .caption h2 {
    overflow-wrap: anywhere;
  }
  .views {
    display: flex;
    gap: 6px;
  }
  .views [aria-pressed="true"] {
    border-color: var(--ink);
    font-weight: 650;
  }
  .stage {
    position: relative;
  }
  .systems {
    display: grid;
    gap: 16px;
  }
  .stale {
    filter: grayscale(1);
  }
  .stale fs-board {
    opacity: 0.38;
  }
  .badge {
    position: absolute;
    inset: 10px 10px auto;
    z-index: 1;
    width: max-content;
    max-width: calc(100% - 20px);
    margin: 0 auto;
    padding: 5px 13px;
    border: 1px solid var(--line);
    border-radius: 99px;
    background: var(--card);
    box-shadow: 0 3px 14px var(--shadow);
    font-size: 13.5px;
  }
  .status {
    min-height: 1.5em;
  }
  .form summary {
    font-weight: 650;
    cursor: pointer;
  }
  .form dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 5px 12px;
    margin-top: 10px;
    font-size: 14px;
  }
  .form dt {
    font:
      12.5px/1.7 ui-monospace,
      "SF Mono",
      Menlo,
      Consolas,
      "DejaVu Sans Mono",
      monospace;
  }
  .form .inner {
    padding-left: 10px;
  }
  .form p {
    margin-top: 10px;
    font-size: 14px;
  }
  .form a {
    color: inherit;
    text-underline-offset: 3px;
  }
  /* Without room for a third column the panels stand under the board. */
  @media (max-width: 1240px) {
    main {
      grid-template-columns: minmax(360px, 1fr) minmax(330px, var(--board));
    }
    .right {
      grid-column: 2;
    }
    .text {
      grid-row: 1 / span 2;
    }
    .tagline {
      display: none;
    }
  }
  @media (max-width: 860px) {
    main {
      grid-template-columns: minmax(0, ${COLUMN_PX}px);
      justify-content: center;
      gap: 16px;
      padding: 14px 14px 10px;
    }
    /* The board comes first: drawing is how one begins with a finger. */
    .text {
      position: static;
      grid-row: 2;
      height: auto;
      min-height: 0;
      grid-template-rows: max-content 46dvh max-content max-content;
    }
    .right {
      grid-row: 3;
      grid-column: auto;
    }
  }
`;
