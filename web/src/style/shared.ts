// What every panel and dialog has in common.

import { css } from "lit";

export const shared = css`
  :host {
    display: block;
  }
  * {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  .card {
    padding: 18px 16px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
  }
  .card.s1-edge {
    border-top: 3px solid var(--s1);
  }
  .card.s2-edge {
    border-top: 3px solid var(--s2);
  }
  h2 {
    display: flex;
    align-items: baseline;
    gap: 8px;
    font-size: 15px;
    font-weight: 650;
  }
  h2 svg {
    width: 16px;
    height: 16px;
    align-self: center;
    margin-left: -3px;
  }
  h2 small,
  .muted {
    color: var(--muted);
    font-size: 13px;
    font-weight: 400;
  }
  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 5px;
    min-height: 40px;
    padding: 8px 15px;
    border: 1px solid var(--line);
    border-radius: 9px;
    background: var(--card);
    font-weight: 550;
    white-space: nowrap;
    transition: border-color 120ms;
  }
  .button:hover:not(:disabled) {
    border-color: var(--muted);
  }
  .button:disabled {
    color: color-mix(in srgb, var(--muted) 62%, transparent);
  }
  .button.primary {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--card);
  }
  .button.small {
    min-height: 32px;
    padding: 4px 11px;
    font-size: 13px;
  }
  .button.primary:disabled {
    border-color: transparent;
    background: color-mix(in srgb, var(--ink) 38%, var(--ground));
  }
  .titled {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  /* What is told more of elsewhere: a small sign at the end of a heading. */
  .more-sign,
  ::slotted(.more-sign) {
    display: grid;
    flex: none;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: 50%;
    color: var(--muted);
    font-size: 13px;
    font-weight: 600;
    text-decoration: none;
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .link {
    padding: 4px 2px;
    border: 0;
    background: none;
    color: var(--muted);
    font-size: 13.5px;
  }
  .link:hover:not(:disabled) {
    color: var(--ink);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  :focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  .icon-drawing {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon-drawing .solid {
    fill: currentColor;
    stroke: none;
  }
  .problem {
    padding: 9px 11px;
    border-left: 3px solid var(--bad);
    border-radius: 4px;
    background: var(--bad-soft);
    color: var(--ink);
    font-size: 14px;
    overflow-wrap: anywhere;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
