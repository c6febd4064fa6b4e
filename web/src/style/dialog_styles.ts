import { css } from "lit";

/** What every dialog looks like; its size and its padding are its own. */
export const dialogStyles = css`
  dialog {
    border: 1px solid var(--line);
    background: var(--card);
    box-shadow: 0 18px 60px var(--shadow);
    color: var(--ink);
  }
`;
