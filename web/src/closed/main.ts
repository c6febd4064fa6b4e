// The play page for a frame that is closed off from its own site (public/closed-frame.js): one script of the old kind, with
// the engine in it, which runs beside the page's own code. Its `host/page` is transports.ts (build/closed_frame.ts). What
// the play page fetches when it is wanted is part of it, and defined as the script runs.

import "./words";
import "../app/fs_app";
import "../app/fs_guide";
import "../app/fs_hand_on";
import "../panels/fs_new_puzzle";
