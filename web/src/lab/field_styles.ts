// How the lab's choices look, on the page and in its sections.

import { css } from "lit";

export const fieldStyles = css`
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    font-size: 14px;
  }
  select {
    min-height: 36px;
    padding: 5px 8px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    color: var(--ink);
  }
  textarea {
    width: 100%;
    min-height: 76px;
    padding: 8px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    font-family: ui-monospace, monospace;
    font-size: 13.5px;
  }
`;
