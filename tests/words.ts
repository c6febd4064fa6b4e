// Every test has the words of both languages, and begins in English.

import { fetchWords, LANGUAGES } from "../web/src/i18n/catalogues";
import { setLanguage } from "../web/src/i18n/i18n";

await Promise.all(LANGUAGES.map(fetchWords));
setLanguage("en");
