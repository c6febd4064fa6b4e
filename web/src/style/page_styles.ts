// What both pages have in common: the head of the page, and the board with what stands above and beneath it.

import { css } from "lit";

import { saidStyles } from "./said_styles";

export const pageStyles = css`
  .skip {
    position: absolute;
    z-index: 2;
    top: 8px;
    left: 8px;
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
  }
  header {
    display: flex;
    align-items: baseline;
    gap: 20px;
    padding: 14px 28px;
    border-bottom: 1px solid var(--line);
  }
  h1 {
    font-size: 18px;
    font-weight: 750;
    letter-spacing: -0.01em;
  }
  h1 a {
    color: inherit;
    text-decoration: none;
  }
  .fast {
    color: var(--s1);
  }
  .slow {
    color: var(--s2-ink);
  }
  /* Drawn, because fonts disagree about how wide this dot is. */
  .dot {
    display: inline-block;
    width: 4px;
    height: 4px;
    margin: 0 2px;
    overflow: hidden;
    border-radius: 50%;
    background: var(--ink);
    font-size: 0;
    vertical-align: 4px;
  }
  .tagline {
    color: var(--muted);
    font-size: 13.5px;
  }
  nav {
    display: flex;
    align-items: center;
    gap: 18px;
    margin-left: auto;
  }
  nav .round {
    display: grid;
  }
  nav a {
    text-decoration: none;
  }
  h1,
  nav .link {
    white-space: nowrap;
  }
  /* As high as the room that the page leaves beneath its panels, so that nothing has to be scrolled for it. */
  footer {
    display: flex;
    justify-content: center;
    align-items: center;
    gap: 18px;
    height: 28px;
    padding-bottom: 6px;
    color: var(--muted);
  }
  footer,
  footer .link {
    font-size: 12.5px;
  }
  .middle,
  .right {
    display: grid;
    gap: 16px;
    min-width: 0;
  }
  .middle {
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .caption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 12px;
  }
  .caption :is(h1, h2) {
    text-wrap: balance;
  }
  .about {
    font-size: 14.5px;
    overflow-wrap: anywhere;
  }
  ${saidStyles}
  /* Told beside the board, where there is room for panels. */
  .reason {
    display: none;
  }
  .trouble {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  /* Without room for columns all stands below each other. */
  @media (max-width: 860px) {
    header {
      padding: 12px 16px;
    }
  }
  @media (max-width: 480px) {
    header,
    nav {
      gap: 12px;
    }
    header {
      flex-wrap: wrap;
      row-gap: 2px;
    }
  }
`;
