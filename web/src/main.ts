// The page's words and its code are fetched at once (build/early.ts); the page begins when both are there.

import { fetchWords, firstLanguage } from "./i18n/catalogues";

void fetchWords(firstLanguage(location.search, navigator.languages)).then(() => import("./app/fs_app"));
