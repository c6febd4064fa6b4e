// All words, in the one script: a file from disk can fetch nothing. After the element, which holds the few that it begins with.

import "../element/main";

import { pageWords, studioWords } from "../../i18n/languages";
import { LANGUAGES } from "../i18n/catalogues";
import { learn } from "../i18n/i18n";

for (const one of LANGUAGES) learn(one, { ...pageWords[one], ...studioWords[one] });
