// Goes before the engine's tests compiled to WebAssembly: they see the variables of Node's environment, as the native
// program does. GoogleTest takes its shard from them, and the golden files' update.

/* global ENV -- Emscripten's, which follows and reads Module */
// eslint-disable-next-line @typescript-eslint/no-unused-vars
var Module = {
  preRun() {
    Object.assign(ENV, process.env);
  },
};
