// As in main.ts; the lesson's page has few words of its own.

import { alsoFetch, fetchWords, firstLanguage } from "../i18n/catalogues";

alsoFetch({ en: () => import("../../i18n/studio/en.json"), ko: () => import("../../i18n/studio/ko.json") });
void fetchWords(firstLanguage(location.search, navigator.languages)).then(() => import("./fs_lesson"));
