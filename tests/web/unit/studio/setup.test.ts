// What an author sets up comes back from addresses and files as it was, and nothing else does.

import fc from "fast-check";
import { expect, it } from "vitest";

import {
  changed,
  readFile,
  readLesson,
  readStudio,
  writeFile,
  writeLesson,
  writeStudio,
  type Setup,
} from "../../../../web/src/studio/setup";

const CUSTOM = '{"title":"A \\"<b>\\" & more\\n한글","cells":[]}';
const FULL: Setup = {
  ...{ family: "kenken", seed: "7", size: "5x5", level: "easy", steps: "2", rules: "!knight", mode: "system2" },
  ...{ goal: "solved_3", show: "decisions", hide: "title", lock: "cells modes", autoplay: "1", speed: "quick" },
  ...{ lang: "ko", theme: "dark", ask: "own", question: "Why?\nSay it.", answer: "R2 & <b>", width: "390" },
};

const split = (address: string): [string, string] => {
  const [search, hash = ""] = address.split("#");
  return [search!, hash && `#${hash}`];
};

it.each([FULL, { family: "custom", puzzle: CUSTOM }, {}])(
  "is the same after a round trip (%#)",
  async (setup: Setup) => {
    expect(await readStudio(...split(await writeStudio(setup, { lang: "en" })))).toEqual(setup);
    expect(await readLesson(...split(await writeLesson(setup)))).toEqual(setup);
    expect(readFile(writeFile(setup))).toEqual(setup);
  },
);

it("leaves the studio's own language and colours alone", async () => {
  expect(await readStudio("?lang=en&theme=dark&lesson_lang=ko", "")).toEqual({ lang: "ko" });
});

it("takes nothing that it does not know", async () => {
  const search = "?width=9999&ask=eval&onclick=alert(1)&__proto__=x&puzzle=%00&family=sudoku";
  expect(await readLesson(search, "#puzzle=d.!!")).toEqual({ family: "sudoku" });
  for (const text of ["", "[]", "null", "7", '{"format":"other","family":"sudoku"}'])
    expect(readFile(text)).toBeUndefined();
  expect(readFile('{"format":"fastslow-lesson","family":["x"],"constructor":"y","lock":"cells"}')).toEqual({
    lock: "cells",
  });
});

it("never throws, whatever it is told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (search, hash) => {
      expect(typeof (await readLesson(`?${search}`, `#${hash}`))).toBe("object");
      readFile(search);
    }),
  );
});

it("sets nothing by an empty text", () => {
  expect(changed({ lock: "cells", goal: "solved" }, "lock", "")).toEqual({ goal: "solved" });
});
