// As in main.ts; the lesson's page has few words of its own.

import { studio } from "../../i18n/languages";
import { alsoFetch, fetchWords, firstLanguage } from "../i18n/catalogues";

alsoFetch(studio);
void fetchWords(firstLanguage(location.search, navigator.languages)).then(() => import("./fs_lesson"));
