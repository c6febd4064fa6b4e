// @vitest-environment happy-dom
// The panels in a game: the real engine and both systems play, and what the panels show is read as a visitor would.

import { render, type TemplateResult } from "lit";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { Play } from "../../../../web/src/game/play";
import { Stage } from "../../../../web/src/game/stage";
import { Host } from "../../../../web/src/host/host";
import { setLanguage } from "../../../../web/src/i18n/i18n";
import { renderArbitrator, renderDecisions, renderSystem1, renderSystem2 } from "../../../../web/src/shell/panels";
import { renderControls, type Table } from "../../../../web/src/shell/table";
import { nodeTransports } from "../../../../web/tools/node_transports";

const SMALL = "..2..4..1......2";
const exported = vi.fn();

/** A game on a page of all panels. */
async function seated(text = SMALL, family = "sudoku") {
  const notices: unknown[] = [];
  const play = new Play(
    new Host(nodeTransports()),
    () => draw(),
    (notice) => notices.push(notice),
  );
  const stage = new Stage(play);
  const table: Table = { play, stage, name: "", show: (change) => (change(), draw()), given: vi.fn(), tools: true };
  const place = document.createElement("main");
  document.body.replaceChildren(place);
  const panels = (): TemplateResult[] => [
    renderSystem1(table),
    renderArbitrator(table, false),
    renderSystem2(table, { thinking: "", awaited: true, counts: true }),
    renderDecisions(table, exported),
    renderControls(table),
  ];
  const draw = () => render(panels(), place);
  expect(await play.open(family, text)).toBeNull();
  play.ready = true;
  await Promise.all([play.load("policy"), play.load("solver")]);
  /** The elements of a panel that match, once everything is drawn. */
  const all = async (panel: string, selector = "section, :host > *") => {
    draw();
    const element = place.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>(panel)!;
    await element.updateComplete;
    return [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  };
  const textOf = async (panel: string, selector?: string) =>
    (await all(panel, selector)).map(({ textContent }) => textContent.replace(/\s+/g, " ").trim()).join(" | ");
  return { play, stage, all, text: textOf, notices };
}

// The first game waits until the modules and the model are loaded.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => setLanguage("en"));

describe("System 2's panel", () => {
  it("tells a proof line by line, and says which line is read", async () => {
    const { play, stage, all, text } = await seated();
    await play.configure({ mode: "system2" });
    await play.step();
    expect(await all("fs-system2", "li")).toHaveLength(0);
    // Words are made when somebody looks.
    await vi.waitFor(() => expect(play.log.proofs.get(0)).toBeDefined());
    const proof = play.log.proofs.get(0)!;
    expect(await all("fs-system2", "li")).toHaveLength(proof.lines.length);
    expect(await text("fs-system2", "h3")).toMatch(/^Why \d\?$/);
    expect(await text("fs-system2", ".badge")).toBe("Proved, not guessed");
    const [line] = await all("fs-system2", "li button");
    line!.dispatchEvent(new Event("pointerenter"));
    expect(stage.focus.lit).toBe(0);
    expect((await all("fs-system2", "button.lit")).map((one) => one.textContent)).toEqual([line!.textContent]);
    expect([...stage.sheet.lights.rule]).toEqual(proof.lines[0]!.ruleCells);
  });

  it("asks why of a move that intuition made alone", async () => {
    const { play, all, text } = await seated();
    await play.configure({ mode: "system1" });
    await play.step();
    const [why] = await all("fs-system2", ".questions button");
    expect(why!.textContent).toMatch(/^Why \d\?$/);
    why!.click();
    await vi.waitFor(() => expect(play.topic?.kind).toBe("answer"));
    expect(await text("fs-system2", ".answer")).toMatch(/forced|wrong/);
  });

  it("says why it could not be loaded, and lets that be tried again", async () => {
    const { play, all, text } = await seated();
    const problem = { key: "error.load.network", args: { file: "solver.wasm" } };
    play.loading = {
      ...play.loading,
      solver: { part: "solver", state: "failed", phase: "fetch", loaded: 0, total: 0, problem },
    };
    expect(await text("fs-system2", "[role=alert] p")).toMatch(/could not be fetched/);
    const load = vi.spyOn(play, "load").mockResolvedValue();
    (await all("fs-system2", "[role=alert] button"))[0]!.click();
    expect(load).toHaveBeenCalledWith("solver");
  });
});

describe("a hint", () => {
  const SKYSCRAPERS = "..3./.....4/2...../3...../.....2/421.";

  it.each([
    ["sudoku", SMALL],
    ["skyscrapers", SKYSCRAPERS],
    ["knights", "A:knight(C);B:knave(A);C:and(knave(A),knave(B))"],
  ])("of %s tells where, by which rule, which cell, and only then what", async (family, puzzle) => {
    const { play, stage, all, text } = await seated(puzzle, family);
    const told: string[][] = [];
    for (let degree = 1; degree <= 4; degree++) {
      (await all("fs-controls", "button.hint"))[0]!.click();
      await vi.waitFor(async () => expect(await all("fs-hint", "li")).toHaveLength(degree));
      told.push((await all("fs-hint", "li")).map(({ textContent }) => textContent));
      const proof = stage.focus.proof!;
      expect(stage.sheet.subject).toBe(degree < 3 ? null : proof.variable);
      expect(stage.sheet.ghost === null).toBe(degree < 4);
      expect((await text("fs-system2", "h3")) === "").toBe(degree < 4);
      expect(stage.sheet.lights.fact.size > 0).toBe(degree > 1 && proof.factCells.length > 0);
    }
    // What was told stays.
    for (const earlier of told) expect(told[3]!.slice(0, earlier.length)).toEqual(earlier);
    expect(told[3]!.join(" ")).not.toMatch(/\{\{|undefined|unit\.|hint\./);
    expect(play.view!.decisions).toHaveLength(0);
    const { variable, value, place } = stage.focus.proof!;
    (await all("fs-hint", "button"))[0]!.click();
    await vi.waitFor(() => expect(play.view!.decisions).toHaveLength(1));
    expect(play.view!.decisions[0]).toMatchObject({ kind: place ? "place" : "rule_out", variable, value });
    expect(play.view!.decisions[0]!.source).toBe("system2");
    expect(play.mode).toBe("both");
    expect(document.querySelector("fs-hint")).toBeNull();
  });
});

describe("System 1's panel", () => {
  it("shows what is felt in the cell under the pointer, the strongest first", async () => {
    const { play, stage, text } = await seated();
    await vi.waitFor(() => expect(play.intuition).not.toBeNull());
    const open = play.intuition!.cells.find(({ candidates }) => candidates.length > 1)!;
    stage.focus.hovered = open.variable;
    const strongest = [...open.candidates].sort((a, b) => b.probability - a.probability)[0]!;
    expect(await text("fs-system1", ".bars li:first-child b")).toBe(String(strongest.value));
    expect(await text("fs-system1", ".bars li:first-child .number")).toMatch(/^[<>]?\d+ %$/);
  });

  it("stays with the move that is told, and marks what would come next as that", async () => {
    const { play, stage, text } = await seated();
    await play.configure({ mode: "both", pairing: "threshold", threshold: 0.5 });
    await vi.waitFor(() => expect(play.intuition).not.toBeNull());
    expect(await text("fs-system1", ".about")).toMatch(/^What it would play next: row \d/);
    expect(await text("fs-system1", ".next")).toBe("");
    // Another cell was selected before.
    stage.focus.select(play.intuition!.best!.variable === 0 ? 1 : 0);
    await play.step();
    await vi.waitFor(() => expect(play.intuition).not.toBeNull());
    const { variable } = play.log.decisions.get(0)!.thought!.intuition!.proposal;
    expect(play.view!.cells[variable]!.decision).toBe(0);
    const place = (of: number) => `row ${Math.floor(of / 4) + 1}, column ${(of % 4) + 1}`;
    expect(await text("fs-system1", ".about")).toBe(`What it felt for ${place(variable)}, before this move`);
    const next = play.intuition!.best!.variable;
    expect(await text("fs-system1", ".next")).toContain(`Next it would propose: ${place(next)} is`);
    // Only a cell that is selected now speaks before the move.
    stage.focus.select(next);
    expect(await text("fs-system1", ".about")).toBe(`What it feels for ${place(next)}`);
  });

  it("does not say of a kind of puzzle that calibration helped where it did not", async () => {
    const { play, text } = await seated();
    const curve = (ece: number) => ({ ece, bins: [] });
    const told = async (before: number, after: number) => {
      vi.spyOn(play, "reliability", "get").mockReturnValue({ before: curve(before), after: curve(after) });
      return await text("fs-system1", ".gap");
    };
    expect(await told(0.0125, 0.004)).toBe(
      "On average, how sure it is and how often it is right are 0.4 % apart; before calibration it was 1.3 %.",
    );
    expect(await told(0.004, 0.006)).toMatch(/0\.6 % apart\. .* did not help: without it, it was 0\.4 %\.$/);
    expect(await told(0.0049, 0.0051)).toMatch(/0\.5 % apart, with calibration as without it\.$/);
  });

  it("rests while System 2 decides alone", async () => {
    const { play, text } = await seated();
    await play.configure({ mode: "system2" });
    expect(await text("fs-system1", ".bars")).toBe("");
    expect(await text("fs-system1", ".about")).not.toBe("");
  });
});

describe("the arbitrator's panel", () => {
  it("has a dial where confidence decides, and weighs each move by it", async () => {
    const { play, all, text } = await seated();
    await play.configure({ mode: "both", pairing: "threshold", threshold: 0.5 });
    expect(await all("fs-arbitrator", "input[type=range]")).toHaveLength(1);
    await play.step();
    expect(await text("fs-arbitrator", ".verdict")).toMatch(/sure; 50 % is enough\. Trust intuition\.$/);
    await play.configure({ pairing: "verify" });
    expect(await all("fs-arbitrator", "input[type=range]")).toHaveLength(0);
  });

  it("has its handle on the side of trust where little confidence is asked for", async () => {
    const { play, all, text } = await seated();
    await play.configure({ mode: "both", pairing: "threshold", threshold: 0.8 });
    const dial = async () => (await all("fs-arbitrator", "input[type=range]"))[0] as HTMLInputElement;
    expect((await dial()).value).toBe("0.2");
    expect(await text("fs-arbitrator", ".ends")).toBe("check moretrust more");
    (await dial()).value = "0.65";
    (await dial()).dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(play.threshold).toBe(0.35));
  });

  it("lets System 1 sleep on it, and shows how many of its pictures have the move", async () => {
    // Nothing given: every digit is as good as another, so that no look is a solution by itself.
    const { play, all, text } = await seated(".".repeat(16));
    await play.configure({ mode: "system1" });
    await play.step();
    expect(await all("fs-arbitrator", ".agreement")).toHaveLength(0);
    const [states] = await all("fs-arbitrator", "select");
    expect((states as HTMLSelectElement).value).toBe("0");
    (states as HTMLSelectElement).value = "8";
    states!.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(play.sleep).toBe(8));
    await play.step();
    const { slept, agree } = play.log.decisions.get(1)!.thought!.intuition!.evidence;
    expect(slept).toBeGreaterThan(0);
    expect(await all("fs-arbitrator", ".dots i")).toHaveLength(slept);
    expect(await all("fs-arbitrator", ".dots i.held")).toHaveLength(agree);
    expect(await text("fs-arbitrator", ".agreement")).toBe(`${agree} of ${slept} fresh pictures have this move`);
  });

  it("tells what the dial means, and the arbitrator does so", async () => {
    const { play, text } = await seated();
    await play.configure({ mode: "both", pairing: "threshold", looks: 1, threshold: 0.5 });
    await vi.waitFor(() => expect(play.intuition).not.toBeNull());
    const surest = play.intuition!.cells.map(({ candidates }) => Math.max(0, ...candidates.map((c) => c.probability)));
    const ahead = surest
      .filter((p) => p > 0)
      .sort((a, b) => b - a)
      .slice(0, 10);
    const told = async () => /check (\d+) of the next (\d+) moves/.exec(await text("fs-arbitrator", ".outlook"))!;
    // Just above the surest everything is checked; just below the last of the ten, nothing.
    for (const [threshold, checked] of [
      [1, ahead.filter((p) => p < 1).length],
      [ahead.at(-1)! - 1e-6, 0],
    ] as const) {
      play.threshold = threshold;
      expect((await told()).slice(1, 3).map(Number)).toEqual([checked, ahead.length]);
    }
    await play.configure({ threshold: ahead[0]! - 1e-6 });
    await play.step();
    expect(play.log.decisions.get(0)!.thought!.verdict).toBe("verdict.trusted");
  });
});

describe("the log", () => {
  it("has a mark for every decision, one of which the Tab key reaches, and arrows lead on", async () => {
    const { play, stage, all, text } = await seated();
    await play.configure({ mode: "system2" });
    await play.step();
    await play.step();
    const marks = await all("fs-decisions", ".marks button");
    expect(marks.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
    marks[1]!.focus();
    marks[1]!.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
    expect(stage.focus.pointed).toBe(0);
    expect(await text("fs-decisions", ".story")).toBe(marks[0]!.getAttribute("aria-label"));
    expect(await text("fs-decisions", ".moves")).toMatch(/^2 moves/);
  });

  it("leads to every moment of the game and back", async () => {
    const { play, stage, all, text } = await seated();
    await play.configure({ mode: "system2" });
    for (let n = 0; n < 3; n++) await play.step();
    const now = stage.sheet.cells;
    const standing = () => stage.sheet.cells.filter(({ value, origin }) => value !== null && origin !== "given").length;
    const key = async (name: string) => {
      const marks = await all("fs-decisions", ".marks button");
      const at = marks.find((mark) => mark.matches(":focus")) ?? marks[2]!;
      at.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
    };
    (await all("fs-decisions", ".marks button"))[1]!.click();
    await vi.waitFor(() => expect(play.past?.id).toBe(1));
    expect(play.past!.view.decisions).toHaveLength(2);
    expect(stage.focus.decisionId).toBe(1);
    expect(await text("fs-moment", "span")).toMatch(/^Looking back at decision 2 of 3\. System 2: row \d/);
    await vi.waitFor(() => expect(play.log.proofs.get(1)).toBeDefined());
    expect(await text("fs-system2", "h3")).toMatch(/^Why/);
    // Of what came later nothing is seen, and nothing can be entered.
    const later = play.view!.decisions[2]!;
    if (later.kind === "place") expect(stage.sheet.cells[later.variable]!.value).toBeNull();
    expect((await all("fs-pad", "button")).every((one) => one.hasAttribute("disabled"))).toBe(true);
    await key("Home");
    await vi.waitFor(() => expect(play.past?.id).toBe(0));
    expect(standing()).toBeLessThanOrEqual(1);
    await key("End");
    await vi.waitFor(() => expect(play.past).toBeNull());
    expect(stage.sheet.cells).toBe(now);
    await play.goTo(0);
    expect(play.standingMoves()).toHaveLength(standing());
    (await all("fs-moment", "button"))[0]!.click();
    expect(stage.sheet.cells).toBe(now);
    // Whatever is done is done now.
    await play.goTo(0);
    await play.step();
    expect(play.past).toBeNull();
    expect(play.view!.decisions).toHaveLength(4);
  });

  it("is not rendered again when the pointer moves over the board, and is when a move is made", async () => {
    const { play, stage, all } = await seated();
    await play.configure({ mode: "system2" });
    await play.step();
    await all("fs-decisions");
    const rendered = vi.spyOn(document.querySelector("fs-decisions") as unknown as { render(): unknown }, "render");
    stage.focus.hovered = 3;
    await all("fs-decisions");
    expect(rendered).not.toHaveBeenCalled();
    await play.step();
    expect(await all("fs-decisions", ".marks button")).toHaveLength(2);
    expect(rendered).toHaveBeenCalled();
  });

  it("is told in the reader's language", async () => {
    const { play, text } = await seated();
    await play.configure({ mode: "system2" });
    await play.step();
    setLanguage("ko");
    expect(await text("fs-decisions", ".story")).toMatch(/^시스템 2: \d행 \d열은 \d$/);
  });
});

describe("someone who solves alone", () => {
  it("notes values, all of them at once, and undoes that in turn with the moves", async () => {
    const { play, stage, all } = await seated();
    const tool = async (name: RegExp) =>
      (await all("fs-tools", "button")).find(({ textContent }) => name.test(textContent))!.click();
    await tool(/All marks/);
    const open = play.view!.cells.flatMap(({ value }, variable) => (value === null ? [variable] : []));
    for (const variable of open)
      expect(stage.sheet.marks.get(variable)).toEqual(play.view!.cells[variable]!.candidates);
    const [first] = open;
    stage.focus.select(first!);
    await tool(/Pencil/);
    (await all("fs-pad", "button"))[0]!.click();
    expect(play.view!.decisions).toHaveLength(0);
    const all4 = play.view!.cells[first!]!.candidates;
    const changed = all4.includes(1) ? all4.filter((value) => value !== 1) : [1, ...all4];
    expect(stage.sheet.marks.get(first!)).toEqual(changed);
    expect(stage.sheet.labels[first!]).toContain(`noted: ${changed.join(", ")}`);
    play.checks = false;
    await play.type(open[1]!, play.view!.cells[open[1]!]!.candidates[0]!);
    // No verdict was asked for.
    expect(play.topic?.kind).toBe("decision");
    await play.undo();
    expect(play.view!.decisions).toHaveLength(0);
    expect(stage.sheet.marks.get(first!)).toEqual(changed);
    await play.undo();
    expect(stage.sheet.marks.get(first!)).toEqual(all4);
    await play.undo();
    expect(stage.sheet.marks.size).toBe(0);
    expect(play.canUndo).toBe(false);
  });

  it("keeps the notes with the game, sees what is left of each value, and has everything checked when it asks", async () => {
    const { play, stage, all, text } = await seated();
    play.checks = false;
    play.mark(0, 3);
    await play.type(0, 4);
    stage.focus.select(0);
    expect([...stage.sheet.alike].sort((a, b) => a - b)).toEqual([0, 5]);
    const keys = (await all("fs-pad", "button")).slice(0, 4);
    expect(keys.map(({ dataset }) => dataset["left"])).toEqual(["3", "2", "4", "2"]);
    expect(keys[0]!.getAttribute("aria-label")).toBe("1, 3 left");
    const kept = play.kept()!;
    expect(await play.restore(JSON.parse(JSON.stringify(kept)) as typeof kept)).toBe(true);
    expect(play.notebook.kept()).toEqual([[0, [3]]]);
    // The box has its 4.
    await play.check();
    expect(await text("fs-tools", "p")).toBe("Not everything that you have entered can stand.");
    expect(play.topic).toMatchObject({ kind: "answer", asked: "move", variable: 0, value: 4 });
    await play.type(0, 3);
    expect(await text("fs-tools", "p")).toBe("");
    await play.check();
    expect(await text("fs-tools", "p")).toBe("Nothing that you have entered is wrong.");
  });

  it("reads at the end who decided what", async () => {
    const { play, text } = await seated();
    await play.configure({ mode: "system2" });
    await play.type(0, 3);
    play.speed = "instant";
    await play.play();
    expect(play.view!.status).toBe("solved");
    expect(await text("fs-end", "li")).toMatch(/^You: 1 \| System 2: 11$/);
  });
});

describe("the controls", () => {
  it("can do what is possible", async () => {
    const { play, all } = await seated();
    const possible = async () => (await all("fs-controls", "button")).map((one) => !one.hasAttribute("disabled"));
    expect(await possible()).toEqual([false, false, true, true, true]);
    (await all("fs-controls", "button.primary"))[0]!.click();
    await vi.waitFor(() => expect(play.view!.canUndo).toBe(true));
    expect((await possible())[0]).toBe(true);
  });

  it("offer a key for each value of the selected cell, and say how the game ended", async () => {
    const { play, stage, all } = await seated();
    expect((await all("fs-pad", "button")).map(({ textContent }) => textContent.trim())).toEqual([
      "1",
      "2",
      "3",
      "4",
      "",
    ]);
    await play.configure({ mode: "system2" });
    play.speed = "instant";
    await play.play();
    expect(stage.sheet.status).toBe("Solved. Every rule is met.");
    expect((await all("fs-controls", "button.primary"))[0]!.hasAttribute("disabled")).toBe(true);
  });
});

it("a figure says what it means on focus, at a touch and under the pointer, until Escape", async () => {
  const { play, all } = await seated();
  await play.configure({ mode: "system2" });
  await play.step();
  const tip = (await all("fs-decisions", "fs-tip"))[1] as HTMLElement & { updateComplete: Promise<unknown> };
  const hidden = async () => {
    await tip.updateComplete;
    return tip.shadowRoot!.querySelector("[role=tooltip]")!.hasAttribute("hidden");
  };
  await tip.updateComplete;
  const button = tip.shadowRoot!.querySelector("button")!;
  expect(await hidden()).toBe(true);
  for (const shown of ["focus", "pointerenter", "click"]) {
    button.dispatchEvent(new Event(shown));
    expect(await hidden()).toBe(false);
    button.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    expect(await hidden()).toBe(true);
  }
  expect(tip.shadowRoot!.querySelector("[role=tooltip]")!.textContent).toBe("How long System 2 thought in all.");
});
