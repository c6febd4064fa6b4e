// What is opened by a press is fetched then; a visit without a network has it from the service worker.

export const DIALOGS = {
  guide: () => import("./fs_guide"),
  handOn: () => import("./fs_hand_on"),
  dialog: () => import("../panels/fs_new_puzzle"),
} as const;
