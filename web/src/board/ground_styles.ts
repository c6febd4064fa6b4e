// The grounds of the cells: covered, lit, cited, broken; and the dials of what System 1 leans to.

import { css } from "lit";

export const groundStyles = css`
  .card {
    fill: var(--card);
  }
  .cell {
    outline: none;
    cursor: default;
  }
  .ground {
    fill: transparent;
  }
  .given > .ground {
    fill: var(--given);
  }
  /* Where squares are dug up, the others still lie under their cover. */
  .covered .cell > .ground {
    fill: var(--cover);
  }
  /* Where walls stand between the cells, these are the lighter. */
  .walled .cell > .ground {
    fill: var(--floor);
  }
  .covered .bare > .ground {
    fill: var(--card);
  }
  .lit > .ground,
  .walled .lit > .ground {
    fill: var(--glow);
  }
  .alike > .ground {
    fill: color-mix(in srgb, var(--ink) 13%, var(--card));
  }
  .rule > .ground,
  :is(.covered, .walled) .rule > .ground {
    fill: var(--cited);
  }
  .many .rule > .ground {
    fill: color-mix(in srgb, var(--cited) 38%, transparent);
  }
  .many .rule:not(.fact) .dial {
    display: inline;
  }
  .fact > .ground,
  :is(.covered, .walled) .fact > .ground,
  .many .fact > .ground {
    fill: color-mix(in oklab, var(--cited), var(--s2) 22%);
  }
  .dial-track,
  .dial-hand {
    fill: none;
    stroke: var(--s1);
    stroke-width: 3.6;
  }
  .dial-track {
    stroke-opacity: 0.24;
  }
  .dial-core {
    fill: var(--s1);
  }
  .rule .dial,
  .fact .dial {
    display: none;
  }
  .cell.conflict > .ground,
  :is(.covered, .walled) .cell.conflict > .ground {
    fill: var(--bad-soft);
  }
`;
