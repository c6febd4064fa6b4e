import { css } from "lit";

export const guideStyles = css`
  dialog {
    width: min(620px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: 22px 24px 24px;
    border-radius: 14px;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  .close {
    float: right;
  }
  h3 {
    margin-top: 20px;
    font-size: 15px;
  }
  p {
    margin-top: 6px;
    font-size: 15px;
    line-height: 1.55;
  }
  a {
    color: inherit;
  }
  .example {
    display: grid;
    grid-template-columns: minmax(150px, 240px) 1fr;
    gap: 6px 18px;
    align-items: start;
    margin-top: 10px;
  }
  fs-board {
    --board-height: 240px;
    pointer-events: none;
  }
  .said {
    min-height: 7.5em;
  }
  .said p:first-child {
    margin-top: 0;
    font-weight: 650;
  }
  .moves {
    display: flex;
    gap: 8px;
    grid-column: 1 / -1;
  }
  dl {
    display: grid;
    grid-template-columns: 30px 1fr;
    gap: 7px 10px;
    margin-top: 10px;
    font-size: 14px;
    line-height: 1.45;
  }
  dt svg {
    display: block;
    width: 22px;
    height: 22px;
  }
  dt {
    display: flex;
    justify-content: center;
  }
  .rule-ground {
    fill: var(--cited);
  }
  .fact-ground {
    fill: color-mix(in oklab, var(--cited), var(--s2) 22%);
  }
  .wave {
    fill: none;
    stroke: var(--bad);
    stroke-width: 1.6;
  }
  .line {
    fill: none;
    stroke: var(--s2);
    stroke-width: 1.4;
  }
  .pointer {
    fill: var(--ink);
  }
  dt text {
    fill: var(--ink);
    font: 700 12px var(--font);
    text-anchor: middle;
  }
  .faint {
    opacity: 0.6;
  }
  @media (max-width: 480px) {
    dialog {
      padding: 18px 16px 20px;
    }
    .example {
      grid-template-columns: minmax(0, 1fr);
    }
    fs-board {
      width: min(100%, 220px);
      margin-inline: auto;
    }
  }
`;
