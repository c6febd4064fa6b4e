// The posters of a page take turns: to draw one takes a few milliseconds, and ten of them in one task would hold up whoever
// scrolls or types meanwhile. As many are drawn in one task as have room in it.

/** So long a task may take before the next poster waits for another, in milliseconds. */
const TASK_MS = 20;

let began = performance.now();
let last: Promise<void> = Promise.resolve();

const nextTask = () =>
  new Promise<void>((resolve) => {
    setTimeout(() => {
      began = performance.now();
      resolve();
    }, 0);
  });

/** Resolves when it is the caller's turn, in the order of the callers. */
export function turn(): Promise<void> {
  return (last = last.then(() => (performance.now() - began < TASK_MS ? undefined : nextTask())));
}
