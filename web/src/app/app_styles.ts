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
  .left {
    display: grid;
    gap: 16px;
  }
  .caption {
    margin-top: 2px;
  }
  .caption span {
    display: flex;
    gap: 16px;
    white-space: nowrap;
  }
  .trouble {
    display: grid;
    gap: 8px;
    justify-items: start;
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
  }
`;
