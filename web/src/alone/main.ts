// The lesson's page as one file, from disk: one script of the old kind, with every word and the tags in it. The engines lie
// beside it in the page (parts.ts). Its `element/transports` is transports.ts, and it has no posters (build/alone.ts): the
// engine is here already.

import "./words";
import "../element/main";
import "../element/question";
import "../studio/fs_lesson";
