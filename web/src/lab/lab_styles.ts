import { css } from "lit";

import { fieldStyles } from "./field_styles";

export const labStyles = css`
  ${fieldStyles}
  main {
    max-width: 1160px;
    margin: 0 auto;
    padding: 30px 20px 60px;
    font-size: 15.5px;
    line-height: 1.55;
  }
  .title {
    font-size: 32px;
    font-weight: 750;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }
  .lead,
  section > p {
    max-width: 72ch;
    text-wrap: pretty;
  }
  .lead {
    margin-top: 10px;
    color: var(--muted);
    font-size: 17px;
  }
  .contents {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
    margin-top: 16px;
    font-size: 14.5px;
  }
  .contents a {
    color: var(--ink);
    text-underline-offset: 3px;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    margin-top: 44px;
    scroll-margin-top: 16px;
  }
  /* While boards race, figures out of sight are neither laid out nor painted. Once seen, a section keeps its own height. */
  section:not(#race) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 1000px;
  }
  section > h2 {
    font-size: 22px;
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .choice label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    color: var(--muted);
  }
  .choice select {
    min-width: 0;
    max-width: 100%;
  }
  /* As wide as with all that there will be to choose from. */
  .choice .kind {
    width: 168px;
  }
  .choice .which {
    width: 224px;
  }
  details.own {
    font-size: 14px;
  }
  details.own summary {
    width: fit-content;
    cursor: pointer;
  }
  details.own form {
    display: grid;
    gap: 10px;
    max-width: 640px;
    margin-top: 10px;
  }
  .note {
    color: var(--muted);
    font-size: 13.5px;
  }
  /* Whatever comes and goes here, nothing beneath it moves. */
  .loads {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
    min-height: 22px;
  }
  .load {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  @media (max-width: 480px) {
    main {
      padding: 20px 14px 44px;
    }
    .title {
      font-size: 27px;
    }
    section {
      margin-top: 34px;
    }
  }
`;
