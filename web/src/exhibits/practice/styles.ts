// How the exhibit looks.

import { css } from "lit";

export const practiceStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .choice {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(190px, 100%), 1fr));
    gap: 10px;
  }
  label {
    display: grid;
    gap: 4px;
    font-size: 13.5px;
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
  [aria-pressed="true"] {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
  .hint,
  figcaption,
  summary {
    color: var(--muted);
    font-size: 13.5px;
    text-wrap: pretty;
  }
  .state {
    min-height: 3em;
    font-size: 15px;
    text-wrap: pretty;
  }
  .boards,
  .charts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  .charts {
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
  }
  figure h4,
  h4 {
    margin: 0 0 4px;
    font-size: 13.5px;
    font-weight: 600;
  }
  h4 b {
    float: right;
    font-weight: 600;
  }
  .blank {
    aspect-ratio: 1;
    border: 1px dashed var(--line);
    border-radius: 6px;
  }
  figure svg {
    display: block;
    width: 100%;
    height: auto;
  }
  .goal {
    stroke: var(--muted);
    stroke-dasharray: 4 4;
  }
  polyline {
    fill: none;
    stroke: var(--s1);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  polyline.escalated,
  polyline.work {
    stroke: var(--s2);
  }
  polyline.wrong {
    stroke: var(--bad);
  }
  polyline.by,
  polygon.by {
    --by: var(--s2);
    stroke: var(--by);
  }
  polygon.by {
    fill: var(--by);
    fill-opacity: 0.13;
    stroke: none;
  }
  .by.all {
    --by: var(--s1);
    stroke-dasharray: 7 3;
  }
  .by.answers {
    --by: var(--ink);
    stroke-dasharray: 2 3;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .legend svg {
    display: inline-block;
    width: 28px;
    height: 10px;
    margin-right: 6px;
  }
  .tested {
    fill: var(--card);
    stroke: var(--ink);
    stroke-width: 2;
  }
  .key svg {
    display: inline-block;
    width: 13px;
    height: 13px;
    margin-right: 5px;
    vertical-align: -2px;
  }
  .told {
    display: grid;
    gap: 4px;
    padding: 10px 14px;
    border-left: 3px solid var(--s1);
    background: var(--s1-soft);
    border-radius: 4px;
    font-size: 15px;
  }
  .scroll {
    max-height: 260px;
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    font-size: 13px;
  }
  th,
  td {
    padding: 3px 12px 3px 0;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
  }
  .kept {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    padding-top: 14px;
    border-top: 1px solid var(--line);
  }
  .kept li {
    display: grid;
    gap: 4px;
    padding: 8px 0;
    border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .kept b {
    font-weight: 600;
  }
`;
