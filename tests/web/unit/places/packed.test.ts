// A puzzle in a link arrives as it was sent, or not at all.

import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";

import { isHash, pack, readHash, unpack, writeHash } from "../../../../web/src/places/packed";

const KOREAN = '{"title":"네 친구","about":"가로줄마다 1부터 4까지 — “한 번씩” 🐕"}';

afterEach(() => vi.unstubAllGlobals());

describe("a packed puzzle", () => {
  it.each([KOREAN, "{}", "x".repeat(60_000), ""])("comes back (%#)", async (text) => {
    const packed = await pack(text);
    expect(packed).toMatch(/^d\.[A-Za-z0-9_-]+$/);
    expect(await unpack(packed)).toBe(text);
  });

  it("comes back whatever it says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (text) => {
        expect(await readHash(await writeHash(text))).toBe(text);
      }),
    );
  });

  it("goes as it is where the browser cannot compress, and can be read by one that can", async () => {
    vi.stubGlobal("CompressionStream", undefined);
    const packed = await pack(KOREAN);
    expect(packed).toMatch(/^t\./);
    vi.unstubAllGlobals();
    expect(await unpack(packed)).toBe(KOREAN);
  });

  it("cannot be read where the browser cannot decompress", async () => {
    const packed = await pack(KOREAN);
    vi.stubGlobal("DecompressionStream", undefined);
    expect(await unpack(packed)).toBeNull();
  });

  it.each([
    ["nothing", ""],
    ["no form", "abc"],
    ["another form", "x.abcd"],
    ["an odd letter", "d.ab+d"],
    ["no deflated bytes", "d.AAAA____"],
    ["half of it", "d.lVXbjtsgEP0V"],
    ["no UTF-8", `t.${Buffer.from([0xff, 0xfe]).toString("base64url")}`],
    ["too much", `t.${"A".repeat(200_000)}`],
    ["a bomb", `d.${deflateRawSync(Buffer.alloc(50_000_000)).toString("base64url")}`],
  ])("is not believed if it is %s", async (_, packed) => {
    expect(await unpack(packed)).toBeNull();
  });

  it("survives arbitrary text", async () => {
    await fc.assert(fc.asyncProperty(fc.string(), async (text) => void (await unpack(`d.${text}`))));
  });

  it("is told from no puzzle at all", async () => {
    expect(await readHash("")).toBeUndefined();
    expect(await readHash("#section")).toBeUndefined();
    expect(await readHash("#puzzle=broken")).toBeNull();
    expect([isHash("#puzzle="), isHash("#section"), isHash("")]).toEqual([true, false, false]);
  });
});
