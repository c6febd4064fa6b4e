// Energy by a formula that is shown with it: joules = watts x seconds. Nothing in a browser measures it.

/** What a laptop's processor is taken to draw while it computes, in watts. */
export const WATTS = 15;

export const joules = ({ milliseconds }: { milliseconds: number }): number => (WATTS * milliseconds) / 1000;
