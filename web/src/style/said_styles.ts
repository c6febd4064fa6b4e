// What is said of a game beneath its board: where it stands, and why the last value is there.

import { css } from "lit";

export const saidStyles = css`
  .status {
    color: var(--muted);
    font-size: 14px;
  }
  /* It stays, for screen readers, but takes no room while there is nothing to say. */
  .status:empty {
    position: absolute;
  }
  .status.conflict,
  .status.impossible {
    padding: 6px 10px;
    border-left: 3px solid var(--bad);
    background: var(--bad-soft);
    color: var(--ink);
  }
  .status.solved {
    color: var(--ink);
    font-weight: 650;
  }
  .reason {
    min-height: 5.1em;
    padding: 5px 11px;
    border-left: 3px solid var(--line);
    border-radius: 4px;
    background: var(--card);
    font-size: 13.5px;
    line-height: 1.4;
  }
  .reason span {
    color: var(--muted);
  }
`;
