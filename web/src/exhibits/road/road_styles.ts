import { css } from "lit";

export const roadStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
  }
  h4 {
    margin: 0;
    font-size: 15px;
    font-weight: 650;
  }
  .sentences {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--ground);
  }
  .sentences select {
    min-height: 34px;
    max-width: 100%;
    padding: 3px 6px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-weight: 650;
  }
  .sentences select.edited {
    border-color: var(--s2);
    background: var(--s2-soft);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .reason {
    min-height: 98px;
    padding: 8px 12px;
    border-left: 3px solid var(--line);
  }
  .reason.system1 {
    border-color: var(--s1);
  }
  .reason.system2 {
    border-color: var(--s2);
  }
  .reason.none {
    border-color: var(--bad);
  }
  .reason li {
    margin-top: 4px;
    color: var(--s2-ink);
  }
  .broken {
    margin-top: 4px;
    color: var(--bad);
    font-weight: 600;
  }
  .bet {
    display: grid;
    gap: 8px;
    padding: 12px 14px;
    border-radius: 10px;
    background: var(--s1-soft);
  }
  .verdict {
    font-weight: 600;
  }
  thead th {
    word-break: keep-all;
  }
  details summary {
    cursor: pointer;
    font-weight: 600;
  }
  details > * + * {
    margin-top: 14px;
  }
`;
