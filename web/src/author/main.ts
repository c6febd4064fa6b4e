// As in the play page's main.ts.

import { fetchWords, firstLanguage } from "../i18n/catalogues";

void fetchWords(firstLanguage(location.search, navigator.languages)).then(() => import("./fs_author"));
