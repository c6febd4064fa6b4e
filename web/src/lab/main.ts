// As in the play page's main.ts, with words of its own.

import { lab } from "../../i18n/languages";
import { alsoFetch, fetchWords, firstLanguage } from "../i18n/catalogues";

alsoFetch(lab);
void fetchWords(firstLanguage(location.search, navigator.languages)).then(() => import("./fs_lab"));
