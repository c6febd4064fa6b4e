// The rooms of web/src, and who may ask whom: an import along any other arrow fails `npm run rooms`. Written from the
// bottom up, so that whatever a room uses stands above it and there can be no circle. web/README.md tells what is in
// each of them.
const arrows = {
  protocol: [],
  style: ["protocol"],
  i18n: ["protocol"],
  offline: [],
  workers: ["protocol"],
  solving: ["protocol", "workers"],
  host: ["protocol"],
  board: ["protocol", "i18n", "style"],
  game: ["protocol", "i18n", "host", "board"],
  places: ["protocol", "i18n", "host", "game"],
  panels: ["protocol", "i18n", "style", "board", "game"],
  shell: ["protocol", "i18n", "style", "board", "game", "places", "panels"],
  practice: ["protocol", "i18n", "host", "workers"],
  app: ["protocol", "i18n", "style", "offline", "host", "board", "game", "places", "panels", "shell", "practice"],
  closed: ["protocol", "i18n", "host", "workers", "panels", "app"],
  exhibits: ["protocol", "i18n", "style", "host", "board", "game", "places", "panels", "shell", "practice"],
  element: ["protocol", "i18n", "style", "workers", "host", "board", "game", "places", "panels", "shell", "practice"],
  guide: ["protocol", "i18n", "style", "offline", "host", "board", "game", "places", "panels", "shell", "exhibits"],
  embed: ["protocol", "i18n", "style", "places", "panels", "shell"],
  studio: ["protocol", "i18n", "style", "offline", "game", "places", "shell", "element"],
  alone: ["protocol", "i18n", "workers", "host", "element", "studio"],
  lab: ["protocol", "i18n", "style", "offline", "host", "board", "game", "places", "panels", "shell", "practice"],
  author: ["protocol", "i18n", "style", "offline", "host", "board", "game", "places", "panels", "shell"],
};

const room = (name) => `^web/src/${name}/`;

/** One rule for each room: it imports nothing of ours but itself and the rooms its arrows lead to. */
const rooms = Object.entries(arrows).map(([name, targets]) => ({
  name: `${name}-uses-${targets.join("-") || "no-other-room"}`,
  severity: "error",
  from: { path: room(name) },
  to: { path: "^web/src/", pathNot: [...[name, ...targets].map(room), "^web/src/virtual\\.d\\.ts$"] },
}));

module.exports = {
  forbidden: [
    ...rooms,
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "every-folder-is-a-room",
      comment: "A new folder of web/src needs a line in the table above.",
      severity: "error",
      from: { path: "^web/src/[^/]+/", pathNot: Object.keys(arrows).map(room) },
      to: {},
    },
    {
      name: "the-page-stands-without-its-tools",
      severity: "error",
      from: { path: "^web/src/" },
      to: { path: "^(web/(build|tools)|tests)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true, // a type is a dependency too
    detectJSDocImports: false,
    exclude: { path: "^(build|models)/" },
  },
};
