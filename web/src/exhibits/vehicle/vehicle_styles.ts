// How the exhibit looks. Whose a line is is told by its dashes as well as by its colour.

import { css } from "lit";

export const vehicleStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    --plain: light-dark(#c2410c, #ff9b6b);
    --bicycle: light-dark(#0f766e, #5fd9cc);
    --residual: light-dark(#7e22ce, #d3a4ff);
    --variational: light-dark(#1d4ed8, #8db5ff);
  }
  .scene {
    border-radius: 10px;
    touch-action: none;
    cursor: crosshair;
  }
  .scene > svg {
    display: block;
    width: 100%;
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  .floor {
    fill: light-dark(#eceae6, #2a2e36);
  }
  .wall {
    fill: light-dark(#6b6f78, #0e1013);
  }
  .bays,
  .slope {
    fill: none;
    stroke: light-dark(#b9b6b0, #4b505a);
    stroke-width: 0.25;
  }
  .slope {
    stroke-width: 0.6;
  }
  polyline {
    fill: none;
  }
  .scene polyline {
    stroke-width: 0.55;
  }
  .trail {
    stroke: light-dark(#b9b6b0, #5a5f69);
    stroke-width: 0.3;
  }
  .scene .world,
  .sample .world {
    stroke: var(--ink);
    stroke-width: 1.5;
    stroke-opacity: 0.28;
    stroke-linecap: round;
  }
  .sample .world {
    stroke-width: 4;
  }
  .way {
    stroke-linejoin: round;
  }
  .way.plain {
    stroke: var(--plain);
    stroke-dasharray: 0.5 0.7;
  }
  .way.bicycle {
    stroke: var(--bicycle);
    stroke-dasharray: 2 0.9;
  }
  .way.residual {
    stroke: var(--residual);
    stroke-dasharray: 2 0.7 0.5 0.7;
  }
  .way.variational {
    stroke: var(--variational);
  }
  .sample {
    width: 34px;
    height: 6px;
    vertical-align: middle;
  }
  .sample .way,
  figure .way {
    stroke-width: 2;
  }
  .sample .way.plain,
  figure .way.plain {
    stroke-dasharray: 2 3;
  }
  .sample .way.bicycle,
  figure .way.bicycle {
    stroke-dasharray: 8 4;
  }
  .sample .way.residual,
  figure .way.residual {
    stroke-dasharray: 8 3 2 3;
  }
  .car .body {
    fill: var(--s1);
  }
  .car.held .body {
    fill: var(--s2);
  }
  .car.hit .body {
    fill: var(--bad);
  }
  .car .glass {
    fill: light-dark(#ffffff, #15171b);
  }
  .car .wheel {
    fill: var(--ink);
  }
  .forbidden path,
  path.forbidden {
    fill: none;
    stroke: var(--bad);
    stroke-width: 0.8;
    stroke-linecap: round;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .check input {
    width: 18px;
    height: 18px;
    accent-color: var(--ink);
  }
  .hands {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 10px 18px;
  }
  .hands label,
  .drives {
    display: grid;
    gap: 2px;
    font-size: 14px;
  }
  input[type="range"] {
    width: 100%;
    min-height: 28px;
    margin: 0;
    accent-color: var(--ink);
  }
  output {
    font-weight: 650;
  }
  .legend {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(230px, 1fr));
    gap: 3px 16px;
    margin-top: 4px;
    font-size: 14px;
  }
  .verdict {
    min-height: 74px;
    padding: 8px 12px;
    border-left: 3px solid var(--line);
  }
  .verdict.fine,
  .verdict.forbidden {
    border-color: var(--s2);
  }
  .verdict.forbidden > p:first-child,
  .verdict.hit {
    font-weight: 600;
  }
  .verdict.hit {
    border-color: var(--bad);
  }
  .limits {
    margin: 4px 0;
    padding-left: 18px;
    list-style: disc;
    color: var(--s2-ink);
  }
  .verdict ol {
    margin-top: 6px;
    font-size: 14px;
  }
  .more {
    padding-left: 18px;
    list-style: disc;
  }
  figure svg {
    display: block;
    width: 100%;
    max-width: 480px;
    margin: 0 auto;
  }
  figcaption {
    color: var(--muted);
    font-size: 13.5px;
  }
  .chosen {
    stroke: var(--ink);
    stroke-opacity: 0.35;
    stroke-width: 6;
  }
  .nothing {
    stroke: var(--muted);
    stroke-dasharray: 3 4;
  }
  figure .plain {
    fill: var(--plain);
  }
  figure .bicycle {
    fill: var(--bicycle);
  }
  figure .residual {
    fill: var(--residual);
  }
  figure .variational {
    fill: var(--variational);
  }
  figure polyline.way {
    fill: none;
  }
  .number {
    white-space: nowrap;
  }
  td small {
    color: var(--muted);
    white-space: nowrap;
  }
  thead th {
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
