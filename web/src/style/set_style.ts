// Styles that follow data. Lit's own `style=` writes the attribute, which the page's strict content
// security policy forbids; properties set one by one are allowed.

import { noChange, type ElementPart } from "lit";
import { Directive, directive } from "lit/directive.js";

class SetStyle extends Directive {
  render(_styles: Record<string, string>): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [styles]: [Record<string, string>]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(styles)) {
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
    }
    return noChange;
  }
}

/** `<div ${setStyle({ width: '40%' })}>` */
export const setStyle = directive(SetStyle);
