// A race with the real engine, network and solver, without a page.

import { afterEach, expect, it } from "vitest";

import { Host } from "../../../../web/src/host/host";
import { findTruth } from "../../../../web/src/host/truth";
import { Dials } from "../../../../web/src/lab/dials";
import { readHows, type How } from "../../../../web/src/lab/how";
import { Measuring } from "../../../../web/src/lab/measure";
import { Race } from "../../../../web/src/lab/race";
import { nodeTransports } from "../../../../web/tools/node_transports";

const PUZZLE = { family: "sudoku", text: "..1.312.42...342" };
/** System 1 goes wrong in it (the play page's first puzzle). */
const TRICKY = { family: "sudoku", text: "[diagonals].........6..456132.1..6......66.5..." };

const hosts: Host[] = [];
const newHost = () => {
  const host = new Host(nodeTransports());
  hosts.push(host);
  return host;
};
afterEach(() => hosts.splice(0).forEach((host) => host.close()));

async function newRace() {
  const judge = newHost();
  const dials = new Dials();
  dials.learn(await judge.protocol());
  let now = 0;
  const race = new Race({
    newHost,
    configOf: (how) => dials.configOf(how),
    judge: ({ family, text }) => findTruth(judge, family, text),
    changed: () => undefined,
    now: () => now,
    wait: (ms) => ((now += ms), Promise.resolve()),
  });
  race.tempo = "instant";
  return { race, dials, judge };
}

const hows = (text: string): How[] => readHows(text)!;

it("plays all boards to the end on one clock, finds where they first disagreed, and goes back", async () => {
  const { race } = await newRace();
  await race.start(TRICKY, hows("system1*threshold-0.8*system2"));
  await race.play();
  const [one, both, two] = race.lanes;
  expect([both?.end, two?.end]).toEqual(["solved", "solved"]);
  expect(one?.end).not.toBe("solved");
  const found = race.shownDisagreement;
  expect(found).not.toBeNull();
  const solution = race.truth?.values?.[found!.variable];
  expect(found!.said.some((said) => said !== null && said.value !== solution)).toBe(true);
  race.seek(0);
  expect(race.lanes.map((lane) => lane.indexAt(race.pace, race.clock))).toEqual([0, 0, 0]);
  expect(race.shownDisagreement).toBeNull();
  await race.step();
  expect(race.lanes.map((lane) => lane.indexAt(race.pace, race.clock))).toEqual([1, 1, 1]);
  race.close();
});

it("shows at every pace the same game, moment by moment", async () => {
  const { race } = await newRace();
  await race.start(PUZZLE, hows("system1*system2"));
  await race.play();
  for (const pace of ["work", "time"] as const) {
    race.setPace(pace);
    const clocks = race.lanes.map((lane) => lane.moments.map((moment) => moment.clocks[pace]));
    for (const one of clocks) expect([...one].sort((a, b) => a - b)).toEqual(one);
  }
  race.close();
});

it("branches from a decision with another strategy, keeps what came before it, and an address leads there again", async () => {
  const { race } = await newRace();
  await race.start(TRICKY, hows("system1"));
  await race.play();
  await race.branch(0, 2, { strategy: "system2" });
  await race.play();
  const [parent, branch] = race.lanes;
  expect(branch!.moments.slice(0, 3)).toEqual(parent!.moments.slice(0, 3));
  expect(branch!.end).toBe("solved");
  const boards = branch!.moments.map(({ view }) => view.text);
  const again = (await newRace()).race;
  await again.start(TRICKY, race.hows);
  await again.play();
  expect(again.lanes[1]!.moments.map(({ view }) => view.text)).toEqual(boards);
  race.close();
  again.close();
});

it("replays a recorded game, sets a second one beside it, and keeps the boards when one is refused", async () => {
  const { race } = await newRace();
  await race.start(TRICKY, hows("threshold-0.8*system1"));
  await race.play();
  const [both, one] = await Promise.all(race.lanes.map((lane) => lane.host.trace()));
  const boards = race.lanes[0]!.moments.map(({ view }) => view.text);
  const fresh = (await newRace()).race;
  await fresh.replay(both!, "a.json", { strategy: "threshold" });
  await fresh.replay(one!, "b.json", { strategy: "system1" });
  expect(fresh.lanes.map(({ trace }) => trace)).toEqual(["a.json", "b.json"]);
  expect(fresh.lanes[0]!.moments.map(({ view }) => view.text)).toEqual(boards);
  await fresh.play();
  expect(fresh.shownDisagreement).not.toBeNull();
  const damaged = { ...both!, decisions: both!.decisions.map((decision) => ({ ...decision, variable: 9999 })) };
  await expect(fresh.replay(damaged as typeof both & object, "c.json", { strategy: "threshold" })).rejects.toThrow();
  expect(fresh.lanes).toHaveLength(2);
  race.close();
  fresh.close();
});

it("measures every puzzle with every strategy, pauses between two games, and keeps what it has when called off", async () => {
  const { dials, judge } = await newRace();
  const measuring = new Measuring(
    newHost(),
    judge,
    (how) => dials.configOf(how),
    () => {
      if (measuring.games.length === 3) measuring.pause();
    },
  );
  const order = { count: 4, puzzle: () => Promise.resolve(PUZZLE), hows: hows("system1*system2") };
  const running = measuring.start(order);
  await expect.poll(() => measuring.state, { timeout: 60_000 }).toBe("paused");
  expect(measuring.games.map(({ how }) => how.strategy)).toEqual(["system1", "system2", "system1"]);
  expect(measuring.games[1]).toMatchObject({ solved: true, erred: false });
  measuring.cancel();
  await running;
  expect([measuring.state, measuring.games.length]).toEqual(["stopped", 3]);
});
