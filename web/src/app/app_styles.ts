import { css } from "lit";

export const appStyles = css`
  :host {
    display: block;
    --gap: 28px;
  }
  /* The board is the hero: as large as the window allows, with what stands above and beneath it. */
  main {
    --keys: 0px;
    --rules: 0px;
    --board: clamp(300px, calc(100dvh - 268px - var(--keys) - var(--rules)), 660px);
    --board-height: var(--board);
  }
  main.keyed {
    --keys: 56px;
  }
  main.ruled {
    --rules: 44px;
  }
  main.ruled.much {
    --rules: 82px;
  }
  header {
    display: flex;
    align-items: baseline;
    gap: 20px;
    padding: 14px 28px;
    border-bottom: 1px solid var(--line);
  }
  h1 {
    font-size: 18px;
    font-weight: 750;
    letter-spacing: -0.01em;
  }
  .fast {
    color: var(--s1);
  }
  .slow {
    color: var(--s2-ink);
  }
  /* Drawn, because fonts disagree about how wide this dot is. */
  .dot {
    display: inline-block;
    width: 4px;
    height: 4px;
    margin: 0 2px;
    overflow: hidden;
    border-radius: 50%;
    background: var(--ink);
    font-size: 0;
    vertical-align: 4px;
  }
  .tagline {
    color: var(--muted);
    font-size: 13.5px;
  }
  nav {
    display: flex;
    align-items: center;
    gap: 18px;
    margin-left: auto;
  }
  nav .round {
    display: grid;
  }
  nav a {
    text-decoration: none;
  }
  h1,
  nav .link {
    white-space: nowrap;
  }
  @media (max-width: 480px) {
    header,
    nav {
      gap: 12px;
    }
  }
  .about {
    font-size: 14.5px;
    overflow-wrap: anywhere;
  }
  main {
    display: grid;
    grid-template-columns:
      minmax(230px, 280px) minmax(0, calc(var(--board) * var(--wide, 1)))
      minmax(230px, 280px);
    align-items: start;
    justify-content: center;
    gap: var(--gap);
    padding: 22px 24px 40px;
  }
  .left,
  .right {
    display: grid;
    gap: 16px;
  }
  .middle {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
  }
  .caption {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    margin-top: 2px;
  }
  .caption span {
    display: flex;
    gap: 16px;
    white-space: nowrap;
  }
  .status {
    color: var(--muted);
    font-size: 14px;
  }
  .status.solved {
    color: var(--ink);
    font-weight: 650;
  }
  fs-pad {
    display: none;
  }
  fs-pad.needed {
    display: block;
  }
  .trouble {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  @media (pointer: coarse) {
    fs-pad {
      display: block;
    }
  }
  @media (max-width: 1080px) {
    :host {
      --gap: 20px;
    }
    .tagline {
      display: none;
    }
  }
  /* Without room for three columns the panels stand under the board, proof first. */
  @media (max-width: 860px) {
    main {
      --board: min(100%, 620px);
      --board-height: 100dvh;
    }
    header {
      padding: 12px 16px;
    }
    main {
      grid-template-columns: minmax(0, 620px);
      gap: 14px;
      padding: 14px 14px 32px;
    }
    .middle {
      order: 0;
    }
    .right {
      order: 1;
    }
    .left {
      order: 2;
    }
    fs-pad {
      display: block;
    }
  }
`;
