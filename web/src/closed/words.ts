// All languages' words, in the one script: such a frame can fetch nothing.

import { pageWords } from "../../i18n/languages";
import { hold, LANGUAGES } from "../i18n/catalogues";

for (const one of LANGUAGES) hold(one, pageWords[one]!);
