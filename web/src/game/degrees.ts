/** Of a hint. 1: where to look; 2: which rule; 3: which cell; 4: the value, with the proof. */
export const DEGREES = 4;
