import { css } from "lit";

import { fieldStyles } from "../field_styles";

export const sectionStyles = css`
  ${fieldStyles}
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 18px;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr));
    align-items: start;
    gap: 18px;
  }
  .none {
    padding: 14px 16px;
    border: 1px dashed var(--line);
    border-radius: var(--radius);
    color: var(--muted);
  }
  .point {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    font-size: 14px;
  }
  .point input {
    flex: 1 1 160px;
    accent-color: var(--ink);
  }
  ul.out {
    display: grid;
    gap: 6px;
    margin: 0;
    padding-inline-start: 1.2em;
    line-height: 1.5;
  }
  p.told {
    font-size: 14px;
  }
  [aria-pressed="true"] {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
`;
