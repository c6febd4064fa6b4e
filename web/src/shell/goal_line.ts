// What an author has set as a goal, above the board.

import { css, html, nothing } from "lit";

import { goalText, type Goal } from "../places/goal";

/** The second line has its room from the start. */
export const goalStyles = css`
  .goal {
    min-height: 2.8em;
    padding-left: 11px;
    border-left: 3px solid var(--s2);
    font-size: 14px;
    line-height: 1.4;
  }
  .goal.reached {
    border-left-color: var(--s1);
    font-weight: 600;
  }
  .goal span {
    display: block;
    color: var(--muted);
  }
  .goal.reached span {
    color: var(--ink);
  }
`;

export const renderGoal = (goal: Goal | undefined, said = "", state = "open") =>
  goal ? html`<p class="goal ${state}" part="goal">${goalText(goal)}<span role="status">${said}</span></p>` : nothing;
