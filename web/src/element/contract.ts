// The contract of <fast-slow>: what a page may say to it, and what it says. Only this is promised; all else may change.
//
//   <script type="module" src="https://HOST/PATH/fast-slow.js"></script>
//   <fast-slow family="sudoku"></fast-slow>
//
// Until somebody turns to it, it is a poster: the puzzle drawn, with nothing loaded but the script. It takes its final size
// at once. All elements of a page share one worker of each kind and speak one language; one that is out of sight does not
// play. Nothing that a page does here throws into it: what cannot be done is told by `fast-slow-error`, and in the element.
//
// WHAT A HOST MUST ALLOW. Files from another origin need `Access-Control-Allow-Origin` there, as all modules do; nothing else.
// A strict policy of the page around it, with ORIGIN as that of fast-slow.js:
//   script-src ORIGIN 'wasm-unsafe-eval'; connect-src ORIGIN; worker-src ORIGIN blob:
// (`blob:` only where ORIGIN is another than the page's own; in a frame without an origin `data:` in its place.) Styles need
// no permission.
//
// WHAT `integrity` COVERS. The hash on the script, and on the `modulepreload` links that the studio writes, covers what the page
// loads before a reader turns to a puzzle: the script and what it imports at once. The game's code, the workers, the engine,
// the solver and the network come later, from the same folder, and no browser holds those to a hash. `vX.Y.Z/files.json` has all
// hashes: a page that has to be sure of everything serves a copy of that folder, compared with these, from its own host.
//
// IF THE SCRIPT ITSELF DOES NOT COME, nobody is there to tell: the `error` event of its <script> does.
//
// WHILE THE SCRIPT IS ON ITS WAY the tag has no size. A page that may be seen before keeps its room, with the height that the
// element has in the end: fast-slow { display: block; min-height: 680px }
//
// STYLING. Custom properties, set on the element: --ground --card --ink --muted --line (surfaces and text), --s1 --s2 (the two
// systems), --radius, --font, --board-height (the largest height of the board). Parts: frame, title, board, beneath, panels,
// play (the poster's button), goal, message. Light or dark as the page's own `color-scheme` is, or by `theme`.

/** Attributes, each with a property of the same name; all are optional, and may be changed at any time. */
export interface FastSlowAttributes {
  /** The kind of puzzle: "sudoku" (the default), "kenken", "nonogram" …; "custom" for an author's own. */
  family: string;
  /** The puzzle, in any form that the play page takes; if left out, the kind's first of the collection. */
  puzzle: string;
  /** Makes a puzzle instead, the same for the same number; `size` ("9x9") and `level` may go with it. */
  seed: string;
  size: string;
  level: "easy" | "medium" | "hard" | "";
  /** What stands on the board at the start: "2.4_10.1", cell and value. */
  moves: string;
  /** So many steps are made by the systems before the reader sees it. */
  steps: string;
  mode: "system1" | "both" | "system2" | "";
  /** How the two work together: the same names as in the play page’s address ("threshold", "verify" …). */
  strategy: string;
  /** 0 to 1: from which confidence System 1 moves unchecked. */
  threshold: string;
  /** How often System 1 may look at one position: 1 or 2. */
  looks: string;
  /** Rules to switch on or off at the start: "diagonals !knight". */
  rules: string;
  /** "en", "ko", or another that the site was built with (web/i18n); if left out, that of the page around it, else the browser's. One for all elements of a page. */
  lang: string;
  /** "light", "dark", "auto" (as the reader's system has it); if left out, as the page around it. */
  theme: string;
  /** Parts shown beside the usual ones (title, modes, about, controls): rules, system1, arbitrator, system2, decisions. */
  show: string;
  /** Parts left out. The board always stays. */
  hide: string;
  /** What the reader may not change: cells, modes, rules, threshold. Scripts may. */
  lock: string;
  /** It plays by itself as soon as it is loaded. */
  autoplay: boolean;
  speed: "slow" | "steady" | "quick" | "instant" | "";
  /** When the engines come: on "press" (the default), when "near" the visible part of the page, or "now". */
  loading: "press" | "near" | "now" | "";
  /** What the reader is to do, shown with how far it has come, and told by `fast-slow-goal`: "sure_wrong" (find a cell where
   *  System 1 is sure and wrong), "solved", "solved_3" (with System 2 asked for at most three of the decisions). */
  goal: string;
  /** A run that was made with `record()` by this very version: its text, or the address of a file that holds it. It can be
   *  stepped through, played and explained without any engine; the game goes on where the reader departs from it, and its
   *  goal is looked at from there on. */
  recorded: string;
  /** System 1's network, in the place of the shipped one: the address of a file that was exported from the practice exhibit, or
   *  "device:NAME", one that this very host's practice exhibit keeps on the device. It is read when the engines come, and
   *  refused with a reason if it is damaged or foreign; then the shipped one plays. Another origin than the page's own has to
   *  send `Access-Control-Allow-Origin`, and `connect-src` has to name it. Such an element has workers of its own. */
  network: string;
  /** What the poster shows, where the puzzle is not the kind's first: made by `snapshot()`. Without it, the engine (not the
   *  systems) is loaded when the element comes near, to draw the puzzle. */
  poster: string;
}

/** A puzzle to go over to. */
export interface FastSlowPuzzle {
  family?: string;
  puzzle?: string;
  moves?: string;
}

export interface FastSlowDecision {
  /** Its number in the game, from 0. */
  id: number;
  kind: "place" | "rule_out" | "take_back" | "switch_rule";
  source: "player" | "system1" | "system2" | "both";
  /** The cell and the value; null where a rule was switched. */
  variable: number | null;
  value: number | null;
  /** System 2 was asked for it. */
  escalated: boolean;
  /** As a sentence, in the reader's language. */
  said: string;
}

export interface FastSlowState {
  /** poster: nothing is loaded; recorded: a recorded run is gone through; loading; ready; failed: the engine did not come. */
  stage: "poster" | "recorded" | "loading" | "ready" | "failed";
  family: string;
  /** As the game began, and as it stands. */
  puzzle: string;
  board: string;
  mode: "system1" | "both" | "system2";
  playing: boolean;
  status: "open" | "solved" | "lost" | "conflict";
  /** By cell: null while it is open. */
  values: (number | null)[];
  decisions: number;
  /** How often System 2 was asked, and how many guesses were taken back. */
  escalations: number;
  takenBack: number;
}

export interface FastSlowProblem {
  /** What it is, for programs: "error.load.network", "element.blocked", "element.ignored" … */
  key: string;
  /** Why, as a sentence in the reader's language. */
  reason: string;
}

export interface FastSlowGoal {
  /** As the attribute has it. */
  goal: string;
  /** As a sentence, in the reader's language. */
  said: string;
}

/** Events. All bubble and cross shadow roots. */
export interface FastSlowEvents {
  /** The game can be played. */
  "fast-slow-ready": CustomEvent<FastSlowState>;
  /** Somebody decided something: either system, both, or the reader. */
  "fast-slow-decision": CustomEvent<FastSlowDecision>;
  /** The reader made a move; `fast-slow-decision` tells the same. */
  "fast-slow-move": CustomEvent<FastSlowDecision>;
  "fast-slow-solve": CustomEvent<FastSlowState>;
  /** The goal is reached; told once in a game. */
  "fast-slow-goal": CustomEvent<FastSlowGoal>;
  /** Something cannot be done; what hangs on the way is told after five seconds in which nothing came. */
  "fast-slow-error": CustomEvent<FastSlowProblem>;
}

/** Each loads what it needs first. None rejects: what goes wrong is a `fast-slow-error`. */
export interface FastSlowMethods {
  /** One step of whoever decides; null if there is nothing to decide, or it could not be made. */
  step(): Promise<FastSlowDecision | null>;
  /** Plays on by itself. */
  play(): Promise<void>;
  pause(): void;
  /** Why the latest decision was made; or, of a cell, why it has its value (or a value that you name). One line each. */
  explain(variable?: number, value?: number): Promise<string[]>;
  /** A hint: each call tells more of the next step. */
  hint(): Promise<string>;
  /** The reader's move. */
  enter(variable: number, value: number): Promise<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  reset(): Promise<void>;
  /** Goes over to another puzzle; without one, loads what is there. False if it is refused. */
  load(puzzle?: FastSlowPuzzle): Promise<boolean>;
  /** The text of the `poster` attribute for what the board shows now. */
  snapshot(): Promise<string>;
  /** The text of the `recorded` attribute, for the game from its beginning to now; empty where nothing was decided. */
  record(): Promise<string>;
  readonly state: FastSlowState;
}

export type FastSlowElement = HTMLElement & FastSlowAttributes & FastSlowMethods;
