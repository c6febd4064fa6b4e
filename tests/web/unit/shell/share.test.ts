// @vitest-environment happy-dom
// What can be left out of a frame is called by its name, in both languages.

import { afterEach, expect, it } from "vitest";

import { FsShare } from "../../../../web/src/shell/fs_share";
import { LANGUAGES } from "../../../../web/src/i18n/catalogues";
import { setLanguage } from "../../../../web/src/i18n/i18n";
import { PAGE_PARTS } from "../../../../web/src/places/page_parts";

afterEach(() => {
  document.body.innerHTML = "";
  setLanguage("en");
});

it.each(LANGUAGES)("names every part of the page (%s)", async (language) => {
  setLanguage(language);
  const share = new FsShare();
  Object.assign(share, {
    link: "http://localhost/",
    framed: "http://localhost/",
    frame: "<iframe>",
    choices: PAGE_PARTS,
  });
  document.body.append(share);
  await share.updateComplete;
  const labels = [...share.renderRoot.querySelectorAll(".choice")].map((label) => label.textContent?.trim() ?? "");
  expect(labels).toHaveLength(PAGE_PARTS.length + 1);
  expect(labels.filter((label) => label === "" || /^\w+(\.\w+)+$/.test(label))).toEqual([]);
});
