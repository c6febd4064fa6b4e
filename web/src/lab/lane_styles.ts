import { css } from "lit";

export const laneStyles = css`
  :host {
    display: grid;
    contain: layout style;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 10px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 34px;
  }
  h3 {
    font-size: 15px;
    font-weight: 650;
  }
  .head .link {
    margin-left: auto;
  }
  select {
    min-width: 0;
    min-height: 34px;
    padding: 4px 8px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    color: var(--ink);
    font-size: 14px;
  }
  .head select {
    flex: 0 1 auto;
    font-weight: 600;
  }
  /* The boards stand at one height, whether or not there is a dial above them. */
  .beneath {
    min-height: 24px;
  }
  .dial {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--muted);
    font-size: 13px;
  }
  .dial input {
    flex: 1;
    min-width: 60px;
    min-height: 24px;
    accent-color: var(--ink);
  }
  .dial output {
    min-width: 3.2em;
    text-align: right;
  }
  .end {
    font-size: 14px;
    font-weight: 600;
  }
  .end.solved {
    color: var(--s2-ink);
  }
  .end.solved.fast {
    color: var(--s1-ink);
  }
  .said {
    min-height: 4.3em;
    font-size: 14px;
    line-height: 1.45;
  }
  .said b {
    font-weight: 600;
  }
  .said .muted {
    display: block;
  }
  .strip {
    display: block;
    width: 100%;
    height: 44px;
    border-bottom: 1px solid var(--line);
  }
  .strip .one {
    fill: var(--s1);
  }
  .strip .two {
    fill: var(--s2);
  }
  .strip .wrong {
    fill: var(--bad);
  }
  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 3px 10px;
    font-size: 13.5px;
  }
  dt {
    color: var(--muted);
  }
  dd {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  dd.bad {
    color: var(--bad);
    font-weight: 600;
  }
  details {
    font-size: 13.5px;
  }
  summary {
    width: fit-content;
    color: var(--muted);
    cursor: pointer;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
  }
  .from {
    color: var(--muted);
    font-size: 13px;
  }
`;
