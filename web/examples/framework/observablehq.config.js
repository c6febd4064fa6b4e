// A site of one lesson. Without `globalStylesheets` every page asks Google for a font.

export default {
  title: "A lesson",
  root: "src",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  footer: "",
};
