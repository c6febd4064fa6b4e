import { css } from "lit";

export const newPuzzleStyles = css`
  dialog {
    width: min(620px, calc(100vw - 24px));
    max-height: calc(100dvh - 40px);
    padding: 0;
    border-radius: 16px;
  }
  dialog::backdrop {
    background: rgb(20 22 26 / 42%);
  }
  .inside {
    padding: 20px 22px 22px;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .head h2 {
    font-size: 18px;
  }
  section {
    margin-top: 16px;
    padding-top: 14px;
    border-top: 1px solid var(--line);
  }
  h3 {
    margin-bottom: 9px;
    font-size: 14px;
    font-weight: 650;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  .alone {
    margin-bottom: 10px;
  }
  .samples {
    display: grid;
    grid-template-columns: max-content 1fr;
    align-items: baseline;
    gap: 8px 14px;
  }
  .samples > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 5px;
  }
  .samples .size {
    font-weight: 550;
  }
  .families {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(134px, 1fr));
    gap: 6px;
    min-width: 0;
    margin: 14px 0 0;
    padding: 0;
    border: 0;
  }
  .families label {
    display: flex;
    align-items: center;
    gap: 7px;
    min-height: 44px;
    padding: 4px 7px;
    border: 1px solid var(--line);
    border-radius: 9px;
    color: var(--muted);
    font-size: 13.5px;
    line-height: 1.25;
    cursor: pointer;
  }
  .families label:hover {
    border-color: var(--muted);
    color: var(--ink);
  }
  .families label:has(:checked) {
    border-color: var(--ink);
    background: var(--ground);
    color: var(--ink);
    font-weight: 600;
  }
  .families label:has(:focus-visible) {
    outline: 2px solid var(--ink);
    outline-offset: 1px;
  }
  .family-icon {
    flex: none;
    width: 27px;
    height: 27px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.3;
    stroke-linejoin: round;
  }
  .family-icon .solid {
    fill: currentColor;
    stroke: none;
  }
  .family-icon .strong {
    stroke-width: 2.2;
    stroke-linecap: round;
  }
  .family-icon text {
    fill: currentColor;
    stroke: none;
    font-family: var(--font);
    font-weight: 650;
    text-anchor: middle;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 3px;
    min-width: 0;
    margin: 0;
    padding: 3px;
    border: 0;
    border-radius: 9px;
    background: var(--ground);
  }
  .choice label {
    padding: 4px 11px;
    border-radius: 7px;
    color: var(--muted);
    font-size: 14px;
    cursor: pointer;
  }
  .choice label:has(:checked) {
    background: var(--card);
    box-shadow: 0 1px 2px var(--shadow);
    color: var(--ink);
    font-weight: 600;
  }
  .choice label:has(:focus-visible) {
    outline: 2px solid var(--ink);
  }
  .seed {
    display: flex;
    align-items: center;
    gap: 7px;
    color: var(--muted);
    font-size: 14px;
  }
  .seed input {
    width: 8.2em;
    padding: 5px 9px;
    color: var(--ink);
  }
  .several {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 7px;
    width: 100%;
    font-size: 14px;
  }
  .several select {
    min-width: 0;
    max-width: 100%;
    min-height: 32px;
    padding: 4px 9px;
    color: var(--ink);
  }
  input[type="number"],
  select,
  textarea {
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--ground);
  }
  textarea {
    width: 100%;
    padding: 9px 11px;
    font:
      13px/1.5 ui-monospace,
      "SF Mono",
      Menlo,
      Consolas,
      "DejaVu Sans Mono",
      monospace;
    resize: vertical;
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  #paste-help,
  .answer {
    width: 100%;
  }
  .answer:not(:has(*)) {
    display: none;
  }
  .unreachable {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
`;
