// The look of the exhibit "Why this product?".

import { css } from "lit";

export const wishStyles = css`
  :host {
    display: grid;
    gap: 14px;
  }
  .wish,
  .choice,
  .trust,
  .conditions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 10px;
  }
  .wish label {
    flex: 1 0 100%;
    font-weight: 600;
  }
  input:not([type]),
  select {
    min-width: 0;
    min-height: 40px;
    max-width: 100%;
    padding: 6px 10px;
    border: 1px solid var(--line);
    border-radius: 9px;
    background: var(--card);
  }
  input:not([type]) {
    flex: 1 1 200px;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 8px;
    padding: 0;
    font-weight: 600;
  }
  .trust .button {
    white-space: normal;
  }
  .trust .button[aria-pressed="true"] {
    border-color: var(--s1);
    background: var(--s1-soft);
    color: var(--s1-ink);
  }
  .asked {
    font-size: 17px;
    font-weight: 650;
  }
  .orders {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    gap: 10px;
  }
  .order {
    min-width: 0;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 9px;
  }
  .order.trusted {
    border-color: var(--s1);
    box-shadow: inset 0 3px 0 var(--s1);
  }
  h4 {
    margin: 0 0 6px;
    font-size: 14px;
    font-weight: 650;
  }
  ol {
    padding-left: 20px;
    list-style: decimal;
  }
  .meant {
    font-weight: 650;
  }
  .why {
    margin-top: 6px;
    color: var(--muted);
    font-size: 13.5px;
    line-height: 1.45;
  }
  .chain {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 3px 6px;
    color: var(--ink);
    font-size: 13.5px;
  }
  .station {
    padding: 1px 8px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--ground);
  }
  .joint {
    color: var(--muted);
    font-size: 12.5px;
  }
  .conditions label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: 14px;
  }
  .system2 {
    display: grid;
    gap: 8px;
    padding: 12px 14px;
    border-left: 3px solid var(--s2);
    border-radius: 4px;
    background: var(--s2-soft);
  }
  .system2 .muted,
  .system2 .joint {
    color: var(--ink);
  }
  .verdict {
    font-weight: 650;
  }
  .reasons,
  .refused {
    display: grid;
    gap: 6px;
    font-size: 14px;
  }
  .refused {
    max-height: 260px;
    overflow-y: auto;
  }
  summary {
    width: fit-content;
    cursor: pointer;
    font-size: 13.5px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  details p {
    margin-top: 6px;
    font-size: 13.5px;
  }
  code {
    overflow-wrap: anywhere;
  }
`;
