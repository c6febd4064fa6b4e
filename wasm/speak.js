/* global mergeInto, LibraryManager, Module, UTF8ToString */
// Emscripten library: what the solver module calls outside of itself. A worker that computes hears nothing, but it can
// speak: whoever loaded the module, and gave it a function `told`, is told of drafts at once.
// (Emscripten's own minifier knows no "?.".)
mergeInto(LibraryManager.library, {
  fs_tell: function (text) {
    if (Module["told"]) Module["told"](UTF8ToString(text));
  },
});
