// All words, in the one script: a file from disk can fetch nothing. After the element, which holds the few that it begins with.

import "../element/main";

import en from "../../i18n/en.json";
import ko from "../../i18n/ko.json";
import studioEn from "../../i18n/studio/en.json";
import studioKo from "../../i18n/studio/ko.json";
import { learn } from "../i18n/i18n";

learn("en", { ...en, ...studioEn });
learn("ko", { ...ko, ...studioKo });
