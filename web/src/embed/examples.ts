// What authors write, as the page shows it beside what becomes of it; the browser tests open the very same.

/** What a page's policy has to allow for the tag; ORIGIN is that of fast-slow.js. As in element/contract.ts. */
export const POLICY = "script-src ORIGIN 'wasm-unsafe-eval'; connect-src ORIGIN; worker-src ORIGIN blob:";

export const SCRIPT = `<script type="module" src="https://HOST/PATH/fast-slow.js"></script>`;

export const IMPORT = `import "fast-slow";`;

/** Each has a title among the words: `embed.example.ID`. */
export const EXAMPLES = [
  { id: "plain", tag: `<fast-slow family="sudoku"></fast-slow>` },
  {
    id: "lesson",
    tag: `<fast-slow family="nonogram" mode="system1" hide="modes" lock="modes"></fast-slow>`,
  },
  {
    id: "goal",
    tag: `<fast-slow family="kenken" goal="solved_3" show="system2"></fast-slow>`,
  },
  {
    id: "quiet",
    tag: `<fast-slow family="futoshiki">
  <p>Futoshiki, 4 × 4. Each row and each column holds every digit once.</p>
</fast-slow>`,
  },
] as const;

export const EVENTS_CODE = `const puzzle = document.querySelector("fast-slow");
puzzle.addEventListener("fast-slow-decision", ({ detail }) => console.log(detail.said));
await puzzle.step();
console.log(await puzzle.explain());`;

export const REACT_CODE = `import { FastSlow } from "fast-slow/react";

<FastSlow family="sudoku" goal="solved_3" onGoal={({ detail }) => alert(detail.said)} />`;

export const RECORD_CODE = `const text = await document.querySelector("fast-slow").record();
// then: <fast-slow recorded="TEXT, or the address of a file that holds it"></fast-slow>`;

export const STYLE_CODE = `fast-slow {
  --card: #fff8e7;
  --s1: #7048e8;
  --radius: 0;
}
fast-slow::part(title) {
  font-family: serif;
}`;

export const FRAME_CODE = `<iframe src="https://HOST/PATH/?family=sudoku&hide=header_new&goal=solved_3&host=https://school.example"
  title="Sudoku" width="100%" height="680" style="border: 0" loading="lazy"></iframe>`;

export const TALK_CODE = `const frame = document.querySelector("iframe").contentWindow;
addEventListener("message", ({ data, source }) => {
  if (source === frame && data?.fastslow) console.log(data.fastslow);
});
frame.postMessage({ fastslow: { command: "step", id: 1 } }, "https://HOST");`;

/** What the element promises (element/contract.ts), each with a sentence of its own among the words. */
export const ATTRIBUTES = [
  ...["family", "puzzle", "seed", "size", "level", "moves", "steps", "mode", "strategy", "threshold", "looks", "rules"],
  ...["lang", "theme", "show", "hide", "lock", "autoplay", "speed", "loading", "goal", "recorded", "network", "poster"],
] as const;
export const METHODS = [
  ...["step", "play", "pause", "explain", "hint", "enter", "undo", "redo", "reset", "load", "snapshot", "record"],
  "state",
] as const;
export const EVENTS = ["ready", "decision", "move", "solve", "goal", "error"] as const;
export const COMMANDS = ["step", "play", "pause", "reset", "hint", "explain", "load", "state"] as const;
export const PARTS = ["frame", "title", "board", "beneath", "panels", "play", "goal", "message"] as const;
export const PROPERTIES = [
  ...["--ground", "--card", "--ink", "--muted", "--line", "--s1", "--s2", "--radius", "--font", "--board-height"],
] as const;
