// What the road is made of. Lights and signs have the colours they have by day and by night.

import { css } from "lit";

export const sceneStyles = css`
  .scene svg {
    display: block;
    width: 100%;
    /* A narrow screen shows less of the road, not a smaller one. */
    min-height: 190px;
    border: 1px solid var(--line);
    border-radius: 10px;
    --red: #d8342b;
    --amber: #f0a500;
    --green: #2c9f4b;
    --blue: #2b50e0;
    --asphalt: light-dark(#5d626c, #3a3f49);
    --paint: light-dark(#ffffff, #dfe1e6);
    --post: light-dark(#6a6d75, #9a9ea8);
  }
  .sky {
    fill: light-dark(#eaf3fb, #1a2230);
  }
  .verge {
    fill: light-dark(#d8e6cf, #26332a);
  }
  .asphalt {
    fill: var(--asphalt);
  }
  .world {
    transition: transform var(--pace) linear;
  }
  .ticks,
  .line {
    fill: none;
    stroke: var(--paint);
    stroke-width: 2;
  }
  .ticks {
    opacity: 0.55;
  }
  .line {
    stroke-width: 6;
  }
  .stripe {
    fill: var(--paint);
  }
  .post {
    fill: none;
    stroke: var(--post);
    stroke-width: 4;
  }
  .housing {
    fill: #23262c;
    stroke: var(--post);
  }
  .lamp {
    opacity: 0.22;
  }
  .lamp[data-lit] {
    opacity: 1;
    stroke: #ffffff;
    stroke-width: 2;
  }
  .lamp.red {
    fill: var(--red);
  }
  .lamp.amber {
    fill: var(--amber);
  }
  .lamp.green {
    fill: var(--green);
  }
  .lamp.blue {
    fill: var(--blue);
  }
  .crossing-sign {
    fill: var(--blue);
  }
  .person,
  .sign-person {
    fill: none;
    stroke: light-dark(#3a2f96, #d6d2ff);
    stroke-width: 5;
    stroke-linecap: round;
  }
  .person circle {
    fill: light-dark(#3a2f96, #d6d2ff);
    stroke: none;
  }
  .sign-person {
    stroke: #ffffff;
    stroke-width: 6;
  }
  .ambulance .body {
    fill: #ffffff;
    stroke: #6a6d75;
    stroke-width: 2;
  }
  .ambulance .glass,
  .car .window {
    fill: light-dark(#cfe3f5, #1d2733);
  }
  .ambulance .cross,
  .beacon {
    fill: var(--red);
  }
  .ambulance .wheels {
    fill: none;
    stroke: #23262c;
    stroke-width: 9;
  }
  .siren {
    fill: none;
    stroke: var(--red);
    stroke-width: 3;
    stroke-linecap: round;
  }
  .zone {
    fill: #f0a500;
  }
  .walls {
    fill: light-dark(#f2dfc5, #57493a);
  }
  .roof,
  .door,
  .pennant {
    fill: light-dark(#a5532d, #9a5c3f);
  }
  .schoolhouse .window {
    fill: light-dark(#9fc1dd, #d9c98a);
  }
  .pole {
    stroke: var(--post);
    stroke-width: 2;
  }
  .limit {
    fill: #ffffff;
    stroke: var(--red);
    stroke-width: 5;
  }
  .limit-text {
    fill: #1c1e22;
    font-size: 20px;
    font-weight: 750;
  }
  .ghost {
    fill: none;
    stroke: light-dark(#ffb56b, #ffad5c);
    stroke-width: 2.5;
  }
  .car .body {
    fill: var(--ink);
  }
  .car.system1 .body {
    fill: var(--s1);
  }
  .car.system2 .body {
    fill: var(--s2);
  }
  .car .wheel {
    fill: #1c1e22;
    stroke: #c9ccd2;
    stroke-width: 3;
  }
  .brake {
    fill: var(--red);
    stroke: #ffffff;
  }
  .speed {
    fill: var(--ink);
    font-size: 24px;
    font-weight: 750;
    paint-order: stroke;
    stroke: light-dark(#eaf3fb, #1a2230);
    stroke-width: 5px;
  }
  @media (prefers-reduced-motion: reduce) {
    .world {
      transition: none;
    }
  }
`;
