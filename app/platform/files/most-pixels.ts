/**
 * A sheet of A3 at 600 points to the inch has 70 million. Whoever opens a picture unpacks all its pixels, so a small file
 * that says a billion is meant for the reader's memory.
 */
export const mostPixels = 100_000_000;
