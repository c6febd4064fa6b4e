import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { PAGE_PARTS } from "../../../../web/src/places/page_parts";
import { THEMES, readUrl, writeUrl, type UrlState } from "../../../../web/src/places/url_state";
import { LANGUAGES } from "../../../../web/src/i18n/catalogues";
import { MODES, PAIRINGS, SLEEPS } from "../../../../web/src/game/settings";

const printable = [...Array(95).keys()].map((code) => String.fromCharCode(code + 32)).concat("\n");

const states: fc.Arbitrary<Partial<UrlState>> = fc.record(
  {
    family: fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/),
    puzzle: fc.string({ unit: fc.constantFrom(...printable), minLength: 1, maxLength: 300 }),
    moves: fc.array(fc.record({ variable: fc.nat(9999), value: fc.nat(99) }), { minLength: 1, maxLength: 50 }),
    mode: fc.constantFrom(...MODES),
    strategy: fc.constantFrom(...PAIRINGS),
    threshold: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    looks: fc.constantFrom(1, 2),
    sleep: fc.constantFrom(...SLEEPS),
    promise: fc.constantFrom({ alpha: 0.05, delta: 0.1 }, { alpha: 0.0123, delta: 0.5 }),
    lang: fc.constantFrom(...LANGUAGES),
    theme: fc.constantFrom(...THEMES),
    hide: fc.subarray([...PAGE_PARTS], { minLength: 1 }),
    network: fc.constantFrom("mine", "나의 스도쿠 2"),
  },
  { requiredKeys: [] },
);

describe("the address", () => {
  it("reads back whatever was written", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readUrl(writeUrl(state))).toEqual({ state, ignored: [] });
      }),
    );
  });

  it("never throws, and every parameter is either understood or reported", () => {
    const names = [
      "family",
      "puzzle",
      "moves",
      "mode",
      "strategy",
      "threshold",
      "looks",
      "sleep",
      "promise",
      "lang",
      "theme",
      "hide",
    ] as const;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (hostile) => {
        const { state, ignored } = readUrl(`?${new URLSearchParams(hostile)}`);
        const told = new Set([...Object.keys(state), ...ignored.map((name) => name.replace(/=.*/, ""))]);
        expect([...told].sort()).toEqual(Object.keys(hostile).sort());
      }),
    );
  });

  it("survives arbitrary text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => void readUrl(text)));
  });

  it.each([
    ["mode", "<script>"],
    ["mode", "constructor"],
    ["threshold", "NaN"],
    ["threshold", "1.5"],
    ["threshold", "-0.2"],
    ["threshold", "1e-9"],
    ["looks", "0"],
    ["looks", "3"],
    ["sleep", "5"],
    ["sleep", "64"],
    ["strategy", "__proto__"],
    ["promise", "0.05"],
    ["promise", "0.0_0.1"],
    ["promise", "1_0.1"],
    ["promise", "0.05_1.5"],
    ["lang", "xx"],
    ["theme", "hotdog"],
    ["family", "../../etc"],
    ["moves", "1.2.3"],
    ["moves", "99999999999.1"],
    ["puzzle", "\u0000\u0001"],
    ["puzzle", "x".repeat(70000)],
    ["puzzle", ""],
  ] as const)("ignores and reports %s=%s", (name, value) => {
    expect(readUrl(`?${new URLSearchParams({ [name]: value })}`)).toEqual({ state: {}, ignored: [name] });
  });

  it("leaves out the parts that it knows, and reports the words that it does not", () => {
    expect(readUrl("?hide=modes,header_modes")).toEqual({ state: { hide: ["header", "modes"] }, ignored: [] });
    expect(readUrl("?hide=heder_board_rules")).toEqual({
      state: { hide: ["rules"] },
      ignored: ["hide=heder", "hide=board"],
    });
    // What is reported is shown on the page: no place for other people’s sentences.
    expect(readUrl("?hide=Call this number!").ignored).toEqual(["hide"]);
    expect(readUrl("?hide=a,b,c,d,e,f,g,h").ignored).toHaveLength(5);
    expect(writeUrl({ hide: ["modes", "header"], mode: "both" })).toBe("?mode=both&hide=header_modes");
    expect(writeUrl({ hide: [] })).toBe("?");
  });

  it("takes no notice of parameters that are not its own", () => {
    expect(readUrl("?utm_source=x&__proto__=y")).toEqual({ state: {}, ignored: [] });
  });
});
