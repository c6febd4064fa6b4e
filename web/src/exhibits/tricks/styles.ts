// How the trick questions look.

import { css } from "lit";

export const tricksStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .place {
    color: var(--muted);
    font-size: 14px;
  }
  .problem-text,
  textarea {
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: 9px;
    background: var(--ground);
    font-size: 17px;
    line-height: 1.55;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  textarea {
    width: 100%;
    resize: vertical;
  }
  .form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  input {
    width: 84px;
    min-height: 40px;
    padding: 6px 10px;
    border: 1px solid var(--muted);
    border-radius: 9px;
    background: var(--card);
  }
  .verdict {
    font-weight: 650;
  }
  .thoughts,
  .voices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  @media (min-width: 560px) {
    .voices {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
  .voice {
    padding: 10px 14px 12px;
    border: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .voice.one {
    border-top: 3px solid var(--s1);
    border-radius: 18px;
    background: var(--s1-soft);
  }
  .voice.two {
    border-top: 3px solid var(--s2);
    border-radius: 2px;
    background: var(--s2-soft);
  }
  h3,
  h4 {
    display: flex;
    align-items: center;
    gap: 6px;
    margin: 0;
    font-size: 14px;
    font-weight: 650;
  }
  h3 svg {
    width: 16px;
    height: 16px;
  }
  h4 {
    margin-top: 12px;
  }
  .voice h4 {
    font-size: 13px;
  }
  .sums {
    font-size: 13.5px;
  }
  .answer {
    font-size: 28px;
    font-weight: 700;
    line-height: 1.3;
  }
  .one .answer {
    color: var(--s1-ink);
  }
  .two .answer {
    color: var(--s2-ink);
  }
  .voice .muted {
    margin-top: 8px;
    color: var(--ink);
  }
  .bar {
    display: block;
    height: 9px;
    margin-top: 8px;
    overflow: hidden;
    border-radius: 5px;
    background: var(--card);
  }
  .bar i {
    display: block;
    width: var(--share);
    height: 100%;
    background: var(--s1);
  }
  summary {
    padding: 4px 0;
    cursor: pointer;
    font-weight: 550;
  }
  .stories {
    display: grid;
    gap: 6px;
    margin-top: 6px;
    padding-left: 18px;
    font-size: 14px;
    list-style: disc;
  }
  details .muted {
    margin-top: 8px;
  }
  caption {
    margin-top: 4px;
  }
  th,
  td {
    vertical-align: top;
  }
`;
