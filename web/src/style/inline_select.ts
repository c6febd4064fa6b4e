// A choice within a sentence, beside its words.

import { css } from "lit";

export const inlineSelect = css`
  select {
    padding: 2px 6px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }
`;
