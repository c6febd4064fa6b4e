// The play page for a frame that is closed off from its own site (public/closed-frame.js): one script of the old kind, with
// the engine in it, which runs beside the page's own code. Its `host/page` is transports.ts (build/closed_frame.ts).

import "../app/fs_app";
