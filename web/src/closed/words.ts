// Both languages' words, in the one script: such a frame can fetch nothing.

import en from "../../i18n/en.json";
import ko from "../../i18n/ko.json";
import { hold } from "../i18n/catalogues";

hold("en", en);
hold("ko", ko);
