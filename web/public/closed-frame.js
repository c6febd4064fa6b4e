/* global self, document, customElements */
// In a frame with `sandbox="allow-scripts"` alone the page has no origin. A plain host gives such a page no modules and
// nothing to fetch, and no host can give it workers. Scripts of the old kind it may have: one of them holds all that is
// needed to play by hand.
if (self.origin === "null") {
  const script = document.createElement("script");
  script.src = new URL("assets/closed-frame-app.js", document.currentScript.src).href;
  // Where the host does give it the modules, what they define could do nothing without workers.
  const define = customElements.define.bind(customElements);
  customElements.define = (name, element) => {
    if (document.currentScript === script) define(name, element);
  };
  document.head.append(script);
}
