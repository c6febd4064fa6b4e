// Line icons, so that no font decides how a control looks.

import { svg, html, type TemplateResult } from "lit";

const PATHS = {
  undo: svg`<path d="M4 9h7.5a4.2 4.2 0 0 1 0 8.4H8M4 9l3.6-3.6M4 9l3.6 3.6" />`,
  redo: svg`<path d="M16 9H8.5a4.2 4.2 0 0 0 0 8.4H12M16 9l-3.6-3.6M16 9l-3.6 3.6" />`,
  step: svg`<path d="M8 5.5l4.5 4.5L8 14.5" />`,
  play: svg`<path class="solid" d="M6 4.2v11.6L15.6 10z" />`,
  pause: svg`<path class="solid" d="M5.5 4.5h3v11h-3zM11.5 4.5h3v11h-3z" />`,
  theme: svg`<circle cx="10" cy="10" r="6.2" /><path class="solid" d="M10 3.8a6.2 6.2 0 0 1 0 12.4z" />`,
  light: svg`<circle cx="10" cy="10" r="3.6" /><path d="M10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M4.5 15.5l1.1-1.1M14.4 5.6l1.1-1.1" />`,
  dark: svg`<path d="M16.4 12.2A6.8 6.8 0 0 1 7.8 3.6a6.8 6.8 0 1 0 8.6 8.6z" />`,
  pencil: svg`<path d="M4 16l.9-3.6L13.6 3.7l2.7 2.7L7.6 15.1zM12 5.3L14.7 8" />`,
  clock: svg`<circle cx="10" cy="10" r="6.4" /><path d="M10 6.4V10l2.6 1.8" />`,
  close: svg`<path d="M5 5l10 10M15 5L5 15" />`,
  out: svg`<path d="M8 5H5v10h10v-3M11 4.5h4.5V9M15 5l-6.5 6.5" />`,
  erase: svg`<path d="M7 5h9.5v10H7l-4.5-5zM9.5 8l4 4M13.5 8l-4 4" />`,
};

export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon-drawing" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
    ${PATHS[name]}
  </svg>`;
}
