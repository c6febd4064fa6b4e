// How far System 1's confidence can be believed: a reliability diagram, and the same as tables for who cannot see it.

import { css, html, nothing, svg, type TemplateResult } from "lit";

import type { Reliability, ReliabilityBin, ReliabilityCurve } from "../protocol/card";
import { t } from "../i18n/i18n";
import { numberText, probabilityText } from "../i18n/sentences";

const gapText = (ece: number): string => probabilityText(ece, 1);

/** Whether calibration helped in this kind of puzzle: fitted to all confidences at once, it need not close the gap in each. */
function gap({ before, after }: Reliability): string {
  const told = { before: gapText(before.ece), after: gapText(after.ece) };
  if (told.before === told.after) return t("reliability.gap_same", { after: told.after });
  return t(before.ece > after.ece ? "reliability.gap" : "reliability.gap_worse", told);
}

/** `opened`: few open it, and the numbers of the tables take long to write. `toggle` is told when that changes. */
export function reliabilityDetails(
  reliability: Reliability,
  opened: boolean,
  toggle: (open: boolean) => void,
): TemplateResult {
  const { before, after } = reliability;
  return html`<details
    class="reliability"
    @toggle=${(event: Event) => toggle((event.target as HTMLDetailsElement).open)}
  >
    <summary>${t("reliability.title")}</summary>
    <p class="muted">${t("reliability.about")}</p>
    ${diagram(reliability)}
    <p class="muted gap">${gap(reliability)}</p>
    <div class="visually-hidden">${opened ? [table("before", before), table("after", after)] : nothing}</div>
  </details>`;
}

/** The diagonal is perfect calibration; a dot's size tells how many cases it stands for. */
function diagram({ before, after }: Reliability): TemplateResult {
  return html`<figure aria-hidden="true">
    <svg viewBox="-14 -4 118 118">
      ${svg`<rect width="100" height="100" class="frame" /><path d="M0 100L100 0" class="ideal" />`}
      ${curve("before", before.bins)}${curve("after", after.bins)}
      ${svg`<text x="50" y="111">${t("reliability.confidence")}</text>
        <text x="-50" y="-5" transform="rotate(-90)">${t("reliability.right")}</text>`}
    </svg>
    <figcaption class="muted">
      <span class="before">${t("reliability.before")}</span><span class="after">${t("reliability.after")}</span>
    </figcaption>
  </figure>`;
}

function curve(name: "before" | "after", bins: readonly ReliabilityBin[]): TemplateResult {
  const filled = bins.filter(({ count }) => count > 0);
  const most = Math.max(1, ...filled.map(({ count }) => count));
  const points = filled.map(({ confidence, accuracy, count }) => ({
    x: 100 * confidence,
    y: 100 * (1 - accuracy),
    r: 1 + 2 * Math.sqrt(count / most),
  }));
  return svg`<g class=${name}>
    <polyline points=${points.map(({ x, y }) => `${x},${y}`).join(" ")} />
    ${points.map(({ x, y, r }) => svg`<circle cx=${x} cy=${y} r=${r} />`)}
  </g>` as TemplateResult;
}

function table(name: "before" | "after", { bins }: ReliabilityCurve): TemplateResult {
  return html`<table>
    <caption>
      ${t(`reliability.${name}`)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t("reliability.confidence")}</th>
        <th scope="col">${t("reliability.right")}</th>
        <th scope="col">${t("reliability.count")}</th>
      </tr>
    </thead>
    <tbody>
      ${bins.map(
        ({ confidence, accuracy, count }) =>
          html`<tr>
            <th scope="row">${probabilityText(confidence)}</th>
            <td>${probabilityText(accuracy)}</td>
            <td>${numberText(count)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export const reliabilityStyles = css`
  .reliability {
    margin-top: 10px;
    font-size: 13px;
  }
  .reliability summary {
    color: var(--muted);
    cursor: pointer;
  }
  .reliability summary:hover {
    color: var(--ink);
  }
  .reliability p {
    margin-top: 6px;
  }
  .reliability figure {
    margin: 8px 0 0;
  }
  .reliability svg {
    display: block;
    width: min(100%, 220px);
    margin-inline: auto;
  }
  .reliability text {
    fill: var(--muted);
    font-size: 7px;
    text-anchor: middle;
  }
  .frame,
  .ideal,
  .reliability polyline {
    fill: none;
    stroke: var(--line);
    stroke-width: 1;
  }
  .ideal {
    stroke: var(--muted);
    stroke-dasharray: 2 2;
  }
  .reliability polyline {
    stroke-width: 1.4;
  }
  .before polyline {
    stroke: var(--muted);
  }
  .before circle {
    fill: var(--muted);
  }
  .after polyline {
    stroke: var(--s1);
  }
  .after circle {
    fill: var(--s1);
  }
  .reliability figcaption {
    display: flex;
    justify-content: center;
    gap: 14px;
    margin-top: 2px;
  }
  .reliability figcaption span::before {
    display: inline-block;
    width: 9px;
    height: 9px;
    margin-right: 5px;
    border-radius: 50%;
    background: var(--muted);
    content: "";
  }
  .reliability figcaption .after::before {
    background: var(--s1);
  }
`;
