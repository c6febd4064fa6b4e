/* global document */
const puzzle = document.querySelector("#first");
const log = document.querySelector("#log");

puzzle.addEventListener("fast-slow-decision", ({ detail }) => (log.value = detail.said));
puzzle.addEventListener("fast-slow-solve", () => (log.value = "Solved."));
puzzle.addEventListener("fast-slow-error", ({ detail }) => (log.value = detail.reason));

document.querySelector("#step").addEventListener("click", () => puzzle.step());
document.querySelector("#why").addEventListener("click", async () => {
  const lines = await puzzle.explain();
  document
    .querySelector("#reasons")
    .replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
});
