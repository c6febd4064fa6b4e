// How the exhibit looks. Whose a line is is told by its dashes as well as by its colour.

import { css } from "lit";

export const objectsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    --truth: var(--ink);
    --plain: light-dark(#c2410c, #ff9b6b);
    --hamiltonian: light-dark(#7e22ce, #d3a4ff);
    --port: light-dark(#0f766e, #5fd9cc);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .row label {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .row select {
    min-height: 34px;
    max-width: 100%;
    padding: 3px 6px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }
  .row input[type="checkbox"] {
    width: 18px;
    height: 18px;
    accent-color: var(--ink);
  }
  .panels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(130px, 46%), 1fr));
    gap: 10px;
  }
  .panel {
    margin: 0;
  }
  .panel .drawn {
    display: block;
    width: 100%;
    height: 160px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: light-dark(#f6f4f0, #23272e);
  }
  .panel figcaption {
    margin-top: 3px;
    font-size: 13.5px;
    text-wrap: balance;
  }
  .hand {
    border-radius: 10px;
    touch-action: none;
    cursor: grab;
  }
  .hand.holding {
    cursor: grabbing;
  }
  .hand .drawn {
    border-width: 2px;
    border-color: var(--ink);
  }
  .hold,
  .stop {
    fill: none;
    stroke: var(--muted);
    stroke-width: 0.04;
    stroke-linecap: round;
  }
  .stop {
    stroke-width: 0.09;
  }
  .rod {
    stroke: var(--muted);
    stroke-width: 0.035;
  }
  .shaking {
    fill: none;
    stroke: var(--muted);
    stroke-width: 0.035;
  }
  .truth .body {
    fill: var(--truth);
  }
  .plain .body,
  circle.plain {
    fill: var(--plain);
  }
  .hamiltonian .body,
  circle.hamiltonian {
    fill: var(--hamiltonian);
  }
  .port .body,
  circle.port {
    fill: var(--port);
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(290px, 100%), 1fr));
    gap: 12px;
  }
  .charts svg {
    display: block;
    width: 100%;
  }
  figcaption {
    color: var(--muted);
    font-size: 13.5px;
  }
  .panel figcaption {
    color: var(--ink);
  }
  .learned {
    fill: var(--s1-soft);
  }
  .now {
    stroke: var(--ink);
    stroke-opacity: 0.4;
    stroke-width: 2;
  }
  .way {
    fill: none;
    stroke-width: 1.8;
    stroke-linejoin: round;
  }
  .way.truth {
    stroke: var(--truth);
    stroke-width: 3.5;
    stroke-opacity: 0.35;
  }
  .way.plain {
    stroke: var(--plain);
    stroke-dasharray: 2 3;
  }
  .way.hamiltonian {
    stroke: var(--hamiltonian);
    stroke-dasharray: 8 4;
  }
  .way.port {
    stroke: var(--port);
  }
  .sample {
    width: 30px;
    height: 6px;
    margin-right: 4px;
    vertical-align: middle;
  }
  .time {
    display: grid;
    gap: 2px;
    font-size: 14px;
  }
  .time input {
    width: 100%;
    min-height: 28px;
    accent-color: var(--ink);
  }
  output {
    font-weight: 650;
  }
  .told {
    min-height: 44px;
  }
  td small {
    color: var(--muted);
    white-space: nowrap;
  }
  th {
    min-width: 6em;
    word-break: keep-all;
  }
  details summary {
    cursor: pointer;
    font-weight: 600;
  }
  details > * + * {
    margin-top: 12px;
  }
`;
