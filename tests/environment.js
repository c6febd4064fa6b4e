// Goes before the engine's tests compiled to WebAssembly: they see the variables of Node's environment, as the native
// program does. GoogleTest takes its shard from them, and the golden files' update.
var Module = {
  preRun() {
    Object.assign(ENV, process.env);
  },
};
