// The guide reads like a page of a book: one column, with exhibits set into it.

import { css } from "lit";

export const articleStyles = css`
  main {
    max-width: 680px;
    margin: 0 auto;
    padding: 34px 20px 60px;
    font-size: 17px;
    line-height: 1.65;
  }
  .title {
    font-size: 34px;
    font-weight: 750;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }
  .lead {
    margin-top: 12px;
    color: var(--muted);
    font-size: 18px;
    text-wrap: pretty;
  }
  section {
    margin-top: 64px;
  }
  h3 {
    font-size: 23px;
    font-weight: 700;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }
  section > p {
    margin-top: 14px;
    text-wrap: pretty;
  }
  .exhibit {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
    min-height: var(--held, 0);
    margin-top: 26px;
    padding: 18px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    font-size: 15px;
    line-height: 1.5;
  }
  details.exhibit {
    display: block;
  }
  .exhibit > summary {
    cursor: pointer;
  }
  .exhibit > fs-measures {
    margin-top: 12px;
  }
  .task {
    font-weight: 600;
  }
  .desk {
    width: 100%;
    max-width: 460px;
    margin: 0 auto;
  }
  /* A square board, the keys and what moves the game. */
  .room {
    min-height: calc(min(460px, 100vw - 76px) + 300px);
  }
  .exhibit .reason {
    display: block;
  }
  .restart {
    justify-self: end;
  }
  .place {
    color: var(--muted);
    font-weight: 500;
  }
  .kind {
    color: var(--muted);
    font-size: 14px;
    text-align: center;
  }
  .guess {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    color: var(--s1-ink);
    font-weight: 600;
  }
  .guess .bar {
    flex: 1 1 90px;
    max-width: 160px;
    height: 9px;
    overflow: hidden;
    border-radius: 5px;
    background: var(--s1-soft);
  }
  .guess .bar i {
    display: block;
    width: var(--share);
    height: 100%;
    background: var(--s1);
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  .verdict {
    font-weight: 600;
  }
  .later {
    padding-left: 14px;
    border-left: 3px solid var(--line);
    color: var(--muted);
    font-size: 15px;
  }
  .sources {
    color: var(--muted);
    font-size: 13.5px;
    line-height: 1.45;
  }
  .sources cite {
    display: block;
    font-style: normal;
  }
  @media (max-width: 480px) {
    main {
      padding: 22px 14px 44px;
      font-size: 16px;
    }
    .title {
      font-size: 28px;
    }
    .exhibit {
      margin-inline: -6px;
      padding: 12px 10px;
    }
  }
`;
