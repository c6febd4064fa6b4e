// The description that programs read of the play page's address.

import { build, type Rollup } from "vite";
import { expect, it } from "vitest";

import { oembed, oembedOf } from "../../../../web/build/oembed";

it("names a frame with whole addresses", () => {
  const told = JSON.parse(oembedOf("https://school.example/fastslow")) as Record<string, unknown>;
  expect(told).toMatchObject({ version: "1.0", type: "rich", provider_url: "https://school.example/fastslow/" });
  expect(told["html"]).toContain('src="https://school.example/fastslow/?hide=header_');
  expect(Number(told["width"]) > 0 && Number(told["height"]) > 0).toBe(true);
});

it("takes no address that is none", () => {
  for (const site of ["", "fastslow", "javascript:alert(1)"]) expect(() => oembedOf(site)).toThrow();
});

async function built(site: string): Promise<Rollup.OutputBundle[string][]> {
  const page = {
    name: "page",
    resolveId: (id: string) => (id.endsWith("index.html") ? id : undefined),
    load: (id: string) =>
      id.endsWith("index.html") ? "<!doctype html><html><head></head><body></body></html>" : undefined,
  };
  const made = await build({
    ...{ configFile: false, logLevel: "silent", root: "/nowhere", plugins: [page, oembed(site)] },
    build: { write: false, rollupOptions: { input: "/nowhere/index.html" } },
  });
  return (made as Rollup.RollupOutput).output;
}

it("is linked from the play page where the build knows the address, and else left out", async () => {
  const files = await built("https://school.example/fastslow/");
  const page = files.find(({ fileName }) => fileName === "index.html") as Rollup.OutputAsset;
  expect(String(page.source)).toMatch(
    /<link rel="alternate" type="application\/json\+oembed"[^>]*href="https:\/\/school\.example\/fastslow\/oembed\.json"/,
  );
  expect(files.map(({ fileName }) => fileName)).toContain("oembed.json");
  expect((await built("")).map(({ fileName }) => fileName)).toEqual(["index.html"]);
});
