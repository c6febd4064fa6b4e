// What the page has to have for a family that the engine offers, beside its words, which the engine's tests look for.

import { beforeAll, describe, expect, it } from "vitest";

import { ICONS } from "../../web/src/panels/family_icons";
import type { FamilyInfo } from "../../web/src/protocol/engine";
import { loadModule } from "./modules";

describe("every family", () => {
  let families: FamilyInfo[];
  beforeAll(async () => {
    families = (await loadModule("engine")).call({ op: "families" }) as FamilyInfo[];
  });

  it("has a drawing", () => {
    for (const { id, icon } of families)
      expect(ICONS, `${id}: draw "${icon}" in web/src/panels/family_icons.ts, or leave .icon out`).toHaveProperty(icon);
  });

  it("says what each of its sizes means", () => {
    for (const { sizes, dimensions } of families) expect(dimensions.map(({ id }) => id)).toEqual(sizes);
  });
});
