// Sizes in pixels that styles, elements and the height of an author's frame share.

/** The largest a cell becomes: so that a board of few cells is large, yet does not look like a poster. */
export const LARGEST_CELL_PX = 148;

/** The smallest a cell becomes before the board is scrolled: under a finger, and under a mouse. */
export const FINGER_PX = 26;
export const MOUSE_PX = 17;

/** Seeing the whole board at once is worth cells that are smaller by this much. */
export const TOLERATED_PX = 4;

/** The width of the page's one column, where a screen has no room for panels beside the board. */
export const COLUMN_PX = 620;
