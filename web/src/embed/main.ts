// As in the play page's main.ts, with words of its own.

import { alsoFetch, fetchWords, firstLanguage } from "../i18n/catalogues";

alsoFetch({ en: () => import("../../i18n/embed/en.json"), ko: () => import("../../i18n/embed/ko.json") });
void fetchWords(firstLanguage(location.search, navigator.languages)).then(() => import("./fs_embed"));
