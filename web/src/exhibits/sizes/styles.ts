// How the exhibit looks. What a mark means is told by its shape as well as by its colour.

import { css } from "lit";

export const sizesStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .row,
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .keys {
    justify-content: center;
  }
  .keys {
    gap: 5px;
  }
  .keys .button {
    min-width: 38px;
    padding-inline: 6px;
  }
  [aria-pressed="true"] {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
  .desk {
    width: 100%;
    max-width: 300px;
    margin: 0 auto;
  }
  .blank {
    aspect-ratio: 1;
  }
  .hint {
    color: var(--muted);
    font-size: 13.5px;
  }
  .choice {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    gap: 10px;
  }
  label {
    display: grid;
    gap: 4px;
    font-size: 13.5px;
  }
  .check {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 8px;
    font-size: 15px;
  }
  .check input {
    width: 18px;
    height: 18px;
    min-height: 0;
    accent-color: var(--ink);
  }
  select,
  input {
    width: 100%;
    min-height: 40px;
    padding: 6px 10px;
    border: 1px solid var(--line);
    border-radius: 9px;
    background: var(--card);
    font-size: 15px;
  }
  input {
    font-family: ui-monospace, monospace;
    letter-spacing: 0.05em;
  }
  [aria-invalid="true"] {
    border-color: var(--bad);
  }
  .legend,
  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 3px;
  }
  .legend {
    gap: 4px 6px;
    color: var(--muted);
    font-size: 13px;
  }
  .legend i:not(:first-child) {
    margin-left: 8px;
  }
  i {
    display: inline-block;
    flex: none;
    width: 10px;
    height: 10px;
  }
  .right {
    border-radius: 50%;
    background: var(--s1);
  }
  .wrong {
    background:
      linear-gradient(45deg, transparent 40%, var(--bad) 40% 60%, transparent 60%),
      linear-gradient(-45deg, transparent 40%, var(--bad) 40% 60%, transparent 60%);
  }
  .settled {
    background: var(--s2);
  }
  .back {
    border: 2px solid var(--s2);
  }
  .lanes li {
    border-top: 1px solid var(--line);
  }
  summary {
    padding: 8px 0;
    cursor: pointer;
  }
  .network {
    margin-right: 6px;
    font-weight: 600;
  }
  .short {
    display: block;
    padding-left: 15px;
  }
  .way {
    padding: 0 0 8px 16px;
    display: grid;
    grid-template-columns: minmax(74px, auto) minmax(0, 1fr);
    gap: 2px 10px;
    font-size: 14px;
  }
  .who {
    color: var(--muted);
  }
  .strip {
    min-height: 21px;
  }
  .sum {
    grid-column: 2;
    text-wrap: pretty;
  }
`;
