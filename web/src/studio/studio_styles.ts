import { css } from "lit";

export const studioStyles = css`
  main {
    display: grid;
    grid-template: "form stage" max-content "form take" 1fr / minmax(280px, 340px) minmax(0, 1fr);
    gap: 22px 26px;
    width: 100%;
    max-width: 1240px;
    margin: 0 auto;
    padding: 20px 26px 10px;
  }
  .form,
  .stage,
  .take {
    grid-template-columns: minmax(0, 1fr);
  }
  .form {
    grid-area: form;
    display: grid;
    align-content: start;
    gap: 10px;
    min-width: 0;
  }
  .stage {
    grid-area: stage;
    display: grid;
    align-content: start;
    gap: 12px;
    min-width: 0;
  }
  .take {
    grid-area: take;
    align-self: start;
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  /* As wide as the page that the puzzle is for; never wider than this one. */
  .page {
    max-width: 100%;
    padding: 14px;
    border: 1px dashed var(--line);
    border-radius: var(--radius);
    overflow: hidden;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
  }
  details {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
  }
  summary {
    padding: 10px 14px;
    font-weight: 650;
    cursor: pointer;
  }
  .fields {
    display: grid;
    gap: 9px;
    padding: 0 14px 14px;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 9px;
  }
  .field {
    display: grid;
    gap: 3px;
    min-width: 0;
    font-size: 13px;
    color: var(--muted);
  }
  select,
  textarea,
  input[type="number"] {
    width: 100%;
    min-width: 0;
    min-height: 36px;
    padding: 6px 9px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--ground);
    color: var(--ink);
    font-size: 14px;
  }
  textarea {
    resize: vertical;
    overflow-wrap: anywhere;
  }
  .code {
    font:
      12.5px/1.5 ui-monospace,
      "SF Mono",
      Menlo,
      Consolas,
      "DejaVu Sans Mono",
      monospace;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 30px;
    font-size: 14px;
    line-height: 1.3;
  }
  .choice input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--ink);
  }
  .take select {
    width: auto;
  }
  a.button {
    color: inherit;
    text-decoration: none;
  }
  @media (max-width: 860px) {
    main {
      grid-template: "stage" "form" "take" / minmax(0, 1fr);
      padding: 14px 12px;
    }
    .page {
      padding: 8px;
    }
  }
`;

/** Of the page itself. */
export const hostStyles = css`
  :host {
    display: grid;
    grid-template-rows: max-content 1fr max-content;
    min-height: 100dvh;
  }
`;
