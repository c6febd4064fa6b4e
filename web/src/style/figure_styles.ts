// Tables of figures, with bars in them, as the guide and its exhibits show what was measured.

import { css } from "lit";

export const figureStyles = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 14px;
  }
  caption {
    margin-bottom: 8px;
    color: var(--muted);
    font-size: 13.5px;
    text-align: left;
    text-wrap: pretty;
  }
  th,
  td {
    padding: 5px 10px 5px 0;
    border-bottom: 1px solid var(--line);
    text-align: left;
  }
  thead th {
    vertical-align: bottom;
    font-weight: 550;
  }
  tbody th {
    font-weight: 400;
  }
  .number {
    text-align: right;
  }
  .bar {
    display: inline-block;
    width: clamp(40px, 12vw, 90px);
    height: 9px;
    margin-right: 8px;
    border-radius: 5px;
    background: var(--s1-soft);
  }
  .bar i {
    display: block;
    width: var(--share);
    height: 100%;
    border-radius: inherit;
    background: var(--s1);
  }
  .how {
    margin-top: 10px;
    color: var(--muted);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
`;
