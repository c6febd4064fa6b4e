/* global addEventListener, postMessage */
// The solver in a worker, so that the page stays alive while it computes.
import { loadSolver } from "../fastslow-solver.js";

const solver = await loadSolver();
const lines = ["r1c*", "r2c*", "r3c*", "r*c1", "r*c2", "r*c3", ["r1c1", "r2c2", "r3c3"], ["r1c3", "r2c2", "r3c1"]];
const square = solver.declare({
  grid: { rows: 3, columns: 3, values: [1, 9] },
  constraints: [
    { kind: "all_different", name: "no value stands twice", cells: "r*c*" },
    ...lines.map((cells) => ({ kind: "sum", name: `the 15 of ${cells}`, cells, equals: 15 })),
  ],
});

addEventListener("message", ({ data: is }) => postMessage(answerTo(is)));
postMessage("Ready.");

function answerTo(is) {
  const assume = [{ cell: "r2c2", is }];
  try {
    const { truth, values } = square.check({ assume });
    if (truth === "sat") return `Yes: ${square.cells.map((cell) => values[cell]).join(" ")}`;
    return `No: ${square.core({ assume }).said.join(" · ")}`;
  } catch (problem) {
    return problem.message;
  }
}
