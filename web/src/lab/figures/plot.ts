// Of Observable Plot, what the figures draw with: the rest of the library is left out of the page.

export { dot, line, plot, ruleX, ruleY, text } from "@observablehq/plot";
